using Platform.Kernel;

namespace Platform.Sepa;

internal enum OrderKind
{
    Collection,
    Transfer,
    Reversal,
}

internal static class OrderKinds
{
    public static OrderKind Kind(this PaymentScheme scheme) =>
        scheme.IsTransfer() ? OrderKind.Transfer : scheme.IsReversal() ? OrderKind.Reversal : OrderKind.Collection;
}

/// <summary>What every order has that a person or a file gives, checked.</summary>
internal sealed record OrderData(
    long AmountCents, DateOnly? RequestedOn, string? EndToEndId, string? InvoiceNumber, string? RemittanceInformation);

/// <summary>
/// An order to move money. Rows move through remittances in sets, so that 100,000 take seconds: see <see cref="RemittanceLines"/>.
/// From the moment it stands in a remittance its party is the one that the bank file names.
/// </summary>
internal abstract partial class PaymentOrder : AddressedEntity
{
    protected PaymentOrder(OrderKind kind, OrderData data, DateTime now, Guid? importBatchId)
    {
        (Kind, AmountCents, RequestedOn) = (kind, data.AmountCents, data.RequestedOn);
        EndToEndId = data.EndToEndId ?? Id.ToString("N").ToUpperInvariant();
        (InvoiceNumber, RemittanceInformation) = (data.InvoiceNumber, data.RemittanceInformation);
        (CreatedAt, ImportBatchId) = (now, importBatchId);
        SearchText = SearchTexts.Of(EndToEndId, InvoiceNumber);
    }

    protected PaymentOrder()
    {
    }

    public OrderKind Kind { get; private set; }

    public long AmountCents { get; private set; }

    public DateOnly? RequestedOn { get; private set; }

    public string EndToEndId { get; private set; } = "";

    public string? InvoiceNumber { get; private set; }

    public string? RemittanceInformation { get; private set; }

    public OrderStatus Status { get; private set; }

    public Guid? ImportBatchId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid? RemittanceId { get; private set; }

    /// <summary>Of a collection in a remittance; others have none.</summary>
    public SequenceType? SequenceType { get; private set; }

    /// <summary>Collection date, requested execution date of a transfer, or the day on which the bank is to have a reversal, once it stands in a remittance.</summary>
    public DateOnly? ExecutionDate { get; private set; }

    /// <summary>The other side: debtor of a collection or reversal, creditor of a transfer.</summary>
    public string? PartyName { get; protected set; }

    public string? PartyIban { get; protected set; }

    public string? PartyBic { get; protected set; }

    /// <summary>What lists are searched by, without accents.</summary>
    [DisableAuditing("Repeats other properties.")]
    public string SearchText { get; protected set; } = "";

    public virtual void Cancel()
    {
        if (Status != OrderStatus.Waiting)
            throw new BusinessException(SepaErrorCodes.OrderNotWaiting).WithData("reference", EndToEndId);
        Status = OrderStatus.Cancelled;
    }
}
