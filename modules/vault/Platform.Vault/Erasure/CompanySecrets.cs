using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Destroys the secrets of a company that is erased: the part outside the database first, without which no backup opens them; then their ciphertext.</summary>
internal sealed class CompanySecrets(VaultDbContext db, IErasureStore erasure, DataKeyCache cache) : ICompanyEraser
{
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        var ids = await db.Consents.Select(c => c.Id).Union(db.KeptSecrets.Select(s => s.SecretId)).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            await erasure.EraseAsync(id, cancellationToken);
            cache.Forget(id);
            await db.Secrets.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
