namespace Platform.Vault.Tests;

/// <summary>Tells one status and does nothing.</summary>
internal sealed class StubKeys(VaultStatusDto status) : IVaultKeyAppService
{
    public Task<VaultStatusDto> GetStatusAsync(CancellationToken cancellationToken = default) => Task.FromResult(status);

    public Task<VaultStatusDto> RotateMasterKeyAsync(int? after = null, CancellationToken cancellationToken = default) => Task.FromResult(status);

    public Task<VaultStatusDto> RotateDataKeysAsync(CancellationToken cancellationToken = default) => Task.FromResult(status);

    public Task<VaultStatusDto> RetireMasterKeyAsync(int version, CancellationToken cancellationToken = default) => Task.FromResult(status);

    public Task<VaultStatusDto> RewrapMasterKeysAsync(CancellationToken cancellationToken = default) => Task.FromResult(status);

    public Task<VaultStatusDto> RetryDamagedAsync(CancellationToken cancellationToken = default) => Task.FromResult(status);

    public Task<VaultStatusDto> DiscardShreddedAsync(CancellationToken cancellationToken = default) => Task.FromResult(status);

    public Task<VaultStatusDto> UnsealAsync(CancellationToken cancellationToken = default) => Task.FromResult(status);
}
