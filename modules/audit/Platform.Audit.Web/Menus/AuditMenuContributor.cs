using Platform.AspNetCore;

namespace Platform.Audit.Web;

internal sealed class AuditMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(AuditResource);

    public IEnumerable<MenuItem> GetItems() =>
        [new("Audit.Trail", "Menu:Trail", "audit", "history", 950, AuditPermissions.Trail, "Menu:Administration")];
}
