using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Opens a module's secret: first the audit row in one committed transaction, then the content.</summary>
internal sealed class SecretRelease(
    VaultDbContext db, Envelope envelope, ICurrentTenant tenant, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public async Task<SecretBuffer> ReleaseAsync(SecretName name, CancellationToken cancellationToken)
    {
        var kept = await db.KeptSecrets.AsNoTracking().Named(name).SingleOrDefaultAsync(cancellationToken)
            ?? throw new BusinessException(VaultErrorCodes.SecretMissing).WithData("name", $"{name.Owner}/{name.Name}");
        var stored = await db.Secrets.AsNoTracking().SingleOrDefaultAsync(s => s.Id == kept.SecretId, cancellationToken)
            ?? throw new BusinessException(VaultErrorCodes.Shredded);
        var secret = await envelope.OpenAsync(stored, name.BindingIn(tenant), cancellationToken);
        try
        {
            await RecordAsync(kept, cancellationToken);
            return secret;
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    private async Task RecordAsync(KeptSecret kept, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.KeptSecrets.Where(s => s.Id == kept.Id).ExecuteUpdateAsync(u => u.SetProperty(s => s.LastUsedAt, now), cancellationToken);
        audit.Add("Vault.KeptSecret.Used", nameof(KeptSecret), $"{kept.Id}", new AuditChange("Name", null, $"{kept.Owner}/{kept.Name}"));
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}

/// <summary>Finding and binding by name.</summary>
internal static class SecretNames
{
    public static IQueryable<KeptSecret> Named(this IQueryable<KeptSecret> secrets, SecretName name)
    {
        var userId = name.UserId ?? Guid.Empty;
        return secrets.Where(s => s.Owner == name.Owner && s.Name == name.Name && s.UserId == userId);
    }

    /// <summary>From the request's company, never from a row.</summary>
    public static SecretBinding BindingIn(this SecretName name, ICurrentTenant tenant) =>
        new(tenant.Id ?? Guid.Empty, name.UserId ?? Guid.Empty, name.Owner, name.Name, "kept");
}
