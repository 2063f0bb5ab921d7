using Platform.Notifications;
using Platform.Sepa;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>An accounting firm keeps the client's books: documents as proposed, payments only where the client ticks them.</summary>
internal sealed class AccountingEngagement : IEngagementKindProvider
{
    public const string Name = "accounting";

    private static readonly string[] Proposed =
    [
        TenancyPermissions.Dashboard, TenancyPermissions.Company.Default, NotificationsPermissions.Own, AccountingPermissions.Documents.Default, AccountingPermissions.Documents.Process,
        AccountingPermissions.Handoffs.Default, AccountingPermissions.Accountant.Default, AccountingPermissions.Bookings.Default, AccountingPermissions.Bookings.Import,
    ];

    private static readonly string[] Further =
    [
        AccountingPermissions.Documents.Edit, SepaPermissions.Remittances.Default, SepaPermissions.Remittances.Download, SepaPermissions.BankAnswers.Default,
        SepaPermissions.Mandates.Default, SepaPermissions.Transfers.Default, SepaPermissions.Transfers.Create, SepaPermissions.Remittances.Create,
    ];

    public IEnumerable<EngagementKindDefinition> GetKinds() =>
        [new(Name, "Accounting.EngagementKind", TenantTypes.Accountant, [.. Proposed, .. Further], Proposed, OnlyOne: true)];
}
