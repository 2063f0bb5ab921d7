using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>An order to give a settled collection back, always the whole of it. It carries its own copy of the debtor.</summary>
internal sealed class Reversal : PaymentOrder
{
    /// <param name="original">What is given back.</param>
    /// <param name="block">Place of its payment block in the file it was collected with, from 1.</param>
    /// <param name="reason">Why.</param>
    /// <param name="failed">The reversal that the bank refused, or whose money came back.</param>
    /// <param name="now">UTC.</param>
    public Reversal(Collection original, int block, ReversalReason reason, Reversal? failed, DateTime now)
        : base(OrderKind.Reversal, new OrderData(original.AmountCents, null, null, original.InvoiceNumber, original.RemittanceInformation), now, null)
    {
        RequireReversible(original);
        (OriginalId, OriginalRemittanceId, OriginalBlock, Reason) = (original.Id, original.RemittanceId!.Value, block, reason);
        (PartyName, PartyIban, PartyBic) = (original.PartyName, original.PartyIban, original.PartyBic);
        SetAddress(original.Address());
        SearchText = SearchTexts.Of(EndToEndId, original.EndToEndId, PartyName);
        if (failed is not null)
            Retries(failed);
    }

    private Reversal()
    {
    }

    public Guid OriginalId { get; private set; }

    public Guid OriginalRemittanceId { get; private set; }

    /// <summary>The bank names a block by our number of it, in the old file or in the new one: both are this.</summary>
    public int OriginalBlock { get; private set; }

    public ReversalReason Reason { get; private set; }

    /// <summary>One that was taken back is no attempt: the failed one before it may have another.</summary>
    public override void Cancel()
    {
        base.Cancel();
        RetryOfId = null;
    }

    /// <summary>Something went out, came in, and has not gone back.</summary>
    public static void RequireReversible(Collection original)
    {
        var code = original switch
        {
            { Status: not OrderStatus.Issued } => SepaErrorCodes.ReversalNotIssued,
            { BankState: null } => SepaErrorCodes.OriginalUnanswered,
            _ when IsFailure(original.BankState) => SepaErrorCodes.OriginalFailed,
            _ => null,
        };
        if (code is not null)
            throw new BusinessException(code).WithData("reference", original.EndToEndId);
    }
}
