namespace Platform.Sepa;

/// <content>Reversals of collections.</content>
public static partial class SepaErrorCodes
{
    /// <summary>The collection is in no issued remittance.</summary>
    public const string ReversalNotIssued = "Sepa:ReversalNotIssued";

    /// <summary>The bank has neither accepted nor booked the collection.</summary>
    public const string OriginalUnanswered = "Sepa:OriginalUnanswered";

    /// <summary>The collection was rejected, returned or refunded: there is nothing left to give back.</summary>
    public const string OriginalFailed = "Sepa:OriginalFailed";

    /// <summary>The collection is given back already.</summary>
    public const string AlreadyReversed = "Sepa:AlreadyReversed";

    /// <summary>The collection is not due yet.</summary>
    public const string ReversalTooEarly = "Sepa:ReversalTooEarly";

    /// <summary>The five TARGET days after the due date are over.</summary>
    public const string ReversalTooLate = "Sepa:ReversalTooLate";

    /// <summary>A reversal is of the whole amount, and of no other.</summary>
    public const string ReversalAmount = "Sepa:ReversalAmount";

    /// <summary>A file of reversals names one earlier file only.</summary>
    public const string ReversalsOfSeveralFiles = "Sepa:ReversalsOfSeveralFiles";
}
