using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What the bank said of an issued order. Rows change in sets, see <see cref="AnswerEffects"/>.</summary>
internal sealed partial class Collection
{
    /// <summary>No money came, or it went back.</summary>
    public static readonly BankState[] Failures = [Platform.Sepa.BankState.Rejected, Platform.Sepa.BankState.Returned, Platform.Sepa.BankState.Refunded];

    /// <summary>A second attempt for an order that the bank did not pay, or took back.</summary>
    public Collection(Collection failed, DateTime now)
        : this(
            new CollectionData(
                failed.MandateId, failed.AmountCents, null, null, failed.InvoiceNumber, failed.RemittanceInformation,
                // EPC016-06, 4.3.4: what ends a mandate and failed is presented again as what it was.
                failed.SequenceType is Platform.Sepa.SequenceType.Ooff or Platform.Sepa.SequenceType.Fnal ? failed.SequenceType : null),
            now)
    {
        if (failed.BankState is not { } state || !Failures.Contains(state))
            throw new BusinessException(SepaErrorCodes.CollectionNotFailed).WithData("reference", failed.EndToEndId);
        RetryOfId = failed.Id;
    }

    /// <summary>Null while the bank has said nothing.</summary>
    public BankState? BankState { get; private set; }

    /// <summary>Day of the answer or booking.</summary>
    public DateOnly? BankStateOn { get; private set; }

    /// <summary>ISO external code, or the bank's own.</summary>
    public string? BankReason { get; private set; }

    /// <summary>The order of which this is the second attempt; each has one at most.</summary>
    public Guid? RetryOfId { get; private set; }

    public static bool IsFailure(BankState? state) => state is { } given && Failures.Contains(given);
}
