using System.Security.Cryptography;
using Platform.Kernel;

namespace Platform.Vault;

/// <summary>
/// Seals and opens: the secret under its own data key, the data key under a key that comes of a master key and of the secret's part
/// in the erasure store (HKDF, RFC 5869).
/// </summary>
internal sealed class Envelope(MasterKeyRing masterKeys, IErasureStore erasure, DataKeyCache cache, TimeProvider clock) : ISingletonDependency
{
    /// <summary>A new secret. Its part in the erasure store is made here.</summary>
    public async Task<SealedSecret> SealAsync(Guid id, SecretBinding binding, SecretBuffer plain, CancellationToken cancellationToken)
    {
        var secret = new SealedSecret { Id = id, BindingHash = binding.Hash() };
        _ = masterKeys.ActiveVersion;
        using var part = await erasure.CreateAsync(id, cancellationToken);
        Reseal(secret, part, plain);
        return secret;
    }

    /// <summary>Replaces the content, under a new data key.</summary>
    public async Task ResealAsync(SealedSecret secret, SecretBinding binding, SecretBuffer plain, CancellationToken cancellationToken)
    {
        if (!CryptographicOperations.FixedTimeEquals(binding.Hash(), secret.BindingHash))
            throw new BusinessException(VaultErrorCodes.Tampered);
        using var part = await PartAsync(secret.Id, cancellationToken);
        Reseal(secret, part, plain);
        cache.Forget(secret.Id);
    }

    /// <exception cref="BusinessException">Sealed, Tampered, FormatUnknown, KeyVersionUnknown, Shredded.</exception>
    public async Task<SecretBuffer> OpenAsync(SealedSecret secret, SecretBinding binding, CancellationToken cancellationToken)
    {
        _ = masterKeys.ActiveVersion;
        var hash = binding.Hash();
        if (cache.TryOpen(secret, hash) is { } cached)
            return cached;
        using var part = await PartAsync(secret.Id, cancellationToken);
        var dataKey = await UnwrapDataKeyAsync(secret, hash, part, cancellationToken);
        try
        {
            var plain = SealedBytes.Open(dataKey.Span, secret.Ciphertext, EnvelopeContext.Secret(hash, secret.Id, secret.DataKeyVersion));
            cache.Add(secret, hash, dataKey);
            return plain;
        }
        catch
        {
            dataKey.Dispose();
            throw;
        }
    }

    /// <summary>Moves the data key under the active master key. The binding stays what it was; the secret itself is not opened.</summary>
    public async Task RewrapAsync(SealedSecret secret, CancellationToken cancellationToken)
    {
        using var part = await PartAsync(secret.Id, cancellationToken);
        using var dataKey = await UnwrapDataKeyAsync(secret, secret.BindingHash, part, cancellationToken);
        WrapDataKey(secret, part, dataKey);
        secret.Stamp = Guid.CreateVersion7();
    }

    /// <summary>Gives the secret a new data key. The binding stays what it was; the plaintext leaves this method for nobody.</summary>
    public async Task RenewDataKeyAsync(SealedSecret secret, CancellationToken cancellationToken)
    {
        using var part = await PartAsync(secret.Id, cancellationToken);
        using var dataKey = await UnwrapDataKeyAsync(secret, secret.BindingHash, part, cancellationToken);
        using var plain = SealedBytes.Open(
            dataKey.Span, secret.Ciphertext, EnvelopeContext.Secret(secret.BindingHash, secret.Id, secret.DataKeyVersion));
        Reseal(secret, part, plain);
    }

    private void Reseal(SealedSecret secret, SecretBuffer part, SecretBuffer plain)
    {
        using var dataKey = SecretBuffer.Random(SealedBytes.KeyLength);
        secret.DataKeyVersion++;
        secret.DataKeyCreatedAt = clock.GetUtcNow().UtcDateTime;
        WrapDataKey(secret, part, dataKey);
        secret.Ciphertext = SealedBytes.Seal(
            dataKey.Span, plain.Span, EnvelopeContext.Secret(secret.BindingHash, secret.Id, secret.DataKeyVersion));
        secret.Stamp = Guid.CreateVersion7();
    }

    private void WrapDataKey(SealedSecret secret, SecretBuffer part, SecretBuffer dataKey)
    {
        secret.MasterKeyVersion = masterKeys.ActiveVersion;
        using var wrapping = WrappingKey(secret.MasterKeyVersion, part);
        secret.WrappedDataKey = SealedBytes.Seal(
            wrapping.Span, dataKey.Span, EnvelopeContext.DataKey(secret.BindingHash, secret.Id, secret.DataKeyVersion, secret.MasterKeyVersion));
    }

    // Another host may have made the version a moment ago.
    private async Task<SecretBuffer> UnwrapDataKeyAsync(SealedSecret secret, byte[] bindingHash, SecretBuffer part, CancellationToken cancellationToken)
    {
        if (!masterKeys.Has(secret.MasterKeyVersion))
            await masterKeys.LoadAsync(cancellationToken);
        using var wrapping = WrappingKey(secret.MasterKeyVersion, part);
        return SealedBytes.Open(
            wrapping.Span, secret.WrappedDataKey, EnvelopeContext.DataKey(bindingHash, secret.Id, secret.DataKeyVersion, secret.MasterKeyVersion));
    }

    internal static SecretBuffer DeriveWrappingKey(SecretBuffer masterKey, SecretBuffer part)
    {
        var key = new SecretBuffer(SealedBytes.KeyLength);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey.Span, key.Span, part.Span, "platform-vault/1/wrapping-key"u8);
        return key;
    }

    private SecretBuffer WrappingKey(int version, SecretBuffer part) => DeriveWrappingKey(masterKeys.Get(version), part);

    private async Task<SecretBuffer> PartAsync(Guid secretId, CancellationToken cancellationToken) =>
        await erasure.ReadAsync(secretId, cancellationToken) ?? throw new BusinessException(VaultErrorCodes.Shredded);
}
