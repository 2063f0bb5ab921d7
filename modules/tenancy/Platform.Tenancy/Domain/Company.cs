using Platform.Kernel;

namespace Platform.Tenancy;

// Flat columns instead of owned types: the audit trail names each of them.
[HostWide("The directory of companies; read through membership.")]
[ExportedFor(nameof(Id))]
internal sealed partial class Company : IHasConcurrencyStamp
{
    private Company()
    {
    }

    public Company(string slug, string tenantType, CompanyProfile profile)
    {
        Id = Guid.CreateVersion7();
        Slug = CompanySlug.IsValid(slug) ? slug : throw new BusinessException(TenancyErrorCodes.SlugFormat).WithData("value", slug);
        TenantType = tenantType;
        Change(profile);
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string TenantType { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string VatNumber { get; private set; } = "";

    public string CompanyNumber { get; private set; } = "";

    public string Street { get; private set; } = "";

    public string BuildingNumber { get; private set; } = "";

    public string PostalCode { get; private set; } = "";

    public string Town { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string ContactName { get; private set; } = "";

    public string ContactEmail { get; private set; } = "";

    public string ContactPhone { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Color { get; private set; } = "";

    /// <summary>What the directory finds it by; null until the first start of a version that has it.</summary>
    [DisableAuditing("Made of the name and the VAT number.")]
    public string? SearchText { get; private set; }

    /// <summary>The multi-entity group it belongs to, if any.</summary>
    public Guid? GroupId { get; set; }

    /// <summary>Raised by every change of rights in the company, in one statement; never by editing the company.</summary>
    [DisableAuditing("Each change of rights is audited itself.")]
    public long? RightsVersion { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public void Change(CompanyProfile profile)
    {
        (Name, VatNumber, CompanyNumber) = (profile.Name, profile.VatNumber.Value, profile.CompanyNumber);
        (Street, BuildingNumber, PostalCode, Town, Country) =
            (profile.Street, profile.BuildingNumber, profile.PostalCode, profile.Town, profile.Country);
        (ContactName, ContactEmail, ContactPhone) = (profile.ContactName, profile.ContactEmail, profile.ContactPhone);
        (Language, Color) = (profile.Language, profile.Color);
        SearchText = SearchTextOf(Name, VatNumber);
    }

    public static string SearchTextOf(string name, string vatNumber) => SearchTexts.Of(name, vatNumber);
}
