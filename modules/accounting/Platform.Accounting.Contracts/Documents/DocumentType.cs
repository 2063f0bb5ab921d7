namespace Platform.Accounting;

/// <summary>What a document is. Its text is "DocumentType:{name}".</summary>
public enum DocumentType
{
    /// <summary>Nothing of the others, or not sorted yet.</summary>
    Other,

    /// <summary>From a supplier.</summary>
    PurchaseInvoice,

    /// <summary>To a customer.</summary>
    SalesInvoice,

    /// <summary>Of a bank account.</summary>
    BankStatement,

    /// <summary>With anybody.</summary>
    Contract,

    /// <summary>Policies and claims.</summary>
    Insurance,

    /// <summary>Statutes, minutes, extracts of registers.</summary>
    CompanyRecord,
}

/// <summary>How far a document has come. Its text is "DocumentState:{name}".</summary>
public enum DocumentState
{
    /// <summary>In the inbox; nobody was told of it.</summary>
    New,

    /// <summary>Part of a handoff.</summary>
    Sent,

    /// <summary>The accountant has taken it.</summary>
    Accepted,

    /// <summary>The accountant waits for an answer about it.</summary>
    Questioned,

    /// <summary>In the books.</summary>
    Booked,
}
