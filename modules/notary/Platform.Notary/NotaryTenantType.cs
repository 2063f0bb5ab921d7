using Platform.Tenancy;

namespace Platform.Notary;

internal sealed class NotaryTenantType : ITenantTypeProvider
{
    public const string Name = "notary";

    public IEnumerable<TenantTypeDefinition> GetTenantTypes() => [new(Name, "Notary.TenantType", SelfService: true)];
}
