namespace Platform.Sepa;

/// <summary>Most characters of the elements of bank files: the EPC implementation guidelines where stricter than ISO 20022.</summary>
public static class SepaLengths
{
    /// <summary>Names of parties (Nm; ISO allows 140).</summary>
    public const int Name = 70;

    /// <summary>Message, block, order and mandate identifiers.</summary>
    public const int Identifier = 35;

    /// <summary>Text for the debtor's statement (RmtInf/Ustrd).</summary>
    public const int Remittance = 140;

    /// <summary>Street (StrtNm).</summary>
    public const int Street = 70;

    /// <summary>House number (BldgNb).</summary>
    public const int BuildingNumber = 16;

    /// <summary>Postal code (PstCd).</summary>
    public const int PostalCode = 16;

    /// <summary>Town (TwnNm).</summary>
    public const int Town = 35;

    /// <summary>Free line of a hybrid address (AdrLine), two at most.</summary>
    public const int AddressLine = 70;
}
