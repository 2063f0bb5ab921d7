using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Finds the creditor identifier that new mandates and imports belong to.</summary>
internal sealed class CreditorKeys(SepaDbContext db) : IScopedDependency
{
    /// <summary>The account's, or the company's only one.</summary>
    public async Task<string> GetAsync(Guid? creditorAccountId, CancellationToken cancellationToken)
    {
        var accounts = db.CreditorAccounts.AsNoTracking().Where(a => a.Status != CreditorAccountStatus.Closed && a.CreditorKey != "");
        if (creditorAccountId is { } id)
        {
            return await accounts.Where(a => a.Id == id).Select(a => a.CreditorKey).SingleOrDefaultAsync(cancellationToken)
                ?? throw new EntityNotFoundException();
        }

        var keys = await accounts.Select(a => a.CreditorKey).Distinct().OrderBy(k => k).Take(2).ToListAsync(cancellationToken);
        return keys.Count switch
        {
            1 => keys[0],
            0 => throw new BusinessException(SepaErrorCodes.CreditorAccountMissing),
            _ => throw new BusinessException(SepaErrorCodes.CreditorAccountAmbiguous),
        };
    }
}
