namespace Platform.Sepa;

/// <summary>What a column of an imported file can mean; names are stable, they are stored with remembered mappings.</summary>
public enum ImportField
{
    /// <summary>Unique mandate reference.</summary>
    MandateReference,

    /// <summary>Day on which the debtor signed the mandate.</summary>
    SignedOn,

    /// <summary>Name of the debtor, at most 70 characters.</summary>
    DebtorName,

    /// <summary>Account of the debtor.</summary>
    DebtorIban,

    /// <summary>Bank of the debtor; needed only outside the European Economic Area.</summary>
    DebtorBic,

    /// <summary>CORE (when empty) or B2B.</summary>
    Scheme,

    /// <summary>OOFF, FRST, RCUR or FNAL; for a mandate OOFF means that it may be used once.</summary>
    SequenceType,

    /// <summary>Street of the debtor's address.</summary>
    Street,

    /// <summary>House number.</summary>
    BuildingNumber,

    /// <summary>Postal code.</summary>
    PostalCode,

    /// <summary>Town.</summary>
    Town,

    /// <summary>Country, two letters of ISO 3166-1.</summary>
    Country,

    /// <summary>First free line of a hybrid address.</summary>
    AddressLine1,

    /// <summary>Second free line of a hybrid address.</summary>
    AddressLine2,

    /// <summary>E-mail address of the debtor.</summary>
    Email,

    /// <summary>Language of the debtor, two letters of ISO 639-1.</summary>
    Language,

    /// <summary>The company's code of the customer.</summary>
    CustomerCode,

    /// <summary>Amount in euro.</summary>
    Amount,

    /// <summary>Day on which the debtor's account is to be debited; as early as possible when empty.</summary>
    CollectionDate,

    /// <summary>The creditor's reference of the order.</summary>
    EndToEndId,

    /// <summary>Invoice that the order collects or pays: once only.</summary>
    InvoiceNumber,

    /// <summary>Text for the other side's statement, at most 140 characters.</summary>
    RemittanceText,

    /// <summary>Who is paid, at most 70 characters.</summary>
    CreditorName,

    /// <summary>Account that is paid.</summary>
    CreditorIban,

    /// <summary>Bank of the creditor; needed only outside the European Economic Area.</summary>
    CreditorBic,

    /// <summary>Day on which the bank executes a transfer; as early as possible when empty.</summary>
    ExecutionDate,
}
