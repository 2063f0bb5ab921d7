namespace Platform.Tenancy;

internal sealed class StandardTenantTypes : ITenantTypeProvider
{
    public IEnumerable<TenantTypeDefinition> GetTenantTypes() =>
    [
        new(TenantTypes.Sme, "Tenancy.TenantType.Sme", SelfService: true),
        new(TenantTypes.Accountant, "Tenancy.TenantType.Accountant", SelfService: true),
    ];
}
