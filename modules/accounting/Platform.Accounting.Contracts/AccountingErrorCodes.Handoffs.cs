namespace Platform.Accounting;

public static partial class AccountingErrorCodes
{
    /// <summary>The period ends before it begins.</summary>
    public const string HandoffPeriod = "Accounting:HandoffPeriod";

    /// <summary>More than the 1,000 documents that may be named one by one.</summary>
    public const string HandoffTooManyChosen = "Accounting:HandoffTooManyChosen";

    /// <summary>No document {value} in this company.</summary>
    public const string HandoffDocumentUnknown = "Accounting:HandoffDocumentUnknown";

    /// <summary>The document {value} is in a handoff already.</summary>
    public const string HandoffDocumentSent = "Accounting:HandoffDocumentSent";

    /// <summary>There is nothing new to hand over.</summary>
    public const string HandoffEmpty = "Accounting:HandoffEmpty";

    /// <summary>More than the {limit} documents of one handoff.</summary>
    public const string HandoffTooLarge = "Accounting:HandoffTooLarge";

    /// <summary>The company has chosen no accountant.</summary>
    public const string HandoffWithoutAccountant = "Accounting:HandoffWithoutAccountant";

    /// <summary>The accountant has no e-mail address: it reads on the platform.</summary>
    public const string HandoffWithoutAddress = "Accounting:HandoffWithoutAddress";

    /// <summary>A message of more than 1,000 characters, or with control characters other than line breaks.</summary>
    public const string HandoffMessage = "Accounting:HandoffMessage";

    /// <summary>A link lasts 1 day at least and no longer than the company's settings allow.</summary>
    public const string HandoffDays = "Accounting:HandoffDays";
}
