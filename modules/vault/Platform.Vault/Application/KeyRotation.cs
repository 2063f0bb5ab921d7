using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Moves secrets under new keys, some at a time, while everything stays usable. Each portion is a transaction; what it has done is
/// not done again, so a killed run goes on where it stood.
/// </summary>
internal sealed class KeyRotation(
    VaultDbContext db, Envelope envelope, MasterKeyRing masterKeys, IUnitOfWork unitOfWork, ICurrentTenant tenant, IAuditLog audit,
    TimeProvider clock) : IScopedDependency
{
    public const int Portion = 200;

    /// <summary>One portion under the active master key; 0 when all are.</summary>
    public async Task<int> RewrapPortionAsync(CancellationToken cancellationToken)
    {
        var active = masterKeys.ActiveVersion;
        var found = await db.Secrets.AsNoTracking().Where(s => s.MasterKeyVersion != active && s.Damage == null)
            .OrderBy(s => s.MasterKeyVersion).ThenBy(s => s.Id).Take(Portion).ToListAsync(cancellationToken);
        await TreatAsync(found, envelope.RewrapAsync, cancellationToken);
        return found.Count;
    }

    /// <summary>One portion of the running rotation under new data keys; 0 when it is finished, or none runs.</summary>
    public async Task<int> RenewPortionAsync(CancellationToken cancellationToken)
    {
        if (await db.Rotations.AsNoTracking().SingleOrDefaultAsync(r => r.FinishedAt == null, cancellationToken) is not { } rotation)
            return 0;
        var found = await db.Secrets.AsNoTracking().Where(s => s.DataKeyCreatedAt < rotation.StartedAt && s.Damage == null)
            .OrderBy(s => s.DataKeyCreatedAt).ThenBy(s => s.Id).Take(Portion).ToListAsync(cancellationToken);
        await TreatAsync(found, envelope.RenewDataKeyAsync, cancellationToken);
        if (found.Count == 0)
            await FinishAsync(rotation.Id, cancellationToken);
        return found.Count;
    }

    /// <summary>Starts a rotation of data keys unless one runs.</summary>
    public async Task StartDataKeysAsync(CancellationToken cancellationToken)
    {
        using var inHost = tenant.Change(null);
        _ = masterKeys.ActiveVersion;
        await unitOfWork.BeginAsync(cancellationToken);
        if (!await db.Rotations.AnyAsync(r => r.FinishedAt == null, cancellationToken))
        {
            db.Rotations.Add(new DataKeyRotation(clock.GetUtcNow().UtcDateTime, await db.Secrets.LongCountAsync(cancellationToken)));
            audit.Add("Vault.DataKeys.RotationStarted");
        }

        await unitOfWork.CompleteAsync(cancellationToken);
    }

    // Keys are made before the first write, so that the write lock is short.
    private async Task TreatAsync(
        List<SealedSecret> secrets, Func<SealedSecret, CancellationToken, Task> renew, CancellationToken cancellationToken)
    {
        var read = secrets.ToDictionary(s => s.Id, s => s.Stamp);
        foreach (var secret in secrets)
        {
            try
            {
                await renew(secret, cancellationToken);
            }
            catch (BusinessException e) when (e.Code is not (VaultErrorCodes.Sealed or VaultErrorCodes.ErasureStoreMissing))
            {
                secret.Damage = e.Code;
                audit.Add("Vault.Secret.Damaged", "Secret", $"{secret.Id}", new AuditChange("Code", null, e.Code));
            }
        }

        foreach (var secret in secrets)
            await db.WriteOverAsync(secret, read[secret.Id], cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private async Task FinishAsync(Guid rotation, CancellationToken cancellationToken)
    {
        var finished = await db.Rotations.SingleAsync(r => r.Id == rotation, cancellationToken);
        finished.Finish(clock.GetUtcNow().UtcDateTime);
        audit.Add("Vault.DataKeys.Rotated", null, null, new AuditChange("Secrets", null, finished.Total.ToString(CultureInfo.InvariantCulture)));
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
