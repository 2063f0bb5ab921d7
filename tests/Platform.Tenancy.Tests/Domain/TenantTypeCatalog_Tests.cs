namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-01")]
public sealed class TenantTypeCatalog_Tests
{
    [Fact]
    public void All_ProviderOfAnotherModule_IsThereBesideOurs()
    {
        var catalog = new TenantTypeCatalog([new StandardTenantTypes(), new Notaries("notary")]);
        catalog.All.Select(t => t.Name).ShouldBe([TenantTypes.Sme, TenantTypes.Accountant, "notary"]);
        catalog.TextKeyOf("notary").ShouldBe("Notary.TenantType");
    }

    [Fact]
    public void New_NameDeclaredTwice_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => new TenantTypeCatalog([new StandardTenantTypes(), new Notaries(TenantTypes.Sme)]));

    [Fact]
    public void TextKeyOf_ModuleGone_IsTheName() => new TenantTypeCatalog([]).TextKeyOf("bank").ShouldBe("bank");

    private sealed class Notaries(string name) : ITenantTypeProvider
    {
        public IEnumerable<TenantTypeDefinition> GetTenantTypes() => [new(name, "Notary.TenantType")];
    }
}
