namespace Platform.Accounting;

/// <content>Of files of bookings.</content>
public static partial class AccountingErrorCodes
{
    /// <summary>The file is larger than <see cref="BookingLimits.MaxBytes"/>.</summary>
    public const string BookingTooLarge = "Accounting:BookingTooLarge";

    /// <summary>The file has more than <see cref="BookingLimits.MaxLines"/> lines.</summary>
    public const string BookingTooMany = "Accounting:BookingTooMany";

    /// <summary>A column that is needed is missing.</summary>
    public const string BookingColumn = "Accounting:BookingColumn";

    /// <summary>No line follows the names of the columns.</summary>
    public const string BookingEmpty = "Accounting:BookingEmpty";

    /// <summary>Not a day as YYYYMMDD, YYYY-MM-DD or DD/MM/YYYY.</summary>
    public const string BookingDate = "Accounting:BookingDate";

    /// <summary>Not an amount with at most two decimals.</summary>
    public const string BookingAmount = "Accounting:BookingAmount";

    /// <summary>Sens is neither D, C, 1 nor -1.</summary>
    public const string BookingSense = "Accounting:BookingSense";

    /// <summary>Debit and credit of an entry differ.</summary>
    public const string BookingUnbalanced = "Accounting:BookingUnbalanced";

    /// <summary>A line has more or fewer cells than the first, or a quotation mark does not end.</summary>
    public const string BookingCells = "Accounting:BookingCells";

    /// <summary>Longer than the column may be.</summary>
    public const string BookingLong = "Accounting:BookingLong";
}
