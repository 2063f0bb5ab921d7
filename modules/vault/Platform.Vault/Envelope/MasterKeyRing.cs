using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// The unwrapped master keys of this host, in pinned memory from the unsealing to the end of the process. Sealed, it has none.
/// </summary>
internal sealed class MasterKeyRing(IServiceScopeFactory scopes, IKeyManagementService kms) : ISingletonDependency, IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile State _state = State.Sealed("The vault was not unsealed yet.", SealCause.NotYetOpened);

    public bool IsSealed => _state.Reason is not null;

    /// <summary>Why it is sealed; null when it is not.</summary>
    public string? Reason => _state.Reason;

    public SealCause? Cause => _state.Cause;

    /// <exception cref="BusinessException">Vault:Sealed.</exception>
    public int ActiveVersion => Unsealed().Active;

    /// <exception cref="BusinessException">Vault:Sealed; Vault:KeyVersionUnknown.</exception>
    public SecretBuffer Get(int version) => Unsealed().Keys.TryGetValue(version, out var key)
        ? key
        : throw new BusinessException(VaultErrorCodes.KeyVersionUnknown).WithData("version", version);

    public bool Has(int version) => _state.Keys.ContainsKey(version);

    /// <summary>
    /// Takes over what the database and the key management service hold now: the first call unseals, later ones add new versions and
    /// drop retired ones. Nothing changes when the service cannot be asked for a key that is already here.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellationToken = default)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<MasterKeyStore>();
            var rows = await store.GetOrCreateAsync(cancellationToken);
            _state = await UnwrapAsync(rows, cancellationToken);
        }
        catch (Exception e) when (IsSealed && e is KmsUnavailableException or KmsRefusedException)
        {
            _state = State.Sealed(e.Message, e is KmsUnavailableException ? SealCause.ServiceAway : SealCause.ServiceRefused);
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose()
    {
        foreach (var key in _state.Keys.Values)
            key.Dispose();
        _loading.Dispose();
    }

    private async Task<State> UnwrapAsync(IReadOnlyList<MasterKey> rows, CancellationToken cancellationToken)
    {
        var keys = new Dictionary<int, SecretBuffer>();
        try
        {
            foreach (var row in rows.Where(r => r.State != MasterKeyState.Retired))
            {
                keys[row.Version] = _state.Keys.TryGetValue(row.Version, out var known)
                    ? known
                    : await kms.UnwrapAsync(row.ToWrapped(), EnvelopeContext.MasterKey(row.Version), cancellationToken);
            }
        }
        catch
        {
            foreach (var unwrapped in keys.Values.Except(_state.Keys.Values))
                unwrapped.Dispose();
            throw;
        }

        foreach (var gone in _state.Keys.Where(k => !keys.ContainsKey(k.Key)))
            gone.Value.Dispose();
        return new State(keys, rows.Where(r => r.State == MasterKeyState.Active).Max(r => r.Version), null, null);
    }

    private State Unsealed() => _state is { Reason: null } state
        ? state
        : throw new BusinessException(VaultErrorCodes.Sealed);

    private sealed record State(IReadOnlyDictionary<int, SecretBuffer> Keys, int Active, string? Reason, SealCause? Cause)
    {
        public static State Sealed(string reason, SealCause cause) => new(new Dictionary<int, SecretBuffer>(), 0, reason, cause);
    }
}
