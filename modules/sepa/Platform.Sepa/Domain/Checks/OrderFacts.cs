namespace Platform.Sepa;

/// <summary>An order of a remittance.</summary>
internal sealed record OrderFacts
{
    public required Guid Id { get; init; }

    public required long AmountCents { get; init; }

    public required DateOnly ExecutionDate { get; init; }

    public SequenceType? SequenceType { get; init; }

    public string? RemittanceInformation { get; init; }

    public required string PartyName { get; init; }

    public required string PartyIban { get; init; }

    public string? PartyBic { get; init; }

    public required PostalAddress PartyAddress { get; init; }

    /// <summary>The present state of the mandate of a collection; others have none.</summary>
    public MandateFacts? Mandate { get; init; }

    /// <summary>The present state of what a reversal gives back; others have none.</summary>
    public OriginalFacts? Original { get; init; }
}

internal sealed record OriginalFacts(string EndToEndId, DateOnly DueOn, long AmountCents, BankState? State)
{
    public FindingData Data() => FindingData.Of("reference", EndToEndId).And("date", DueOn).And("last", ReversalWindow.LastDay(DueOn));
}

internal sealed record MandateFacts
{
    public required string Reference { get; init; }

    public required string CreditorKey { get; init; }

    public required MandateStatus Status { get; init; }

    public required MandateType Type { get; init; }

    public required SddScheme Scheme { get; init; }

    public required DateOnly? SignedOn { get; init; }

    public required DateOnly? LastCollectedOn { get; init; }
}

/// <summary>What all orders of one check share.</summary>
internal sealed record CheckContext(
    PaymentScheme Scheme, string CreditorKey, bool BicRequired, DateOnly Earliest, DateOnly Today, int DuplicateDays, int UnusualAmountFactor,
    int? NoticeDays = null, bool VerifiesPayees = false);
