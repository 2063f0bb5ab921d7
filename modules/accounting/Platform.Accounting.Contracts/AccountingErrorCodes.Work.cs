namespace Platform.Accounting;

/// <content>Of the accountant's work.</content>
public static partial class AccountingErrorCodes
{
    /// <summary>The document is in a state in which this cannot be done: not handed over, or booked already.</summary>
    public const string WorkState = "Accounting:WorkState";

    /// <summary>Nobody asked about the document, or it was answered.</summary>
    public const string NoQuestion = "Accounting:NoQuestion";

    /// <summary>More than 2,000 characters.</summary>
    public const string Max2000 = "Accounting:Max2000";
}
