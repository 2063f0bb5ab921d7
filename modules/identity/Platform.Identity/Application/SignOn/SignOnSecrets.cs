using System.Text;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Identity;

/// <summary>Secrets by which providers know us, in the vault: a company's under the company, a group's under the installation.</summary>
internal sealed class SignOnSecrets(IEnumerable<ISecretStore> stores, ICurrentTenant tenant) : IScopedDependency
{
    public bool IsAvailable => stores.Any();

    public async Task SetAsync(SignOnProvider provider, string secret, CancellationToken cancellationToken)
    {
        using var place = tenant.Change(provider.TrailId);
        await stores.First().SetAsync(NameOf(provider), SecretBuffer.Take(Encoding.UTF8.GetBytes(secret)), cancellationToken);
    }

    public async Task<T> UseAsync<T>(SignOnProvider provider, Func<SecretBuffer, Task<T>> work, CancellationToken cancellationToken)
    {
        using var place = tenant.Change(provider.TrailId);
        return await stores.First().UseAsync(NameOf(provider), (secret, _) => work(secret), cancellationToken);
    }

    public async Task RemoveAsync(SignOnProvider provider, CancellationToken cancellationToken)
    {
        using var place = tenant.Change(provider.TrailId);
        await stores.First().RemoveAsync(NameOf(provider), cancellationToken);
    }

    private static SecretName NameOf(SignOnProvider provider) => new("identity", $"sign-on:{provider.Id:N}");
}
