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

    public bool DebtorAccountChanged { get; private set; }
}
