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

    /// <summary>Mandates cannot follow to the new creditor identifier: a reference exists under both.</summary>
    public const string CreditorReferencesClash = "Sepa:CreditorReferencesClash";
}
