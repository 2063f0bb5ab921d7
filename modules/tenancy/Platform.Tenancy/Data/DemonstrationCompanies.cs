using Microsoft.Extensions.Configuration;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class DemonstrationCompanies(IConfiguration configuration, ITenantStore tenants, ICompanyCreationService creation) : IDataSeedContributor
{
    public async Task SeedAsync(DataSeedContext context, CancellationToken cancellationToken)
    {
        if (!context.Demonstration)
            return;
        foreach (var section in configuration.GetSection("Demo:Companies").GetChildren())
        {
            if (await tenants.FindBySlugAsync(section["Slug"] ?? "", cancellationToken) is null)
                await creation.CreateAsync(Read(section), cancellationToken);
        }
    }

    private static CreateCompanyDto Read(IConfigurationSection section) => new()
    {
        Slug = section["Slug"],
        TenantType = section["TenantType"],
        Name = section["Name"],
        VatNumber = section["VatNumber"],
        CompanyNumber = section["CompanyNumber"],
        Address = ReadAddress(section.GetSection("Address")),
        Contact = ReadContact(section.GetSection("Contact")),
        Language = section["Language"],
        Color = section["Color"],
    };

    private static AddressDto ReadAddress(IConfigurationSection section) => new()
    {
        Street = section["Street"],
        BuildingNumber = section["BuildingNumber"],
        PostalCode = section["PostalCode"],
        Town = section["Town"],
        Country = section["Country"],
    };

    private static ContactDto ReadContact(IConfigurationSection section) => new()
    {
        Name = section["Name"],
        Email = section["Email"],
        Phone = section["Phone"],
    };
}
