namespace Platform.Sepa;

/// <content>Credit transfers.</content>
public static partial class SepaErrorCodes
{
    /// <summary>Verification of Payee: the account is somebody else's.</summary>
    public const string PayeeNoMatch = "Sepa:PayeeNoMatch";

    /// <summary>Verification of Payee: the holder has almost this name.</summary>
    public const string PayeeCloseMatch = "Sepa:PayeeCloseMatch";

    /// <summary>Verification of Payee has no verdict.</summary>
    public const string PayeeUnverified = "Sepa:PayeeUnverified";

    /// <summary>No service verifies payees in this installation.</summary>
    public const string NoPayeeVerifier = "Sepa:NoPayeeVerifier";

    /// <summary>Payees are of transfers; the remittance collects.</summary>
    public const string NotATransfer = "Sepa:NotATransfer";

    /// <summary>The account has no creditor identifier: it pays, but collects nothing.</summary>
    public const string AccountCannotCollect = "Sepa:AccountCannotCollect";

    /// <summary>TARGET is closed on the wanted date.</summary>
    public const string TransferDateClosed = "Sepa:TransferDateClosed";

    /// <summary>The wanted date lies in the past.</summary>
    public const string TransferDatePast = "Sepa:TransferDatePast";

    /// <summary>The bank can no longer keep the date.</summary>
    public const string TransferDateTooEarly = "Sepa:TransferDateTooEarly";

    /// <summary>The date is more than a year away.</summary>
    public const string TransferDateFar = "Sepa:TransferDateFar";

    /// <summary>A creditor name has more than 70 characters.</summary>
    public const string CreditorNameLength = "Sepa:CreditorNameLength";

    /// <summary>A creditor name will be written in the SEPA character set.</summary>
    public const string CreditorNameCharacters = "Sepa:CreditorNameCharacters";

    /// <summary>A creditor outside the European Economic Area needs an address.</summary>
    public const string CreditorAddressMissing = "Sepa:CreditorAddressMissing";

    /// <summary>Same account and amount as another transfer of these days.</summary>
    public const string SameTransfer = "Sepa:SameTransfer";

    /// <summary>The invoice is paid by another transfer.</summary>
    public const string InvoicePaid = "Sepa:InvoicePaid";

    /// <summary>Nothing was ever paid to this account.</summary>
    public const string FirstPayment = "Sepa:FirstPayment";

    /// <summary>The creditor was paid to another account before.</summary>
    public const string OtherIban = "Sepa:OtherIban";

    /// <summary>The amount is far above what is usually paid to this account.</summary>
    public const string UnusualTransfer = "Sepa:UnusualTransfer";
}
