using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class CreditorAccountItems(SepaDbContext db) : IDataScopeItems
{
    public string Scope => SepaDataScopes.CreditorAccounts;

    public async Task<IReadOnlyList<DataScopeItem>> GetAsync(CancellationToken cancellationToken = default) =>
        await db.CreditorAccounts.AsNoTracking().OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => new DataScopeItem(a.Id, a.Name)).ToListAsync(cancellationToken);
}
