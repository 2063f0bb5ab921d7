using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal sealed class AccountingMenuContributor : IMenuContributor
{
    private const string Group = "Menu:Accounting";

    public Type ResourceType => typeof(AccountingResource);

    public IEnumerable<MenuItem> GetItems() =>
    [
        new("Accounting.Settings", "Accountant:Title", "settings/accounting", "address-book", 901, AccountingPermissions.Accountant.Default, "Menu:Administration"),
        new("Accounting.Inbox", "Menu:Inbox", "inbox", "inbox", 200, AccountingPermissions.Documents.Default, Group),
        new("Accounting.Handoffs", "Menu:Handoffs", "handoffs", "file-zip", 220, AccountingPermissions.Handoffs.Default, Group),
    ];
}
