using System.Security.Cryptography;

namespace Platform.Vault;

/// <summary>
/// The forms of a wrapped key. With AES-GCM the token authenticates the context; AES key wrap knows no context, so its hash travels
/// inside: length of the key, key, hash, random bytes. These make equal keys wrap differently, and fill the payload up to a multiple of
/// eight bytes, on which tokens agree; they differ in how they pad the rest.
/// </summary>
internal sealed class Pkcs11Wrapping(Pkcs11Session session)
{
    private const byte GcmFormat = 1;
    private const byte KeyWrapFormat = 2;
    private const int MinimumFill = 8;
    private const int GcmOverhead = 1 + Pkcs11Cipher.NonceLength + Pkcs11Cipher.TagLength;

    public byte[] Wrap(nuint wrappingKey, bool gcm, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context) =>
        gcm ? WrapByGcm(wrappingKey, key, context) : WrapByKeyWrap(wrappingKey, key, context);

    /// <exception cref="KmsRefusedException">Altered, another context, or of no known form.</exception>
    public SecretBuffer Unwrap(nuint wrappingKey, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> context)
    {
        var gcm = wrapped is [GcmFormat, ..] && wrapped.Length > GcmOverhead;
        if (!gcm && wrapped is not [KeyWrapFormat, _, ..]) throw new KmsRefusedException("Not wrapped by this service.");
        try
        {
            return gcm ? UnwrapByGcm(wrappingKey, wrapped, context) : UnwrapByKeyWrap(wrappingKey, wrapped[1..], context);
        }
        catch (Pkcs11Exception exception) when (Pkcs11Result.IsRefusalOfData(exception.Result))
        {
            throw new KmsRefusedException("The token refused the wrapped key.", exception);
        }
        catch (Pkcs11Exception exception) when (Pkcs11Result.IsAmbiguous(exception.Result))
        {
            RoundTrip(wrappingKey, gcm, context);
            throw new KmsRefusedException("The token refused the wrapped key.", exception);
        }
    }

    // What the token can still do tells altered data from a token that is broken.
    private void RoundTrip(nuint wrappingKey, bool gcm, ReadOnlySpan<byte> context)
    {
        using var probe = SecretBuffer.Random(32);
        var wrapped = Wrap(wrappingKey, gcm, probe.Span, context);
        using var unwrapped = gcm
            ? UnwrapByGcm(wrappingKey, wrapped, context)
            : UnwrapByKeyWrap(wrappingKey, wrapped.AsSpan(1), context);
    }

    private byte[] WrapByGcm(nuint wrappingKey, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        var nonce = RandomNumberGenerator.GetBytes(Pkcs11Cipher.NonceLength);
        return [GcmFormat, .. nonce, .. session.CipherOf(wrappingKey).Encrypt(nonce, context, key)];
    }

    private SecretBuffer UnwrapByGcm(nuint wrappingKey, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> context) =>
        session.CipherOf(wrappingKey).Decrypt(
            wrapped.Slice(1, Pkcs11Cipher.NonceLength), context, wrapped[(1 + Pkcs11Cipher.NonceLength)..]);

    private byte[] WrapByKeyWrap(nuint wrappingKey, ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        using var payload = PayloadOf(key, context);
        using var template = Extractable().Add(Pkcs11Attribute.Value, payload.Span);
        var payloadObject = session.Create(template);
        try
        {
            return [KeyWrapFormat, .. session.CipherOf(wrappingKey).WrapKey(payloadObject, payload.Length)];
        }
        finally
        {
            session.Destroy(payloadObject);
        }
    }

    private SecretBuffer UnwrapByKeyWrap(nuint wrappingKey, ReadOnlySpan<byte> wrapped, ReadOnlySpan<byte> context)
    {
        using var template = Extractable();
        var payloadObject = session.CipherOf(wrappingKey).UnwrapKey(wrapped, template);
        try
        {
            using var payload = session.ValueOf(payloadObject);
            return KeyOf(payload.Span, context);
        }
        finally
        {
            session.Destroy(payloadObject);
        }
    }

    private static SecretBuffer PayloadOf(ReadOnlySpan<byte> key, ReadOnlySpan<byte> context)
    {
        var payload = new SecretBuffer(PayloadLength(key.Length));
        payload.Span[0] = (byte)key.Length;
        key.CopyTo(payload.Span[1..]);
        SHA256.HashData(context, payload.Span[(1 + key.Length)..]);
        RandomNumberGenerator.Fill(payload.Span[(1 + key.Length + SHA256.HashSizeInBytes)..]);
        return payload;
    }

    private static SecretBuffer KeyOf(Span<byte> payload, ReadOnlySpan<byte> context)
    {
        if (payload.Length == 0 || payload.Length != PayloadLength(payload[0]))
            throw new KmsRefusedException("Not wrapped by this service.");
        var hash = payload.Slice(1 + payload[0], SHA256.HashSizeInBytes);
        if (!CryptographicOperations.FixedTimeEquals(hash, SHA256.HashData(context)))
            throw new KmsRefusedException("The wrapped key belongs to another context.");
        return SecretBuffer.Take(payload.Slice(1, payload[0]));
    }

    private static int PayloadLength(int keyLength) => (1 + keyLength + SHA256.HashSizeInBytes + MinimumFill + 7) & ~7;

    private static Pkcs11Template Extractable() => Pkcs11Template.SecretKey(Pkcs11Attribute.GenericSecretType, token: false)
        .Add(Pkcs11Attribute.Sensitive, false)
        .Add(Pkcs11Attribute.Extractable, true);
}
