using Platform.Kernel;
using Platform.Vault;

namespace Platform.Identity;

/// <summary>Keys of authenticator apps, in the vault, for the installation: an account belongs to no company.</summary>
internal sealed class AuthenticatorKeys(IEnumerable<ISecretStore> stores, ICurrentTenant tenant) : IScopedDependency
{
    /// <summary>False on a host without a vault: nobody can set an app up there.</summary>
    public bool IsAvailable => stores.Any();

    public async Task MakeAsync(Guid userId, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        await stores.First().SetAsync(NameOf(userId), SecretBuffer.Random(Totp.KeyLength), cancellationToken);
    }

    public async Task<T> UseAsync<T>(Guid userId, Func<SecretBuffer, T> work, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        return await stores.First().UseAsync(NameOf(userId), (key, _) => Task.FromResult(work(key)), cancellationToken);
    }

    public async Task RemoveAsync(Guid userId, CancellationToken cancellationToken)
    {
        using var host = tenant.Change(null);
        if (stores.FirstOrDefault() is { } store)
            await store.RemoveAsync(NameOf(userId), cancellationToken);
    }

    private static SecretName NameOf(Guid userId) => new("identity", "authenticator", userId);
}
