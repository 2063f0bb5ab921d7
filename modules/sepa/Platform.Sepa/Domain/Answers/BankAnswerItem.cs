using System.ComponentModel.DataAnnotations.Schema;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>One status or booking as the bank wrote it, and what it was found to mean.</summary>
[Retained(120, "Sepa.Retained.Payments")]
internal sealed class BankAnswerItem : SepaEntity
{
    public BankAnswerItem(Guid answerId, AnswerItem item, AnswerMeaning meaning)
    {
        (AnswerId, Line, Level) = (answerId, item.Line, item.Level);
        (OriginalMessageId, PaymentInformationId) = (item.OriginalMessageId, item.PaymentInformationId);
        Reversal = ReversalSigns.Of(item);
        // A reversal has no end-to-end reference of its own: banks give its identification as that of the instruction.
        (EndToEndId, MandateReference, AmountCents) = (item.EndToEndId ?? (item.Entry is null && Reversal == ReversalSign.Certain ? item.InstructionId : null), item.MandateReference, item.Amount?.Cents);
        (BankStatus, BankCode, On) = (item.Status, item.BankCode, item.Entry?.BookedOn ?? item.Entry?.ValueOn);
        var reason = item.Reasons.Find(r => r.Code is not null);
        (Reason, IsOwnReason) = (reason?.Code, reason?.IsProprietary ?? false);
        Information = item.Reasons.Find(r => r.Information is not null)?.Information;
        Effect = meaning.Effect;
        State = meaning.IsCertain ? BankAnswerItemState.Unmatched : BankAnswerItemState.NotConcerned;
    }

    private BankAnswerItem()
    {
    }

    public Guid AnswerId { get; private set; }

    public int Line { get; private set; }

    public BankAnswerLevel Level { get; private set; }

    public BankAnswerItemState State { get; private set; }

    /// <summary>What it makes of an order; null for nothing.</summary>
    public BankState? Effect { get; private set; }

    public string? BankStatus { get; private set; }

    public string? BankCode { get; private set; }

    public string? OriginalMessageId { get; private set; }

    public string? PaymentInformationId { get; private set; }

    public string? EndToEndId { get; private set; }

    public string? MandateReference { get; private set; }

    public long? AmountCents { get; private set; }

    public DateOnly? On { get; private set; }

    public string? Reason { get; private set; }

    public bool IsOwnReason { get; private set; }

    public string? Information { get; private set; }

    public Guid? OrderId { get; private set; }

    public Guid? RemittanceId { get; private set; }

    public Guid? HandledBy { get; private set; }

    public string? HandledByName { get; private set; }

    public DateTime? HandledAt { get; private set; }

    public string? Note { get; private set; }

    /// <summary>Asked while its file is read, and not kept.</summary>
    [NotMapped]
    public ReversalSign Reversal { get; private init; }

    /// <summary>Speaks of more orders than one: none can be given to it by hand.</summary>
    public bool IsOfMany => Level is BankAnswerLevel.Group or BankAnswerLevel.Block;

    /// <summary>Bears the references of one order.</summary>
    public bool IsOfOne => Level is BankAnswerLevel.Transaction or BankAnswerLevel.Detail;

    /// <summary>
    /// Which way the money went means the one thing for a collection, the other for a transfer booked under the bank's own code, and for a
    /// reversal under whatever code.
    /// </summary>
    public void ReadFor(PaymentScheme scheme)
    {
        if ((Level is BankAnswerLevel.Entry or BankAnswerLevel.Detail) && (scheme.IsReversal() || (scheme.IsTransfer() && AnswerMeaning.IsUnclear(BankCode))))
            Effect = Effect switch { BankState.Settled => BankState.Returned, BankState.Returned => BankState.Settled, var other => other };
    }

    /// <summary>Nothing is certain about it but that it concerns us.</summary>
    public void AskPerson() => State = BankAnswerItemState.Unmatched;

    public void Match(Guid? remittanceId, Guid? orderId = null) =>
        (State, RemittanceId, OrderId) = (BankAnswerItemState.Matched, remittanceId, orderId);

    /// <summary>What it means is certain only beside its order: a return that came too late to be one was given back to the debtor.</summary>
    public void Sharpen(BankState effect) => Effect = effect;

    public void Assign(Guid orderId, Guid? remittanceId, Actor actor, DateTime now)
    {
        Handle(actor, now);
        Match(remittanceId, orderId);
    }

    public void SetAside(string reason, Actor actor, DateTime now)
    {
        Handle(actor, now);
        (State, Note) = (BankAnswerItemState.SetAside, reason);
    }

    private void Handle(Actor actor, DateTime now)
    {
        if (State != BankAnswerItemState.Unmatched)
            throw new BusinessException(SepaErrorCodes.AnswerItemHandled);
        (HandledBy, HandledByName, HandledAt) = (actor.Id, actor.Name, now);
    }
}
