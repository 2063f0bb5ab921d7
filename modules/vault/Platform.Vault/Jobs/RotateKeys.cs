using Platform.Kernel;

namespace Platform.Vault;

/// <summary>Looks for secrets under old keys and moves them, on one host at a time.</summary>
internal sealed class RotateKeys(KeyRotation rotation, MasterKeyRing masterKeys) : IBackgroundWorker
{
    public TimeSpan Period => TimeSpan.FromSeconds(10);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        if (masterKeys.IsSealed)
            return;
        while (await rotation.RewrapPortionAsync(cancellationToken) > 0)
            cancellationToken.ThrowIfCancellationRequested();
        while (await rotation.RenewPortionAsync(cancellationToken) > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
