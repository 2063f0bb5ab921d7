namespace Platform.Sepa;

/// <summary>What the import of one file keeps in mind between its batches.</summary>
internal sealed class AnswerRun(BankAnswer answer)
{
    private string? _group;
    private string? _block;

    public BankAnswer Answer => answer;

    public bool IsStored { get; set; }

    /// <summary>Orders found by mandate and amount: two equal returns are of two orders.</summary>
    public HashSet<Guid> Taken { get; } = [];

    /// <summary>Remittances whose orders changed.</summary>
    public HashSet<Guid> Remittances { get; } = [];

    public AnswerChanges Changes { get; set; }

    /// <summary>An order without a status of its own has that of its block, else of the whole message.</summary>
    public BankAnswerItem Store(AnswerItem item)
    {
        if (item.Level == BankAnswerLevel.Group)
            (_group, _block) = (item.Status, null);
        else if (item.Level == BankAnswerLevel.Block)
            _block = item.Status;
        return new BankAnswerItem(answer.Id, item, AnswerMeaning.Of(item, item.Level == BankAnswerLevel.Transaction ? _block ?? _group : null));
    }
}

/// <summary>An issued order, as far as answers ask for it.</summary>
internal sealed record AnswerOrder(
    Guid Id, string EndToEndId, string? MandateReference, Guid? MandateId, long AmountCents, BankState? State, string? Reason, DateOnly? ExecutionDate,
    PaymentScheme Scheme, Guid RemittanceId);
