namespace Platform.Sepa;

/// <summary>What a bank's profile says about its credit-transfer files.</summary>
internal sealed record Pain001Options(Pain001Version Version = Pain001Version.V09, AddressStyle AddressStyle = AddressStyle.Structured);

/// <summary>
/// Head of a file. Texts are written as they come: they were checked and, where needed, transliterated before a person approved them.
/// </summary>
internal sealed record Pain001Message
{
    /// <summary>MsgId: unique per bank, also the bank's protection against doubles.</summary>
    public required string MessageId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>SCT Inst instead of SCT.</summary>
    public bool IsInstant { get; init; }

    public required Pain001Debtor Debtor { get; init; }

    /// <summary>BtchBookg: true for one debit per block, false for one per order, null for the bank's agreement.</summary>
    public bool? BatchBooking { get; init; }

    /// <summary>In the order of the transactions, each date once.</summary>
    public required IReadOnlyList<Pain001Block> Blocks { get; init; }

    public int TransactionCount => Blocks.Sum(b => b.TransactionCount);

    public long ControlSumCents => Blocks.Sum(b => b.ControlSumCents);
}

internal sealed record Pain001Debtor(string Name, string Iban, string? Bic, PostalAddress? Address = null);

/// <summary>A block of one execution date.</summary>
internal sealed record Pain001Block(string PaymentInformationId, DateOnly Key, int TransactionCount, long ControlSumCents)
    : FileBlock<DateOnly>(PaymentInformationId, Key, TransactionCount, ControlSumCents);

/// <summary>One order (CdtTrfTxInf), shaped to be filled from a row of a data reader.</summary>
internal sealed record Pain001Transaction
{
    public required DateOnly ExecutionDate { get; init; }

    public required string EndToEndId { get; init; }

    public required long AmountCents { get; init; }

    public required string CreditorName { get; init; }

    public required string CreditorIban { get; init; }

    /// <summary>Needed only where the creditor's bank lies outside the European Economic Area.</summary>
    public string? CreditorBic { get; init; }

    public PostalAddress? CreditorAddress { get; init; }

    public string? RemittanceText { get; init; }
}
