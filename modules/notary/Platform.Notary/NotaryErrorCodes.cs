namespace Platform.Notary;

/// <summary>Stable error codes of the Notary module, also the keys of their texts.</summary>
internal static class NotaryErrorCodes
{
    /// <summary>A value is missing.</summary>
    public const string Required = "Notary:Required";

    /// <summary>A reference of more than 40 characters.</summary>
    public const string ReferenceTooLong = "Notary:ReferenceTooLong";

    /// <summary>The office has a deed with this reference for this company.</summary>
    public const string ReferenceTaken = "Notary:ReferenceTaken";

    /// <summary>A subject of more than 200 characters.</summary>
    public const string SubjectTooLong = "Notary:SubjectTooLong";

    /// <summary>A deed is signed today or later.</summary>
    public const string DayPast = "Notary:DayPast";

    /// <summary>The deed has not come so far, or is further already.</summary>
    public const string DeedState = "Notary:DeedState";

    /// <summary>Only the people of an engaged office prepare deeds, not the company's own.</summary>
    public const string OfficeOnly = "Notary:OfficeOnly";

    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "Notary:CursorInvalid";
}
