using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault;

internal sealed class VaultKeyAppService(
    VaultDbContext db, MasterKeyRing masterKeys, Unsealer unsealer, IKeyManagementService kms, IServiceScopeFactory scopes, IPermissionChecker permissions)
    : IVaultKeyAppService
{
    public async Task<VaultStatusDto> GetStatusAsync(CancellationToken cancellationToken = default)
    {
        await CheckAsync(cancellationToken);
        var census = await db.Secrets.GroupBy(s => s.MasterKeyVersion).Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var versions = await db.MasterKeys.AsNoTracking().OrderByDescending(k => k.Version).ToListAsync(cancellationToken);
        return new VaultStatusDto(
            masterKeys.IsSealed, masterKeys.Reason, kms.Provider, await CurrentKeyAsync(cancellationToken),
            [.. versions.Select(k => new MasterKeyDto(k.Version, k.State, k.KmsKeyId, k.CreatedAt, k.RetiredAt, census.GetValueOrDefault(k.Version)))],
            await RotationAsync(cancellationToken), census.Values.Sum());
    }

    public Task<VaultStatusDto> RotateMasterKeyAsync(CancellationToken cancellationToken = default) =>
        ActAsync<MasterKeyStore>(s => s.RotateAsync(cancellationToken), cancellationToken);

    public Task<VaultStatusDto> RotateDataKeysAsync(CancellationToken cancellationToken = default) =>
        ActAsync<KeyRotation>(s => s.StartDataKeysAsync(cancellationToken), cancellationToken);

    public Task<VaultStatusDto> RetireMasterKeyAsync(int version, CancellationToken cancellationToken = default) =>
        ActAsync<MasterKeyStore>(s => s.RetireAsync(version, cancellationToken), cancellationToken);

    public Task<VaultStatusDto> RewrapMasterKeysAsync(CancellationToken cancellationToken = default) =>
        ActAsync<MasterKeyStore>(s => s.RewrapAsync(masterKeys, cancellationToken), cancellationToken);

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
        _ = masterKeys.ActiveVersion;
        try
        {
            await using (var scope = scopes.CreateAsyncScope())
                await act(scope.ServiceProvider.GetRequiredService<TService>());
            await masterKeys.LoadAsync(cancellationToken);
        }
        catch (Exception e) when (e is KmsUnavailableException or KmsRefusedException)
        {
            throw new BusinessException(VaultErrorCodes.KmsFailed, e).WithData("reason", e.Message);
        }

        return await GetStatusAsync(cancellationToken);
    }

    private async Task<string?> CurrentKeyAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await kms.GetCurrentKeyIdAsync(cancellationToken);
        }
        catch (KmsUnavailableException)
        {
            return null;
        }
    }

    private async Task<DataKeyRotationDto?> RotationAsync(CancellationToken cancellationToken)
    {
        var last = await db.Rotations.AsNoTracking().OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellationToken);
        if (last is null)
            return null;
        var left = last.FinishedAt is null ? await db.Secrets.LongCountAsync(s => s.DataKeyCreatedAt < last.StartedAt, cancellationToken) : 0;
        return new DataKeyRotationDto(last.StartedAt, last.FinishedAt, Math.Max(0, last.Total - left), last.Total);
    }

    private Task CheckAsync(CancellationToken cancellationToken) => permissions.CheckAsync(VaultPermissions.Keys, cancellationToken);
}
