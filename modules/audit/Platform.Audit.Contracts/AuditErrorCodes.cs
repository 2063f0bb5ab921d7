namespace Platform.Audit;

/// <summary>Stable error codes of the Audit module, also the keys of their texts.</summary>
public static class AuditErrorCodes
{
    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "Audit:CursorInvalid";

    /// <summary>The end of the period is not after its beginning.</summary>
    public const string PeriodInvalid = "Audit:PeriodInvalid";

    /// <summary>The size of a page is outside 1 to 200.</summary>
    public const string PageSizeInvalid = "Audit:PageSizeInvalid";
}
