namespace Platform.Sepa;

/// <summary>An order of a remittance with the present state of its mandate.</summary>
internal sealed record OrderFacts
{
    public required Guid Id { get; init; }

    public required long AmountCents { get; init; }

    public required DateOnly CollectionDate { get; init; }

    public required SequenceType SequenceType { get; init; }

    public string? RemittanceInformation { get; init; }

    public required string DebtorName { get; init; }

    public required string DebtorIban { get; init; }

    public string? DebtorBic { get; init; }

    public required PostalAddress DebtorAddress { get; init; }

    public required string MandateReference { get; init; }

    public required string MandateCreditorKey { get; init; }

    public required MandateStatus MandateStatus { get; init; }

    public required MandateType MandateType { get; init; }

    public required SddScheme MandateScheme { get; init; }

    public required DateOnly? SignedOn { get; init; }

    public required DateOnly? LastCollectedOn { get; init; }
}

/// <summary>What all orders of one check share.</summary>
internal sealed record CheckContext(
    SddScheme Scheme, string CreditorKey, bool BicRequired, DateOnly Earliest, DateOnly Today, int DuplicateDays, int UnusualAmountFactor,
    int? NoticeDays = null);
