namespace Platform.Sepa;

internal static class AddressCells
{
    /// <summary>Null when no cell holds text; else town and country are compulsory, as in every SEPA address since November 2026.</summary>
    public static PostalAddress? Read(ImportRowReader cells)
    {
        var address = new PostalAddress
        {
            Street = cells.Text(ImportField.Street, SepaLengths.Street),
            BuildingNumber = cells.Text(ImportField.BuildingNumber, SepaLengths.BuildingNumber),
            PostalCode = cells.Text(ImportField.PostalCode, SepaLengths.PostalCode),
            Town = cells.Text(ImportField.Town, SepaLengths.Town),
            Country = cells.Text(ImportField.Country, SepaLengths.Town)?.ToUpperInvariant(),
            Line1 = cells.Text(ImportField.AddressLine1, SepaLengths.AddressLine),
            Line2 = cells.Text(ImportField.AddressLine2, SepaLengths.AddressLine),
        };
        if (address == new PostalAddress())
            return null;
        if (address.Town is null || address.Country is null)
            cells.Refuse(address.Town is null ? ImportField.Town : ImportField.Country, SepaErrorCodes.AddressIncomplete);
        else if (!Countries.IsKnown(address.Country))
            cells.Refuse(ImportField.Country, SepaErrorCodes.CountryUnknown, address.Country);
        return address;
    }
}
