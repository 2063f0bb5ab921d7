namespace Platform.Sepa;

/// <summary>One order (DrctDbtTxInf), shaped to be filled from a row of a data reader.</summary>
internal sealed record Pain008Transaction
{
    public required Pain008BlockKey Block { get; init; }

    public required string EndToEndId { get; init; }

    public required long AmountCents { get; init; }

    public required string MandateReference { get; init; }

    public required DateOnly SignedOn { get; init; }

    public MandateAmendment? Amendment { get; init; }

    public required string DebtorName { get; init; }

    public required string DebtorIban { get; init; }

    /// <summary>Needed only where the debtor's bank lies outside the European Economic Area.</summary>
    public string? DebtorBic { get; init; }

    public PostalAddress? DebtorAddress { get; init; }

    public string? RemittanceText { get; init; }
}

/// <summary>What changed in a mandate since its last collection (AmdmntInfDtls); at least one member is set.</summary>
internal sealed record MandateAmendment
{
    public string? OriginalReference { get; init; }

    public string? OriginalCreditorName { get; init; }

    public string? OriginalCreditorIdentifier { get; init; }

    /// <summary>The debtor's earlier account in the same bank; left out when <see cref="NewDebtorAccount"/> is set.</summary>
    public string? OriginalDebtorIban { get; init; }

    /// <summary>SMNDA: same mandate, new debtor account.</summary>
    public bool NewDebtorAccount { get; init; }

    public bool IsEmpty => !NewDebtorAccount && OriginalReference is null && OriginalCreditorName is null
        && OriginalCreditorIdentifier is null && OriginalDebtorIban is null;
}
