using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

internal sealed class SecretStore(
    VaultDbContext db, Envelope envelope, OwnTransaction transaction, IUnitOfWork unitOfWork, IBackgroundJobManager jobs, ICurrentTenant tenant,
    ICurrentUser user, IAuditLog audit, TimeProvider clock) : ISecretStore
{
    public async Task SetAsync(SecretName name, SecretBuffer secret, CancellationToken cancellationToken = default)
    {
        using (secret)
        {
            Validate(name);
            var stored = await envelope.SealAsync(Guid.CreateVersion7(), name.BindingIn(tenant), secret, cancellationToken);
            await unitOfWork.BeginAsync(cancellationToken);
            var kept = await db.KeptSecrets.Named(name).SingleOrDefaultAsync(cancellationToken);
            if (kept is null)
                db.KeptSecrets.Add(kept = new KeptSecret(name));
            else
                await ShredLaterAsync(kept, cancellationToken);
            kept.Set(stored.Id, user.Info.Name, clock.GetUtcNow().UtcDateTime);
            db.Secrets.Add(stored);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task<T> UseAsync<T>(
        SecretName name, Func<SecretBuffer, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        using var secret = await transaction.RunAsync<SecretRelease, SecretBuffer>(
            new Asked(nameof(KeptSecret), null, $"{name.Owner}/{name.Name}"), s => s.ReleaseAsync(name, cancellationToken));
        return await work(secret, cancellationToken);
    }

    public Task<SecretInfo?> FindAsync(SecretName name, CancellationToken cancellationToken = default) => db.KeptSecrets.AsNoTracking().Named(name)
        .Select(s => new SecretInfo(s.SetAt, s.SetByName, s.LastUsedAt)).SingleOrDefaultAsync(cancellationToken);

    public async Task<bool> RemoveAsync(SecretName name, CancellationToken cancellationToken = default)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        if (await db.KeptSecrets.Named(name).SingleOrDefaultAsync(cancellationToken) is not { } kept)
            return false;
        db.KeptSecrets.Remove(kept);
        await db.SaveChangesAsync(cancellationToken);
        await ShredLaterAsync(kept, cancellationToken);
        return true;
    }

    private Task ShredLaterAsync(KeptSecret kept, CancellationToken cancellationToken)
    {
        audit.Add("Vault.KeptSecret.Ended", nameof(KeptSecret), $"{kept.Id}", new AuditChange("Name", $"{kept.Owner}/{kept.Name}", null));
        return jobs.EnqueueAsync(new ShredKeptSecretArgs(kept.SecretId), cancellationToken: cancellationToken);
    }

    private static void Validate(SecretName name)
    {
        var errors = new List<FieldError>();
        if (name.Owner is not { Length: >= 1 and <= Consent.MaxProvider })
            errors.Add(new FieldError(nameof(name.Owner), VaultErrorCodes.TextLength, name.Owner));
        if (name.Name is not { Length: >= 1 and <= Consent.MaxAccount })
            errors.Add(new FieldError(nameof(name.Name), VaultErrorCodes.TextLength, name.Name));
        if (errors.Count > 0)
            throw new InputException(errors);
    }
}
