using Platform.Kernel;

namespace Platform.Vault;

/// <summary>The key that the service wraps with now, remembered for a while: pages ask every two seconds while a rotation runs.</summary>
internal sealed class PresentKmsKey(IKeyManagementService kms, TimeProvider clock) : ISingletonDependency
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private Answer? _answer;

    public string Provider => kms.Provider;

    /// <summary>Null when the service cannot be asked.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        if (_answer is { } known && clock.GetElapsedTime(known.At) < Age)
            return known.KeyId;
        try
        {
            var keyId = await kms.GetCurrentKeyIdAsync(cancellationToken);
            _answer = new Answer(keyId, clock.GetTimestamp());
            return keyId;
        }
        catch (KmsUnavailableException)
        {
            return null;
        }
    }

    public void Forget() => _answer = null;

    private sealed record Answer(string KeyId, long At);
}
