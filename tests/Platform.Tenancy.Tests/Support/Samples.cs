namespace Platform.Tenancy.Tests;

internal static class Samples
{
    public static CompanyProfileDto Profile() => new()
    {
        Name = "Boulangerie Lefèvre SARL",
        VatNumber = "FR68904173523",
        CompanyNumber = "904173523",
        Address = Address(),
        Contact = new ContactDto { Name = "Amélie Lefèvre", Email = "contact@lefevre.example", Phone = "+33 4 78 00 00 18" },
        Language = "fr",
        Color = "#c2410c",
    };

    public static AddressDto Address() =>
        new() { Street = "Rue de la République", BuildingNumber = "18", PostalCode = "69002", Town = "Lyon", Country = "FR" };

    public static CreateCompanyDto New(string name, string? slug = null, string? tenantType = TenantTypes.Sme) => new()
    {
        Name = name,
        Slug = slug,
        TenantType = tenantType,
        Address = Address(),
        Language = "en",
        Color = "#0f766e",
    };
}
