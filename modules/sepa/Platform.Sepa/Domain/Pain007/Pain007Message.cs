namespace Platform.Sepa;

/// <summary>Edition of the reversal file.</summary>
internal enum Pain007Version
{
    /// <summary>pain.007.001.02, ISO edition 2009: beside pain.008.001.02.</summary>
    V02,

    /// <summary>pain.007.001.08: beside pain.008.001.08.</summary>
    V08,
}

/// <summary>
/// Head of a file of reversals. It names one earlier message, as the standard has it. Texts are written as they come: they are those of
/// the file that is reversed.
/// </summary>
internal sealed record Pain007Message
{
    /// <summary>MsgId: unique per bank, also the bank's protection against doubles.</summary>
    public required string MessageId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required string OriginalMessageId { get; init; }

    /// <summary>"pain.008.001.08".</summary>
    public required string OriginalFormat { get; init; }

    public required SddScheme Scheme { get; init; }

    /// <summary>As the original file names it.</summary>
    public required Pain008Creditor Creditor { get; init; }

    /// <summary>In the order of the transactions, each block of the original file once at most.</summary>
    public required IReadOnlyList<Pain007Block> Blocks { get; init; }

    public int TransactionCount => Blocks.Sum(b => b.TransactionCount);

    public long ControlSumCents => Blocks.Sum(b => b.ControlSumCents);
}

/// <summary>What is reversed of a block of the original file; its key is that block's number, from 1.</summary>
internal sealed record Pain007Block(string PaymentInformationId, string OriginalPaymentInformationId, int Key, int TransactionCount, long ControlSumCents)
    : FileBlock<int>(PaymentInformationId, Key, TransactionCount, ControlSumCents);

/// <summary>One reversal (TxInf), shaped to be filled from a row of a data reader.</summary>
internal sealed record Pain007Transaction
{
    public required int Block { get; init; }

    /// <summary>RvslId.</summary>
    public required string ReversalId { get; init; }

    public required string OriginalEndToEndId { get; init; }

    public required long AmountCents { get; init; }

    public required ReversalReason Reason { get; init; }

    public required SequenceType SequenceType { get; init; }

    public required DateOnly CollectionDate { get; init; }

    public required string MandateReference { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required string DebtorName { get; init; }

    public required string DebtorIban { get; init; }

    public string? DebtorBic { get; init; }

    public string? RemittanceText { get; init; }
}
