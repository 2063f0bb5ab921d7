namespace Platform.Sepa;

/// <summary>What part of an earlier message an item speaks of.</summary>
public enum BankAnswerLevel
{
    /// <summary>The whole message (OrgnlGrpInfAndSts).</summary>
    Group,

    /// <summary>One payment block of it (OrgnlPmtInfAndSts).</summary>
    Block,

    /// <summary>One order (TxInfAndSts).</summary>
    Transaction,

    /// <summary>One booked order of an entry (TxDtls).</summary>
    Detail,

    /// <summary>A booking without orders (Ntry).</summary>
    Entry,
}
