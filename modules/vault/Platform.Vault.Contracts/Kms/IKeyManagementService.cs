namespace Platform.Vault;

/// <summary>
/// Where the key lives that wraps the vault's master keys: a file, a hardware module, a network service. Its own keys never leave
/// it. Implementations are singletons, safe for concurrent use, and hold no plaintext after a call.
/// </summary>
public interface IKeyManagementService
{
    /// <summary>Name in configuration and in the key table: "file", "pkcs11", "aws-kms".</summary>
    string Provider { get; }

    /// <summary>The key that <see cref="WrapAsync"/> uses now.</summary>
    /// <exception cref="KmsUnavailableException">Not reachable, not configured, or the key is missing.</exception>
    Task<string> GetCurrentKeyIdAsync(CancellationToken cancellationToken = default);

    /// <summary>Wraps 16 to 64 bytes of key under the current key, bound to the context.</summary>
    /// <param name="key">Plaintext key; stays the caller's.</param>
    /// <param name="context">Authenticated, not stored: 1 to 256 bytes. Unwrapping asks for the same.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="KmsUnavailableException">As above.</exception>
    Task<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default);

    /// <summary>Unwraps what any key of this service has wrapped.</summary>
    /// <exception cref="KmsRefusedException">Altered, another context, or a key that this service no longer has.</exception>
    /// <exception cref="KmsUnavailableException">As above.</exception>
    Task<SecretBuffer> UnwrapAsync(WrappedKey wrapped, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default);
}

/// <summary>A wrapped key with the name of the key that wrapped it.</summary>
/// <param name="KeyId">At most 300 characters, of the provider's own form.</param>
/// <param name="Bytes">At most 1,024 bytes, of the provider's own form.</param>
public sealed record WrappedKey(string KeyId, byte[] Bytes);

/// <summary>The key management service cannot be asked now; the vault is, or stays, sealed. The message names no secret.</summary>
public sealed class KmsUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The key management service was asked and refused. Trying again gives the same answer.</summary>
public sealed class KmsRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);
