namespace Platform.Sepa;

public static partial class SepaErrorCodes
{
    /// <summary>An amendment changes neither reference nor account.</summary>
    public const string NothingAmended = "Sepa:NothingAmended";

    /// <summary>Since the submission another remittance told a bank of an amendment, or a bank rejected one.</summary>
    public const string AmendmentsOvertaken = "Sepa:AmendmentsOvertaken";

    /// <summary>Mandates cannot follow to the new creditor identifier: a reference exists under both.</summary>
    public const string CreditorReferencesClash = "Sepa:CreditorReferencesClash";
}
