namespace Platform.Sepa;

public static partial class SepaErrorCodes
{
    /// <summary>Whoever prepared something does not approve it.</summary>
    public const string FourEyes = "Sepa:FourEyes";

    /// <summary>The creditor account waits for its approval or is closed.</summary>
    public const string CreditorAccountNotApproved = "Sepa:CreditorAccountNotApproved";

    /// <summary>The creditor account is closed for good.</summary>
    public const string CreditorAccountClosed = "Sepa:CreditorAccountClosed";

    /// <summary>The company has no creditor account yet, so no creditor identifier.</summary>
    public const string CreditorAccountMissing = "Sepa:CreditorAccountMissing";

    /// <summary>The company has several creditor identifiers: one must be chosen.</summary>
    public const string CreditorAccountAmbiguous = "Sepa:CreditorAccountAmbiguous";

    /// <summary>Not a time zone of the IANA database.</summary>
    public const string TimeZoneUnknown = "Sepa:TimeZoneUnknown";

    /// <summary>A number is outside its range.</summary>
    public const string NumberRange = "Sepa:NumberRange";

    /// <summary>Not an e-mail address.</summary>
    public const string EmailFormat = "Sepa:EmailFormat";

    /// <summary>Not a language code of two letters.</summary>
    public const string LanguageFormat = "Sepa:LanguageFormat";

    /// <summary>The state of the mandate does not allow the act.</summary>
    public const string MandateState = "Sepa:MandateState";

    /// <summary>Reference, scheme, type and signature of a signed mandate are fixed.</summary>
    public const string MandateSignedPartsFixed = "Sepa:MandateSignedPartsFixed";

    /// <summary>A date of signature lies in the future.</summary>
    public const string SignedInFuture = "Sepa:SignedInFuture";

    /// <summary>The 36 months of a mandate are not over.</summary>
    public const string MandateNotLapsed = "Sepa:MandateNotLapsed";

    /// <summary>A mandate with this reference exists.</summary>
    public const string MandateReferenceTaken = "Sepa:MandateReferenceTaken";

    /// <summary>The file holds this mandate reference on an earlier line.</summary>
    public const string MandateReferenceTwice = "Sepa:MandateReferenceTwice";

    /// <summary>No mandate has this reference.</summary>
    public const string MandateUnknown = "Sepa:MandateUnknown";

    /// <summary>No customer has this code, or none that the person sees.</summary>
    public const string CustomerUnknown = "Sepa:CustomerUnknown";

    /// <summary>The mandate is a draft, suspended, cancelled or expired.</summary>
    public const string MandateNotActive = "Sepa:MandateNotActive";

    /// <summary>The mandate is for the other scheme.</summary>
    public const string MandateScheme = "Sepa:MandateScheme";

    /// <summary>The mandate belongs to another creditor identifier.</summary>
    public const string MandateOtherCreditor = "Sepa:MandateOtherCreditor";

    /// <summary>The mandate was signed after the collection date.</summary>
    public const string MandateSignedLater = "Sepa:MandateSignedLater";

    /// <summary>36 months have passed since the last collection or the signature.</summary>
    public const string MandateLapsed = "Sepa:MandateLapsed";

    /// <summary>A one-off mandate is used already, or a final collection has ended the mandate.</summary>
    public const string MandateUsed = "Sepa:MandateUsed";

    /// <summary>The wanted sequence type does not fit the mandate.</summary>
    public const string SequenceTypeMismatch = "Sepa:SequenceTypeMismatch";

    /// <summary>The order is in a remittance, issued or cancelled.</summary>
    public const string OrderNotWaiting = "Sepa:OrderNotWaiting";

    /// <summary>Another order has this end-to-end reference.</summary>
    public const string EndToEndIdTaken = "Sepa:EndToEndIdTaken";

    /// <summary>The file holds this end-to-end reference on an earlier line.</summary>
    public const string EndToEndIdTwice = "Sepa:EndToEndIdTwice";

    /// <summary>TARGET is closed on the wanted date.</summary>
    public const string CollectionDateClosed = "Sepa:CollectionDateClosed";

    /// <summary>The wanted date lies in the past.</summary>
    public const string CollectionDatePast = "Sepa:CollectionDatePast";

    /// <summary>The bank can no longer keep the date.</summary>
    public const string CollectionDateTooEarly = "Sepa:CollectionDateTooEarly";

    /// <summary>The date is more than a year away.</summary>
    public const string CollectionDateFar = "Sepa:CollectionDateFar";

    /// <summary>A debtor name has more than 70 characters.</summary>
    public const string DebtorNameLength = "Sepa:DebtorNameLength";

    /// <summary>A debtor name will be written in the SEPA character set.</summary>
    public const string DebtorNameCharacters = "Sepa:DebtorNameCharacters";

    /// <summary>The remittance information has more than 140 characters.</summary>
    public const string RemittanceInformationLength = "Sepa:RemittanceInformationLength";

    /// <summary>The remittance information will be written in the SEPA character set.</summary>
    public const string RemittanceInformationCharacters = "Sepa:RemittanceInformationCharacters";

    /// <summary>The bank, or an account outside the European Economic Area, asks for the debtor's BIC.</summary>
    public const string BicMissing = "Sepa:BicMissing";

    /// <summary>A debtor outside the European Economic Area needs an address.</summary>
    public const string DebtorAddressMissing = "Sepa:DebtorAddressMissing";

    /// <summary>Same mandate, amount and date as another order.</summary>
    public const string DuplicateOrder = "Sepa:DuplicateOrder";

    /// <summary>The invoice is collected by another order.</summary>
    public const string InvoiceCollected = "Sepa:InvoiceCollected";

    /// <summary>The amount is far above what the mandate usually collects.</summary>
    public const string UnusualAmount = "Sepa:UnusualAmount";

    /// <summary>The state of the remittance does not allow the act.</summary>
    public const string RemittanceState = "Sepa:RemittanceState";

    /// <summary>The remittance changed since it was read.</summary>
    public const string RemittanceChanged = "Sepa:RemittanceChanged";

    /// <summary>Only those who prepared a remittance withdraw it.</summary>
    public const string RemittanceNotYours = "Sepa:RemittanceNotYours";

    /// <summary>The person has approved this submission already.</summary>
    public const string ApprovedTwice = "Sepa:ApprovedTwice";

    /// <summary>The remittance has no file: it is not approved.</summary>
    public const string RemittanceNotApproved = "Sepa:RemittanceNotApproved";

    /// <summary>Errors block the remittance.</summary>
    public const string RemittanceHasErrors = "Sepa:RemittanceHasErrors";

    /// <summary>Warnings wait for an acknowledgement.</summary>
    public const string WarningsNotAcknowledged = "Sepa:WarningsNotAcknowledged";

    /// <summary>No waiting order matches.</summary>
    public const string NothingToCollect = "Sepa:NothingToCollect";

    /// <summary>The chosen id belongs to something else.</summary>
    public const string IdTaken = "Sepa:IdTaken";

    /// <summary>The stored bank file is not the one that was approved.</summary>
    public const string FileAltered = "Sepa:FileAltered";

    /// <summary>Invalid rows block the confirmation.</summary>
    public const string ImportHasInvalidRows = "Sepa:ImportHasInvalidRows";

    /// <summary>The very same file was confirmed before.</summary>
    public const string ImportSameFile = "Sepa:ImportSameFile";

    /// <summary>The import is confirmed or discarded.</summary>
    public const string ImportNotStaged = "Sepa:ImportNotStaged";

    /// <summary>Data changed since the import was checked.</summary>
    public const string ImportRowsOutdated = "Sepa:ImportRowsOutdated";

    /// <summary>No valid row is left to import.</summary>
    public const string ImportEmpty = "Sepa:ImportEmpty";

    /// <summary>Remittance {number} over {amount} euros is above what the person may submit or approve.</summary>
    public const string AmountAboveLimit = "Sepa:AmountAboveLimit";

    /// <summary>Whoever is limited to chosen accounts adds none.</summary>
    public const string AccountsLimited = "Sepa:AccountsLimited";

    /// <summary>The person has signed the file.</summary>
    public const string SignedTwice = "Sepa:SignedTwice";

    /// <summary>The file was handed over: signatures travel with it, none comes after.</summary>
    public const string SignedTooLate = "Sepa:SignedTooLate";

    /// <summary>The file lacks signatures that the company wants before it leaves.</summary>
    public const string RemittanceNotSigned = "Sepa:RemittanceNotSigned";

    /// <summary>The file was handed over before, by somebody or in another way.</summary>
    public const string HandedOverAlready = "Sepa:HandedOverAlready";

    /// <summary>The bank has answered, so it has the file.</summary>
    public const string BankHasAnswered = "Sepa:BankHasAnswered";

    /// <summary>No such way to a bank is open in this company.</summary>
    public const string HandOverChannel = "Sepa:HandOverChannel";

    /// <summary>A lent right signs nothing: the certificate is the person's own.</summary>
    public const string SignatureLent = "Sepa:SignatureLent";

    /// <summary>A cursor or another list parameter cannot be read.</summary>
    public const string ListParameter = "Sepa:ListParameter";
}
