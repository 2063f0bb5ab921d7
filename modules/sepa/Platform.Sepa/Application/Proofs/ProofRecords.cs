namespace Platform.Sepa;

/// <summary>An order as the proof tells it; amounts in euro.</summary>
internal sealed record ProofOrder(
    Guid Id, OrderKind Kind, string EndToEndId, decimal Amount, string Currency, DateOnly? ExecutionDate, SequenceType? SequenceType, Guid? MandateId,
    string? MandateReference, DateOnly? MandateSignedOn, string? PartyName, string? PartyIban, string? PartyBic, AddressDto PartyAddress, string? InvoiceNumber,
    string? RemittanceInformation, DateTime EnteredAt, BankState? BankState, DateOnly? BankStateOn, BankReasonDto? BankReason,
    Guid? ReversesId = null, ReversalReason? ReversalReason = null)
{
    public static ProofOrder Of(PaymentOrder order, BankReasonDto? reason)
    {
        var mandate = order as Collection;
        return new(
            order.Id, order.Kind, order.EndToEndId, order.AmountCents / 100m, "EUR", order.ExecutionDate, order.SequenceType, mandate?.MandateId,
            mandate?.MandateReference, mandate?.SignedOn, order.PartyName, order.PartyIban, order.PartyBic, order.Address().ToDto(), order.InvoiceNumber,
            order.RemittanceInformation, order.CreatedAt, order.BankState, order.BankStateOn, reason,
            (order as Reversal)?.OriginalId, (order as Reversal)?.Reason);
    }
}

/// <summary>An answer of the bank, and what of it speaks of the order.</summary>
internal sealed record ProofAnswer(
    string File, string Sha256, BankAnswerKind Kind, string Message, string MessageId, DateTime ImportedAt, string? ImportedBy, IReadOnlyList<ProofAnswerItem> Items);

internal sealed record ProofAnswerItem(
    int Line, BankAnswerLevel Level, string? BankStatus, string? BankCode, BankState? Effect, DateOnly? On, string? EndToEndId, decimal? Amount, string? Reason,
    string? Information, string? AssignedBy, DateTime? AssignedAt)
{
    public static ProofAnswerItem Of(BankAnswerItem i) => new(
        i.Line, i.Level, i.BankStatus, i.BankCode, i.Effect, i.On, i.EndToEndId, i.AmountCents / 100m, i.Reason, i.Information, i.HandledByName, i.HandledAt);
}
