using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Destroy what a module no longer keeps.</summary>
internal sealed record ShredKeptSecretArgs(Guid SecretId);

/// <summary>The part outside the database first, without which no backup opens it; then the row.</summary>
[RunsWhenClosed]
internal sealed class ShredKeptSecret(VaultDbContext db, IErasureStore erasure, DataKeyCache cache, IAuditLog audit) : IBackgroundJob<ShredKeptSecretArgs>
{
    public async Task ExecuteAsync(ShredKeptSecretArgs args, CancellationToken cancellationToken)
    {
        if (await db.KeptSecrets.AnyAsync(s => s.SecretId == args.SecretId, cancellationToken))
            return;
        await erasure.EraseAsync(args.SecretId, cancellationToken);
        cache.Forget(args.SecretId);
        await db.Secrets.Where(s => s.Id == args.SecretId).ExecuteDeleteAsync(cancellationToken);
        audit.Add("Vault.KeptSecret.Shredded", "Secret", $"{args.SecretId}");
    }
}
