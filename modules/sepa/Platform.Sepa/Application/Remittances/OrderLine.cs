namespace Platform.Sepa;

/// <summary>What a bank file says about an order in a remittance: the columns that are read for it, and no others.</summary>
internal abstract record OrderLine(
    string EndToEndId, long AmountCents, string PartyName, string PartyIban, string? PartyBic, string? RemittanceInformation)
{
    public string? Street { get; init; }

    public string? BuildingNumber { get; init; }

    public string? PostalCode { get; init; }

    public string? Town { get; init; }

    public string? Country { get; init; }

    public string? AddressLine1 { get; init; }

    public string? AddressLine2 { get; init; }

    public string? RemittanceText => RemittanceInformation is { } text ? Written(text) : null;

    public static string Written(string text) => SepaText.Transliterate(text).Text;

    /// <summary>As written; null without country, which every address has.</summary>
    public PostalAddress? Address() => Country is null && Town is null
        ? null
        : new PostalAddress
        {
            Street = Street,
            BuildingNumber = BuildingNumber,
            PostalCode = PostalCode,
            Town = Town,
            Country = Country,
            Line1 = AddressLine1,
            Line2 = AddressLine2,
        }.Transliterate();
}
