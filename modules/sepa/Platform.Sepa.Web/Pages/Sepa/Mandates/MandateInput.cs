namespace Platform.Sepa.Web;

/// <summary>The form of a mandate; the application service checks every field.</summary>
internal sealed class MandateInput
{
    public string? Reference { get; set; }

    public Guid? CreditorAccountId { get; set; }

    public SddScheme Scheme { get; set; }

    public MandateType Type { get; set; }

    public DateOnly? SignedOn { get; set; }

    public string? DebtorName { get; set; }

    public string? DebtorIban { get; set; }

    public string? DebtorBic { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }

    public string? CustomerCode { get; set; }

    public AddressInput Address { get; set; } = new();

    public Guid? Stamp { get; set; }

    public static MandateInput Of(MandateDto mandate) => new()
    {
        Reference = mandate.Reference,
        Scheme = mandate.Scheme,
        Type = mandate.Type,
        SignedOn = mandate.SignedOn,
        DebtorName = mandate.DebtorName,
        DebtorIban = mandate.DebtorIban,
        DebtorBic = mandate.DebtorBic,
        Email = mandate.Email,
        Language = mandate.Language,
        CustomerCode = mandate.Customer?.Code,
        Address = AddressInput.Of(mandate.Address),
        Stamp = mandate.ConcurrencyStamp,
    };

    public SaveMandateDto ToDto() => new(
        Reference, CreditorAccountId, Scheme, Type, SignedOn, DebtorName, DebtorIban, DebtorBic, Address.ToDto(), Email, Language, Stamp, CustomerCode);
}

/// <summary>The fields of an address.</summary>
internal sealed class AddressInput
{
    public string? Street { get; set; }

    public string? BuildingNumber { get; set; }

    public string? PostalCode { get; set; }

    public string? Town { get; set; }

    public string? Country { get; set; }

    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public static AddressInput Of(AddressDto a) => new()
    {
        Street = a.Street,
        BuildingNumber = a.BuildingNumber,
        PostalCode = a.PostalCode,
        Town = a.Town,
        Country = a.Country,
        Line1 = a.Line1,
        Line2 = a.Line2,
    };

    public AddressDto ToDto() => new(Street, BuildingNumber, PostalCode, Town, Country, Line1, Line2);
}
