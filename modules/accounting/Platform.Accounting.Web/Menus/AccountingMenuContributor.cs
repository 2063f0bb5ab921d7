using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal sealed class AccountingMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(AccountingResource);

    public IEnumerable<MenuItem> GetItems() => [];
}
