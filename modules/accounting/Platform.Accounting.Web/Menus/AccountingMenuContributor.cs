using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting.Web;

internal sealed class AccountingMenuContributor(ICurrentTenant tenant) : IMenuContributor
{
    private const string Group = "Menu:Accounting";

    public Type ResourceType => typeof(AccountingResource);

    // Only a firm has clients whose documents come in.
    public IEnumerable<MenuItem> GetItems() => tenant.Tenant?.TenantType == TenantTypes.Accountant
        ? [.. Everywhere, new("Accounting.Queue", "Queue:Title", "queue", "checklist", 6, AccountingPermissions.Queue)]
        : Everywhere;

    private static MenuItem[] Everywhere =>
    [
        new("Accounting.Settings", "Accountant:Title", "settings/accounting", "address-book", 901, AccountingPermissions.Accountant.Default, "Menu:Administration"),
        new("Accounting.Inbox", "Menu:Inbox", "inbox", "inbox", 200, AccountingPermissions.Documents.Default, Group),
        new("Accounting.Handoffs", "Menu:Handoffs", "handoffs", "file-zip", 220, AccountingPermissions.Handoffs.Default, Group),
        new("Accounting.Bookings", "Menu:Bookings", "bookings", "book-2", 240, AccountingPermissions.Bookings.Default, Group),
    ];
}
