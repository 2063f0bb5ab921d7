namespace Platform.Sepa;

internal static class PostalAddresses
{
    public static bool IsEmpty(this PostalAddress a) =>
        string.IsNullOrEmpty(string.Concat([a.Street, a.BuildingNumber, a.PostalCode, a.Town, a.Country, a.Line1, a.Line2]));

    public static AddressDto ToDto(this PostalAddress a) => new(a.Street, a.BuildingNumber, a.PostalCode, a.Town, a.Country, a.Line1, a.Line2);

    /// <summary>As it will stand in the bank file.</summary>
    public static PostalAddress Transliterate(this PostalAddress a) => new()
    {
        Street = Written(a.Street, SepaLengths.Street),
        BuildingNumber = Written(a.BuildingNumber, SepaLengths.BuildingNumber),
        PostalCode = Written(a.PostalCode, SepaLengths.PostalCode),
        Town = Written(a.Town, SepaLengths.Town),
        Country = a.Country,
        Line1 = Written(a.Line1, SepaLengths.AddressLine),
        Line2 = Written(a.Line2, SepaLengths.AddressLine),
    };

    // A letter may become three: an address line is for people, so its end may go.
    private static string? Written(string? text, int length)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var written = SepaText.Transliterate(text).Text;
        return written.Length <= length ? written : written[..length].TrimEnd();
    }
}
