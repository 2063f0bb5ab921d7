namespace Platform.Sepa;

/// <summary>Permissions of the SEPA module; each is also the name of its policy.</summary>
public static class SepaPermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "Sepa";

    /// <summary>Bank accounts of the company.</summary>
    public static class CreditorAccounts
    {
        /// <summary>See them.</summary>
        public const string Default = "Sepa.CreditorAccounts";

        /// <summary>Add and change them; a change must be approved by somebody else.</summary>
        public const string Edit = "Sepa.CreditorAccounts.Edit";

        /// <summary>Approve what somebody else added or changed.</summary>
        public const string Approve = "Sepa.CreditorAccounts.Approve";
    }

    /// <summary>Mandates.</summary>
    public static class Mandates
    {
        /// <summary>See them.</summary>
        public const string Default = "Sepa.Mandates";

        /// <summary>Add them, change them and their state.</summary>
        public const string Edit = "Sepa.Mandates.Edit";
    }

    /// <summary>Imports of files.</summary>
    public static class Imports
    {
        /// <summary>Upload, correct, confirm, discard.</summary>
        public const string Default = "Sepa.Imports";
    }

    /// <summary>Answers of banks.</summary>
    public static class BankAnswers
    {
        /// <summary>See them.</summary>
        public const string Default = "Sepa.BankAnswers";

        /// <summary>Upload them; give unmatched items their collection or set them aside.</summary>
        public const string Import = "Sepa.BankAnswers.Import";
    }

    /// <summary>Credit transfers.</summary>
    public static class Transfers
    {
        /// <summary>See them.</summary>
        public const string Default = "Sepa.Transfers";

        /// <summary>Add and take back transfers, and put them into remittances.</summary>
        public const string Create = "Sepa.Transfers.Create";
    }

    /// <summary>Reversals of collections.</summary>
    public static class Reversals
    {
        /// <summary>See them.</summary>
        public const string Default = "Sepa.Reversals";

        /// <summary>Give settled collections back: add and take back reversals, and put them into remittances.</summary>
        public const string Create = "Sepa.Reversals.Create";
    }

    /// <summary>Collections and remittances.</summary>
    public static class Remittances
    {
        /// <summary>See collections and remittances.</summary>
        public const string Default = "Sepa.Remittances";

        /// <summary>Add collections, prepare and submit remittances.</summary>
        public const string Create = "Sepa.Remittances.Create";

        /// <summary>Approve or reject what others prepared.</summary>
        public const string Approve = "Sepa.Remittances.Approve";

        /// <summary>Sign the bank file of an approved remittance with an own certificate.</summary>
        public const string Sign = "Sepa.Remittances.Sign";

        /// <summary>Hand the bank file of an approved remittance over to the bank.</summary>
        public const string HandOver = "Sepa.Remittances.HandOver";

        /// <summary>Download the bank file of an approved remittance.</summary>
        public const string Download = "Sepa.Remittances.Download";
    }
}
