using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What the bank said of an issued order. Rows change in sets, see <see cref="AnswerEffects"/>.</summary>
[Retained(120, "Sepa.Retained.Payments")]
internal abstract partial class PaymentOrder
{
    /// <summary>No money came, or it went back.</summary>
    public static readonly BankState[] Failures = [Platform.Sepa.BankState.Rejected, Platform.Sepa.BankState.Returned, Platform.Sepa.BankState.Refunded];

    /// <summary>Null while the bank has said nothing.</summary>
    public BankState? BankState { get; private set; }

    /// <summary>Day of the answer or booking.</summary>
    public DateOnly? BankStateOn { get; private set; }

    /// <summary>ISO external code, or the bank's own.</summary>
    public string? BankReason { get; private set; }

    /// <summary>The order of which this is the second attempt; each has one at most.</summary>
    public Guid? RetryOfId { get; protected set; }

    public static bool IsFailure(BankState? state) => state is { } given && Failures.Contains(given);

    /// <summary>A second attempt says the same; its reference is new and its date the next that is possible.</summary>
    protected static OrderData Again(PaymentOrder failed) =>
        new(failed.AmountCents, null, null, failed.InvoiceNumber, failed.RemittanceInformation);

    protected void Retries(PaymentOrder failed)
    {
        if (!IsFailure(failed.BankState))
            throw new BusinessException(SepaErrorCodes.OrderNotFailed).WithData("reference", failed.EndToEndId);
        RetryOfId = failed.Id;
    }
}
