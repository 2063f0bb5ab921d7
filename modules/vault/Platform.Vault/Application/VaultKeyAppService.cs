using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault;

internal sealed class VaultKeyAppService(
    VaultDbContext db, MasterKeyRing masterKeys, Unsealer unsealer, PresentKmsKey kmsKey, IServiceScopeFactory scopes, IPermissionChecker permissions,
    IFreshProof proof) : IVaultKeyAppService
{
    public async Task<VaultStatusDto> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var census = await db.Secrets.GroupBy(s => s.MasterKeyVersion)
            .Select(g => new { g.Key, Count = g.LongCount(), Damaged = g.LongCount(s => s.Damage != null) })
            .ToDictionaryAsync(g => g.Key, g => (g.Count, g.Damaged), cancellationToken);
        var versions = await db.MasterKeys.AsNoTracking().OrderByDescending(k => k.Version).ToListAsync(cancellationToken);
        var shredded = await db.Secrets.LongCountAsync(s => s.Damage == VaultErrorCodes.Shredded, cancellationToken);
        return new VaultStatusDto(
            masterKeys.IsSealed, masterKeys.Cause, masterKeys.Reason, kmsKey.Provider, await kmsKey.FindAsync(cancellationToken),
            [.. versions.Select(k => ToDto(k, census.GetValueOrDefault(k.Version)))],
            await RotationAsync(cancellationToken), census.Values.Sum(c => c.Count), census.Values.Sum(c => c.Damaged), shredded);
    }

    public Task<VaultStatusDto> RotateMasterKeyAsync(int? after = null, CancellationToken cancellationToken = default) =>
        ActAsync<MasterKeyStore>(s => s.RotateAsync(after, cancellationToken), cancellationToken);

    public Task<VaultStatusDto> RotateDataKeysAsync(CancellationToken cancellationToken = default) =>
        ActAsync<KeyRotation>(s => s.StartDataKeysAsync(cancellationToken), cancellationToken);

    public Task<VaultStatusDto> RetireMasterKeyAsync(int version, CancellationToken cancellationToken = default) =>
        ActAsync<MasterKeyStore>(s => s.RetireAsync(version, cancellationToken), cancellationToken);

    public Task<VaultStatusDto> RewrapMasterKeysAsync(CancellationToken cancellationToken = default) =>
        ActAsync<MasterKeyStore>(s => s.RewrapAsync(masterKeys, cancellationToken), cancellationToken);

    public Task<VaultStatusDto> RetryDamagedAsync(CancellationToken cancellationToken = default) =>
        ActAsync<DamagedSecrets>(s => s.RetryAsync(cancellationToken), cancellationToken);

    public Task<VaultStatusDto> DiscardShreddedAsync(CancellationToken cancellationToken = default) =>
        ActAsync<DamagedSecrets>(s => s.DiscardShreddedAsync(cancellationToken), cancellationToken);

    public async Task<VaultStatusDto> UnsealAsync(CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        await unsealer.TryAsync(cancellationToken);
        return await GetStatusAsync(cancellationToken);
    }

    // In a transaction of its own: this host takes the keys over before it answers.
    private async Task<VaultStatusDto> ActAsync<TService>(Func<TService, Task> act, CancellationToken cancellationToken) where TService : notnull
    {
        await CheckAsync(cancellationToken);
        await proof.RequireAsync(cancellationToken);
        try
        {
            _ = masterKeys.ActiveVersion;
            await InScopeAsync(act);
            await masterKeys.LoadAsync(cancellationToken);
        }
        catch (Exception e) when (e is KmsUnavailableException or KmsRefusedException)
        {
            throw await RefusedAsync(new BusinessException(VaultErrorCodes.KmsFailed, e).WithData("reason", e.Message));
        }
        catch (BusinessException e)
        {
            await RefusedAsync(e);
            throw;
        }

        kmsKey.Forget();
        return await GetStatusAsync(cancellationToken);
    }

    private async Task<BusinessException> RefusedAsync(BusinessException refusal)
    {
        await InScopeAsync<MasterKeyStore>(s => s.RecordRefusalAsync(refusal.Code));
        return refusal;
    }

    private async Task InScopeAsync<TService>(Func<TService, Task> act) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static MasterKeyDto ToDto(MasterKey key, (long Count, long Damaged) secrets) =>
        new(key.Version, key.State, key.KmsKeyId, key.CreatedAt, key.RetiredAt, secrets.Count, secrets.Damaged);

    private async Task<DataKeyRotationDto?> RotationAsync(CancellationToken cancellationToken)
    {
        var last = await db.Rotations.AsNoTracking().OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return null;
        var left = last.FinishedAt is null ? await db.Secrets.LongCountAsync(s => s.DataKeyCreatedAt < last.StartedAt && s.Damage == null, cancellationToken) : 0;
        return new DataKeyRotationDto(last.StartedAt, last.FinishedAt, Math.Max(0, last.Total - left), last.Total);
    }

    private Task CheckAsync(CancellationToken cancellationToken) => permissions.CheckAsync(VaultPermissions.Keys, cancellationToken);
}
