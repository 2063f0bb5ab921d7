using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Permissions of the Accounting module.</summary>
public static class AccountingPermissions
{
    /// <summary>Heading of the group.</summary>
    public const string Group = "Accounting";

    /// <summary>Documents of the company: its inbox.</summary>
    public static class Documents
    {
        /// <summary>Read and download them.</summary>
        public const string Default = "Accounting.Documents";

        /// <summary>Upload, sort, tag and delete them.</summary>
        public const string Edit = "Accounting.Documents.Edit";

        /// <summary>Accept them for the books, ask about them, mark them as booked.</summary>
        public const string Process = "Accounting.Documents.Process";
    }

    /// <summary>Handoffs of documents to the accountant.</summary>
    public static class Handoffs
    {
        /// <summary>See what was handed over, and who downloaded it.</summary>
        public const string Default = "Accounting.Handoffs";

        /// <summary>Hand over, and revoke.</summary>
        public const string Send = "Accounting.Handoffs.Send";
    }

    /// <summary>What the accountant booked.</summary>
    public static class Bookings
    {
        /// <summary>See it.</summary>
        public const string Default = "Accounting.Bookings";

        /// <summary>Bring it back from a file; the documents it names are marked as booked.</summary>
        public const string Import = "Accounting.Bookings.Import";
    }

    /// <summary>Who keeps the company's books.</summary>
    public static class Accountant
    {
        /// <summary>See who it is.</summary>
        public const string Default = "Accounting.Accountant";

        /// <summary>Choose, change and end it.</summary>
        public const string Edit = "Accounting.Accountant.Edit";
    }

    /// <summary>The address that the inbox takes mail at.</summary>
    public static class MailIn
    {
        /// <summary>See it, who may write to it, and what came and was refused.</summary>
        public const string Default = "Accounting.MailIn";

        /// <summary>Turn it on and off, replace it, choose who may write to it.</summary>
        public const string Edit = "Accounting.MailIn.Edit";
    }

    /// <summary>In a firm: see and work through the documents of all clients that the person may work for.</summary>
    public const string Queue = "Accounting.Queue";
}

/// <summary>Declares <see cref="AccountingPermissions"/>.</summary>
public sealed class AccountingPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    /// <inheritdoc />
    public void Define(PermissionDefinitionContext context) => context
        .Add(AccountingPermissions.Group, AccountingPermissions.Documents.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(AccountingPermissions.Group, AccountingPermissions.Documents.Edit, StandardRoles.Bookkeeper)
        .Add(AccountingPermissions.Group, AccountingPermissions.Documents.Process, StandardRoles.Bookkeeper)
        .Add(AccountingPermissions.Group, AccountingPermissions.Handoffs.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(AccountingPermissions.Group, AccountingPermissions.Handoffs.Send, StandardRoles.Bookkeeper)
        .Add(AccountingPermissions.Group, AccountingPermissions.Bookings.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(AccountingPermissions.Group, AccountingPermissions.Bookings.Import, StandardRoles.Bookkeeper)
        .Add(AccountingPermissions.Group, AccountingPermissions.Accountant.Default, StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader)
        .Add(AccountingPermissions.Group, AccountingPermissions.Accountant.Edit)
        .Add(AccountingPermissions.Group, AccountingPermissions.MailIn.Default, StandardRoles.Bookkeeper)
        .Add(AccountingPermissions.Group, AccountingPermissions.MailIn.Edit)
        .Add(AccountingPermissions.Group, AccountingPermissions.Queue, StandardRoles.Bookkeeper, StandardRoles.Validator);
}
