using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal sealed class SepaMenuContributor : IMenuContributor
{
    private const string Group = "Menu:Payments";

    public Type ResourceType => typeof(SepaResource);

    public IEnumerable<MenuItem> GetItems() =>
    [
        new("Sepa.Remittances", "Menu:Remittances", "remittances", "send", 100, SepaPermissions.Remittances.Default, Group, TracksSends: true),
        new("Sepa.Cash", "Menu:Cash", "cash", "calendar-dollar", 102, SepaPermissions.Remittances.Default, Group),
        new("Sepa.PreNotifications", "Menu:PreNotifications", "pre-notifications", "mail-forward", 105, SepaPermissions.Remittances.Default, Group),
        new("Sepa.Collections", "Menu:Collections", "collections", "receipt-euro", 110, SepaPermissions.Remittances.Default, Group),
        new("Sepa.Transfers", "Menu:Transfers", "transfers", "coin-euro", 115, SepaPermissions.Transfers.Default, Group),
        new("Sepa.Reversals", "Menu:Reversals", "reversals", "arrow-back-up", 117, SepaPermissions.Reversals.Default, Group),
        new("Sepa.Mandates", "Menu:Mandates", "mandates", "signature", 120, SepaPermissions.Mandates.Default, Group),
        new("Sepa.Imports", "Menu:Imports", "imports", "file-import", 130, SepaPermissions.Imports.Default, Group),
        new("Sepa.BankAnswers", "Menu:BankAnswers", "bank-answers", "mail-opened", 135, SepaPermissions.BankAnswers.Default, Group),
        new("Sepa.CreditorAccounts", "Menu:CreditorAccounts", "creditor-accounts", "building-bank", 140, SepaPermissions.CreditorAccounts.Default, Group),
    ];
}
