using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Each call in a scope, and so a transaction, of its own: what is on record stays on record.</summary>
internal sealed class ConsentVault(IServiceScopeFactory scopes, IUnitOfWork unitOfWork) : IConsentVault
{
    public async Task<Guid> GrantAsync(NewConsent consent, SecretBuffer secret, CancellationToken cancellationToken = default)
    {
        using (secret)
            return await RunAsync<ConsentGranting, Guid>(s => s.GrantAsync(consent, secret, cancellationToken));
    }

    public async Task<T> UseAsync<T>(
        ConsentUse use, Func<SecretBuffer, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        using var secret = await RunAsync<ConsentRelease, SecretBuffer>(s => s.ReleaseAsync(use, cancellationToken));
        return await work(secret, cancellationToken);
    }

    public async Task RenewAsync(
        ConsentUse use, Func<SecretBuffer, CancellationToken, Task<SecretBuffer?>> renew, CancellationToken cancellationToken = default)
    {
        var lease = await LeaseAsync(use, cancellationToken);
        try
        {
            using var secret = await RunAsync<ConsentRelease, SecretBuffer>(s => s.ReleaseAsync(use, cancellationToken));
            using var renewed = await renew(secret, cancellationToken);
            // What the provider has handed out replaces what it takes no more, whoever has lost interest meanwhile.
            if (renewed is not null)
                await RunAsync<ConsentRenewal, bool>(s => s.ReplaceAsync(use, lease, renewed, CancellationToken.None));
        }
        finally
        {
            await RunAsync<ConsentRenewal, bool>(s => s.ReleaseLeaseAsync(use.ConsentId, lease, CancellationToken.None));
        }
    }

    private async Task<Guid> LeaseAsync(ConsentUse use, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ConsentRenewal.Patience);
        for (var tries = 0; tries < ConsentRenewal.Tries; tries++)
        {
            if (await RunAsync<ConsentRenewal, Guid?>(s => s.TryLeaseAsync(use, cancellationToken)) is { } lease)
                return lease;
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        throw new BusinessException(VaultErrorCodes.LeaseTaken);
    }

    private async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        if (unitOfWork.HasBegun)
            throw new InvalidOperationException("The vault is asked before the caller's first write.");
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
