namespace Platform.Sepa;

internal sealed class PostalAddressElements(IsoXmlWriter xml, AddressStyle style)
{
    public void Write(PostalAddress? address)
    {
        if (address is null || IsEmpty(address))
            return;
        xml.Open("PstlAdr");
        if (style is AddressStyle.CountryAndLines)
            CountryAndLines(address);
        else
            Structured(address);
        xml.Close();
    }

    private static bool IsEmpty(PostalAddress a) =>
        string.IsNullOrEmpty(string.Concat([a.Street, a.BuildingNumber, a.PostalCode, a.Town, a.Country, a.Line1, a.Line2]));

    private void Structured(PostalAddress address)
    {
        xml.OptionalText("StrtNm", address.Street);
        xml.OptionalText("BldgNb", address.BuildingNumber);
        xml.OptionalText("PstCd", address.PostalCode);
        xml.OptionalText("TwnNm", address.Town);
        xml.OptionalText("Ctry", address.Country);
        xml.OptionalText("AdrLine", address.Line1);
        xml.OptionalText("AdrLine", address.Line2);
    }

    private void CountryAndLines(PostalAddress address)
    {
        xml.OptionalText("Ctry", address.Country);
        xml.OptionalText("AdrLine", address.Line1);
        xml.OptionalText("AdrLine", address.Line2);
        Line(address.Street, address.BuildingNumber);
        Line(address.PostalCode, address.Town);
    }

    private void Line(string? left, string? right)
    {
        var joined = $"{left} {right}".Trim();
        if (joined.Length <= SepaLengths.AddressLine)
        {
            xml.OptionalText("AdrLine", joined);
            return;
        }

        xml.OptionalText("AdrLine", left);
        xml.OptionalText("AdrLine", right);
    }
}
