using Platform.AspNetCore;

namespace Platform.Accounting.Web;

internal sealed class AccountingMenuContributor : IMenuContributor
{
    public Type ResourceType => typeof(AccountingResource);

    public IEnumerable<MenuItem> GetItems() =>
    [
        new("Accounting.Settings", "Accountant:Title", "settings/accounting", "address-book", 901, AccountingPermissions.Accountant.Default, "Menu:Administration"),
    ];
}
