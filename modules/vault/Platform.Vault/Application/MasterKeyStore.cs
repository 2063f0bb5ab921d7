using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>The table of master keys, always in the host's context and in a transaction of its own.</summary>
internal sealed class MasterKeyStore(
    VaultDbContext db, IKeyManagementService kms, IUnitOfWork unitOfWork, ICurrentTenant tenant, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>All versions; the first one is made when there is none. Hosts that start together agree on one: the version is the key.</summary>
    public async Task<IReadOnlyList<MasterKey>> GetOrCreateAsync(CancellationToken cancellationToken)
    {
        using var inHost = tenant.Change(null);
        if (await ReadAsync(cancellationToken) is { Count: > 0 } rows)
            return rows;
        try
        {
            await AddAsync(1, cancellationToken);
        }
        catch (DbUpdateException)
        {
            await unitOfWork.RollbackAsync(cancellationToken);
        }

        return await ReadAsync(cancellationToken);
    }

    /// <summary>Makes the next version the active one. Nothing while the last rotation still runs, or when the active one is not the expected one.</summary>
    public async Task RotateAsync(int? after, CancellationToken cancellationToken)
    {
        using var inHost = tenant.Change(null);
        var rows = await db.MasterKeys.AsNoTracking().Where(k => k.State != MasterKeyState.Retired).ToListAsync(cancellationToken);
        var active = rows.Single(k => k.State == MasterKeyState.Active).Version;
        if ((after ?? active) != active || await db.Secrets.AnyAsync(s => s.MasterKeyVersion != active && s.Damage == null, cancellationToken))
            return;
        await AddAsync(rows.Max(k => k.Version) + 1, cancellationToken);
    }

    /// <summary>Wraps each version under the present key of the service.</summary>
    public async Task RewrapAsync(MasterKeyRing ring, CancellationToken cancellationToken)
    {
        using var inHost = tenant.Change(null);
        var current = await kms.GetCurrentKeyIdAsync(cancellationToken);
        var rows = await db.MasterKeys.AsNoTracking().Where(k => k.State != MasterKeyState.Retired && k.KmsKeyId != current).ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return;
        var wrapped = new Dictionary<int, WrappedKey>();
        foreach (var row in rows)
            wrapped[row.Version] = await kms.WrapAsync(ring.Get(row.Version).Memory, EnvelopeContext.MasterKey(row.Version), cancellationToken);
        foreach (var row in await db.MasterKeys.Where(k => wrapped.Keys.Contains(k.Version)).ToListAsync(cancellationToken))
            row.Rewrap(wrapped[row.Version]);
        audit.Add("Vault.MasterKeys.Rewrapped", nameof(MasterKey), null, new AuditChange("KmsKeyId", null, current));
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    /// <exception cref="BusinessException">Vault:KeyVersionUnknown, Vault:KeyVersionInUse.</exception>
    public async Task RetireAsync(int version, CancellationToken cancellationToken)
    {
        using var inHost = tenant.Change(null);
        await unitOfWork.BeginAsync(cancellationToken);
        var row = await db.MasterKeys.SingleOrDefaultAsync(k => k.Version == version && k.State != MasterKeyState.Retired, cancellationToken)
            ?? throw new BusinessException(VaultErrorCodes.KeyVersionUnknown).WithData("version", version);
        var secrets = await db.Secrets.LongCountAsync(s => s.MasterKeyVersion == version, cancellationToken);
        if (row.State == MasterKeyState.Active || secrets > 0)
            throw new BusinessException(VaultErrorCodes.KeyVersionInUse).WithData("version", version).WithData("count", secrets);
        row.Retire(Now);
        audit.Add("Vault.MasterKey.Retired", nameof(MasterKey), $"{version}");
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    public async Task RecordRefusalAsync(string code)
    {
        using var inHost = tenant.Change(null);
        audit.Add("Vault.Keys.Refused", "Vault", null, new AuditChange("Code", null, code));
        await unitOfWork.CompleteAsync(CancellationToken.None);
    }

    private Task<List<MasterKey>> ReadAsync(CancellationToken cancellationToken) =>
        db.MasterKeys.AsNoTracking().OrderByDescending(k => k.Version).ToListAsync(cancellationToken);

    // The service is asked before the first write.
    private async Task AddAsync(int version, CancellationToken cancellationToken)
    {
        using var key = SecretBuffer.Random(SealedBytes.KeyLength);
        var wrapped = await kms.WrapAsync(key.Memory, EnvelopeContext.MasterKey(version), cancellationToken);
        foreach (var old in await db.MasterKeys.Where(k => k.State == MasterKeyState.Active).ToListAsync(cancellationToken))
            old.Supersede();
        db.MasterKeys.Add(new MasterKey(version, wrapped, kms.Provider, Now));
        audit.Add("Vault.MasterKey.Created", nameof(MasterKey), $"{version}", new AuditChange("KmsKeyId", null, wrapped.KeyId));
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
