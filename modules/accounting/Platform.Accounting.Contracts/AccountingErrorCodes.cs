namespace Platform.Accounting;

/// <summary>Stable error codes of the Accounting module, also the keys of their texts.</summary>
public static partial class AccountingErrorCodes
{
    /// <summary>A value is needed and was empty.</summary>
    public const string Required = "Accounting:Required";

    /// <summary>Longer than the {limit} characters allowed.</summary>
    public const string TooLong = "Accounting:TooLong";

    /// <summary>A line break or another control character.</summary>
    public const string Characters = "Accounting:Characters";

    /// <summary>The cursor was not given out by the list.</summary>
    public const string CursorInvalid = "Accounting:CursorInvalid";
}
