namespace Platform.Sepa;

public static partial class SepaErrorCodes
{
    /// <summary>An amendment changes neither reference nor account.</summary>
    public const string NothingAmended = "Sepa:NothingAmended";

    /// <summary>Since the submission another remittance told a bank of an amendment, or a bank rejected one.</summary>
    public const string AmendmentsOvertaken = "Sepa:AmendmentsOvertaken";

    /// <summary>No bank account collects under the mandate's creditor identifier.</summary>
    public const string MandateCreditorMissing = "Sepa:MandateCreditorMissing";

    /// <summary>A signed paper is neither PDF, PNG nor JPEG.</summary>
    public const string MandateDocumentType = "Sepa:MandateDocumentType";

    /// <summary>A signed paper has more than 10 MiB.</summary>
    public const string MandateDocumentTooLarge = "Sepa:MandateDocumentTooLarge";

    /// <summary>A mandate has twenty signed papers.</summary>
    public const string MandateDocumentsMany = "Sepa:MandateDocumentsMany";

    /// <summary>The mandate was used: its signed papers are kept.</summary>
    public const string MandateDocumentKept = "Sepa:MandateDocumentKept";

    /// <summary>The stored paper is not the one that was added.</summary>
    public const string MandateDocumentAltered = "Sepa:MandateDocumentAltered";

    /// <summary>The record of an online signature is the only proof of it.</summary>
    public const string MandateRecordKept = "Sepa:MandateRecordKept";

    /// <summary>The debtor's e-mail address is not known.</summary>
    public const string MandateWithoutEmail = "Sepa:MandateWithoutEmail";

    /// <summary>The link is of a mandate that is no draft any more, or whose debtor has another address by now.</summary>
    public const string MandateNotToSign = "Sepa:MandateNotToSign";

    /// <summary>The mandate says something else than what the debtor was shown.</summary>
    public const string MandateChangedMeanwhile = "Sepa:MandateChangedMeanwhile";

    /// <summary>The debtor did not consent.</summary>
    public const string ConsentMissing = "Sepa:ConsentMissing";

    /// <summary>Mandates cannot follow to the new creditor identifier: a reference exists under both.</summary>
    public const string CreditorReferencesClash = "Sepa:CreditorReferencesClash";
}
