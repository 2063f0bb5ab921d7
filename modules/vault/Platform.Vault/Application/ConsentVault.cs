using Platform.Kernel;

namespace Platform.Vault;

internal sealed class ConsentVault(OwnTransaction transaction) : IConsentVault
{
    public async Task<Guid> GrantAsync(NewConsent consent, SecretBuffer secret, CancellationToken cancellationToken = default)
    {
        using (secret)
        {
            return await transaction.RunAsync<ConsentGranting, Guid>(
                new Asked(nameof(Consent), null, consent.Purpose), s => s.GrantAsync(consent, secret, cancellationToken));
        }
    }

    public async Task<T> UseAsync<T>(
        ConsentUse use, Func<SecretBuffer, CancellationToken, Task<T>> work, CancellationToken cancellationToken = default)
    {
        using var secret = await RunAsync<ConsentRelease, SecretBuffer>(use, s => s.ReleaseAsync(use, counts: true, cancellationToken));
        return await work(secret, cancellationToken);
    }

    public async Task RenewAsync(
        ConsentUse use, Func<SecretBuffer, CancellationToken, Task<SecretBuffer?>> renew, CancellationToken cancellationToken = default)
    {
        var lease = await LeaseAsync(use, cancellationToken);
        try
        {
            using var secret = await RunAsync<ConsentRelease, SecretBuffer>(use, s => s.ReleaseAsync(use, counts: false, cancellationToken));
            using var renewed = await renew(secret, cancellationToken);
            // What the provider has handed out replaces what it takes no more, whoever has lost interest meanwhile.
            if (renewed is not null)
                await RunAsync<ConsentRenewal, bool>(use, s => s.ReplaceAsync(use, lease, renewed, CancellationToken.None));
        }
        finally
        {
            await RunAsync<ConsentRenewal, bool>(use, s => s.ReleaseLeaseAsync(use.ConsentId, lease, CancellationToken.None));
        }
    }

    private async Task<Guid> LeaseAsync(ConsentUse use, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ConsentRenewal.Patience);
        for (var tries = 0; tries < ConsentRenewal.Tries; tries++)
        {
            if (await RunAsync<ConsentRenewal, Guid?>(use, s => s.TryLeaseAsync(use, cancellationToken)) is { } lease)
                return lease;
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        return await RunAsync<ConsentRenewal, Guid>(use, _ => throw new BusinessException(VaultErrorCodes.LeaseTaken));
    }

    private Task<T> RunAsync<TService, T>(ConsentUse use, Func<TService, Task<T>> work) where TService : notnull =>
        transaction.RunAsync(new Asked(nameof(Consent), use.ConsentId, use.Purpose), work);
}
