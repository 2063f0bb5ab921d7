using Microsoft.Extensions.Options;
using Platform.AspNetCore;

namespace Platform.Ledger;

internal sealed class LedgerMenuContributor(IOptions<LedgerOptions> options) : IMenuContributor
{
    public Type ResourceType => typeof(LedgerResource);

    public IEnumerable<MenuItem> GetItems() => options.Value.IsConfigured
        ? [new("Ledger.Connect", "Menu:Ledger", LedgerConnector.Path, "notebook", 200, LedgerPermissions.Connect)]
        : [];
}
