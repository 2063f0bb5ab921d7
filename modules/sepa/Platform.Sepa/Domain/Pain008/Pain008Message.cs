namespace Platform.Sepa;

/// <summary>
/// Head of a file. Texts are written as they come: they were checked and, where needed, transliterated before a person approved them.
/// </summary>
internal sealed record Pain008Message
{
    /// <summary>MsgId: unique per bank, also the bank's protection against doubles.</summary>
    public required string MessageId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    public required InitiatingParty InitiatingParty { get; init; }

    public required Pain008Creditor Creditor { get; init; }

    /// <summary>BtchBookg: true for one credit per block, false for one per order, null for the bank's agreement.</summary>
    public bool? BatchBooking { get; init; }

    /// <summary>In the order of the transactions, each key once.</summary>
    public required IReadOnlyList<Pain008Block> Blocks { get; init; }

    public int TransactionCount => Blocks.Sum(b => b.TransactionCount);

    public long ControlSumCents => Blocks.Sum(b => b.ControlSumCents);
}


internal sealed record Pain008Creditor(
    string Name, string Iban, string? Bic, string CreditorIdentifier, PostalAddress? Address = null);

/// <summary>What all orders of a block (PmtInf) share.</summary>
internal readonly record struct Pain008BlockKey(SddScheme Scheme, SequenceType SequenceType, DateOnly CollectionDate);

/// <summary>A block of one scheme, sequence type and collection date.</summary>
internal sealed record Pain008Block(string PaymentInformationId, Pain008BlockKey Key, int TransactionCount, long ControlSumCents)
    : FileBlock<Pain008BlockKey>(PaymentInformationId, Key, TransactionCount, ControlSumCents);
