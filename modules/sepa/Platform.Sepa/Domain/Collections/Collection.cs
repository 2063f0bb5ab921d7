using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Everything of an order that a person or a file gives, checked.</summary>
internal sealed record CollectionData(
    Guid MandateId, long AmountCents, DateOnly? RequestedOn, string? EndToEndId, string? InvoiceNumber, string? RemittanceInformation,
    SequenceType? RequestedSequence);

/// <summary>
/// A direct-debit order. Rows move through remittances in sets, so that 100,000 take seconds: see <see cref="RemittanceLines"/>.
/// From the moment it stands in a remittance it carries its own copy of debtor and mandate.
/// </summary>
internal sealed partial class Collection : AddressedEntity
{
    public Collection(CollectionData data, DateTime now, Guid? importBatchId = null)
    {
        (MandateId, AmountCents, RequestedOn) = (data.MandateId, data.AmountCents, data.RequestedOn);
        EndToEndId = data.EndToEndId ?? Id.ToString("N").ToUpperInvariant();
        (InvoiceNumber, RemittanceInformation, RequestedSequence) = (data.InvoiceNumber, data.RemittanceInformation, data.RequestedSequence);
        (CreatedAt, ImportBatchId) = (now, importBatchId);
        SearchText = SearchTexts.Of(EndToEndId, InvoiceNumber);
    }

    private Collection()
    {
    }

    public Guid MandateId { get; private set; }

    public long AmountCents { get; private set; }

    public DateOnly? RequestedOn { get; private set; }

    public string EndToEndId { get; private set; } = "";

    public string? InvoiceNumber { get; private set; }

    public string? RemittanceInformation { get; private set; }

    public SequenceType? RequestedSequence { get; private set; }

    public CollectionStatus Status { get; private set; }

    public Guid? ImportBatchId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid? RemittanceId { get; private set; }

    public SequenceType? SequenceType { get; private set; }

    public DateOnly? CollectionDate { get; private set; }

    public string? MandateReference { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public string? DebtorName { get; private set; }

    public string? DebtorIban { get; private set; }

    public string? DebtorBic { get; private set; }

    public bool DebtorAccountChanged { get; private set; }

    /// <summary>References without accents, for searching.</summary>
    [DisableAuditing("Repeats other properties.")]
    public string SearchText { get; private set; } = "";

    public void Cancel()
    {
        if (Status != CollectionStatus.Waiting)
            throw new BusinessException(SepaErrorCodes.CollectionNotWaiting).WithData("reference", EndToEndId);
        Status = CollectionStatus.Cancelled;
    }
}
