namespace Platform.Tenancy;

internal static class CompanyMapper
{
    public static CompanyDto ToDto(Company company) => new()
    {
        Id = company.Id,
        Slug = company.Slug,
        TenantType = company.TenantType,
        Name = company.Name,
        VatNumber = company.VatNumber,
        CompanyNumber = company.CompanyNumber,
        Address = ToAddress(company),
        Contact = new ContactDto { Name = company.ContactName, Email = company.ContactEmail, Phone = company.ContactPhone },
        Language = company.Language,
        Color = company.Color,
        ConcurrencyStamp = company.ConcurrencyStamp,
    };

    private static AddressDto ToAddress(Company company) => new()
    {
        Street = company.Street,
        BuildingNumber = company.BuildingNumber,
        PostalCode = company.PostalCode,
        Town = company.Town,
        Country = company.Country,
    };
}
