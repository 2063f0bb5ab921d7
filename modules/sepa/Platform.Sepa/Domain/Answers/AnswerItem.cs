namespace Platform.Sepa;

/// <summary>One status or booking, with everything that leads to the order it speaks of.</summary>
internal sealed record AnswerItem(BankAnswerLevel Level, int Line)
{
    /// <summary>MsgId of the answer itself.</summary>
    public string? AnswerMessageId { get; set; }

    public string? OriginalMessageId { get; set; }

    /// <summary>"pain.008.001.08": which message that was; null in bookings.</summary>
    public string? OriginalMessage { get; set; }

    public string? PaymentInformationId { get; set; }

    public string? InstructionId { get; set; }

    /// <summary>Null where the bank says NOTPROVIDED.</summary>
    public string? EndToEndId { get; set; }

    public string? MandateReference { get; set; }

    /// <summary>Of the original order, or of the booking.</summary>
    public IsoAmount? Amount { get; set; }

    /// <summary>As it stands at this level: ACCP, RJCT, ... or BOOK, PDNG.</summary>
    public string? Status { get; set; }

    public List<AnswerReason> Reasons { get; } = [];

    /// <summary>The bank took a return as such, not merely a booking.</summary>
    public bool HasReturn { get; set; }

    /// <summary>The booking it stands in; null in a status report.</summary>
    public AnswerEntry? Entry { get; set; }

    /// <summary>Set where a detail says it itself.</summary>
    public bool? IsCredit { get; set; }

    public string? BankCode { get; set; }
}

/// <summary>Why: an ISO external code, or one of the bank's own.</summary>
internal sealed record AnswerReason(string? Code, bool IsProprietary, string? Information);

/// <summary>Head of a booking (Ntry) with its statement or notification.</summary>
internal sealed record AnswerEntry(int Line)
{
    public string? StatementId { get; set; }

    /// <summary>IBAN, or the bank's own number.</summary>
    public string? Account { get; set; }

    public IsoAmount? Amount { get; set; }

    public bool IsCredit { get; set; }

    public bool IsReversal { get; set; }

    public string? Status { get; set; }

    public DateOnly? BookedOn { get; set; }

    public DateOnly? ValueOn { get; set; }

    /// <summary>Domain-Family-SubFamily, or the bank's own code.</summary>
    public string? BankCode { get; set; }

    public string? BatchMessageId { get; set; }

    public string? BatchPaymentInformationId { get; set; }

    public int DetailCount { get; set; }
}
