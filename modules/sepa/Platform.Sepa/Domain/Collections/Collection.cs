namespace Platform.Sepa;

/// <summary>Everything of a collection that a person or a file gives, checked.</summary>
internal sealed record CollectionData(Guid MandateId, OrderData Order, SequenceType? RequestedSequence);

/// <summary>A direct-debit order. From the moment it stands in a remittance it carries its own copy of debtor and mandate.</summary>
internal sealed class Collection : PaymentOrder
{
    public Collection(CollectionData data, DateTime now, Guid? importBatchId = null) : base(OrderKind.Collection, data.Order, now, importBatchId) =>
        (MandateId, RequestedSequence) = (data.MandateId, data.RequestedSequence);

    /// <summary>A second attempt for an order that the bank did not pay, or took back.</summary>
    // EPC016-06, 4.3.4: what ends a mandate and failed is presented again as what it was.
    public Collection(Collection failed, DateTime now)
        : this(
            new CollectionData(
                failed.MandateId, Again(failed),
                failed.SequenceType is Platform.Sepa.SequenceType.Ooff or Platform.Sepa.SequenceType.Fnal ? failed.SequenceType : null),
            now) => Retries(failed);

    private Collection()
    {
    }

    public Guid MandateId { get; private set; }

    public SequenceType? RequestedSequence { get; private set; }

    public string? MandateReference { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    /// <summary>What the debtor's bank knew instead: said by the first order of the mandate in the remittance that tells of an amendment.</summary>
    public string? OriginalReference { get; private set; }

    public string? OriginalDebtorIban { get; private set; }

    public string? OriginalCreditorIdentifier { get; private set; }

    public string? OriginalCreditorName { get; private set; }

    public bool DebtorAccountChanged => OriginalDebtorIban is not null;

    public bool TellsAmendment => (OriginalReference ?? OriginalDebtorIban ?? OriginalCreditorIdentifier ?? OriginalCreditorName) is not null;
}
