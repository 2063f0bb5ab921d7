namespace Platform.Vault;

/// <summary>What a key on the token does: AES-GCM on bytes, AES key wrap with padding (RFC 5649) on other keys.</summary>
internal sealed unsafe class Pkcs11Cipher(Pkcs11Library library, nuint session, nuint key)
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    private const int WrapOverhead = 16;

    private delegate nuint Gcm(Pkcs11Mechanism* mechanism);

    /// <summary>Ciphertext and tag.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> context, ReadOnlySpan<byte> plaintext)
    {
        var ciphertext = new byte[plaintext.Length + TagLength];
        var length = (nuint)ciphertext.Length;
        fixed (byte* input = plaintext, output = ciphertext)
        {
            Begin(nonce, context, mechanism => library.EncryptInit(session, mechanism, key), "C_EncryptInit");
            Pkcs11Exception.ThrowIfFailed(library.Encrypt(session, input, (nuint)plaintext.Length, output, &length), "C_Encrypt");
        }
        return length == (nuint)ciphertext.Length ? ciphertext : throw new Pkcs11Exception("C_Encrypt", Pkcs11Result.FunctionFailed);
    }

    public SecretBuffer Decrypt(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> context, ReadOnlySpan<byte> ciphertext)
    {
        // Tokens ask for room for the tag as well.
        using var room = new SecretBuffer(ciphertext.Length);
        var length = (nuint)room.Length;
        fixed (byte* input = ciphertext, output = room.Span)
        {
            Begin(nonce, context, mechanism => library.DecryptInit(session, mechanism, key), "C_DecryptInit");
            Pkcs11Exception.ThrowIfFailed(library.Decrypt(session, input, (nuint)ciphertext.Length, output, &length), "C_Decrypt");
        }
        return SecretBuffer.Take(room.Span[..(int)length]);
    }

    public byte[] WrapKey(nuint wrapped, int length)
    {
        var mechanism = new Pkcs11Mechanism { Type = Pkcs11Mechanism.AesKeyWrapPadded };
        var bytes = new byte[length + WrapOverhead];
        var written = (nuint)bytes.Length;
        fixed (byte* output = bytes)
            Pkcs11Exception.ThrowIfFailed(library.WrapKey(session, &mechanism, key, wrapped, output, &written), "C_WrapKey");
        return bytes[..(int)written];
    }

    /// <summary>A session object with the attributes of the template.</summary>
    public nuint UnwrapKey(ReadOnlySpan<byte> wrapped, Pkcs11Template template)
    {
        var mechanism = new Pkcs11Mechanism { Type = Pkcs11Mechanism.AesKeyWrapPadded };
        nuint unwrapped;
        fixed (byte* input = wrapped)
        {
            Pkcs11Exception.ThrowIfFailed(
                library.UnwrapKey(session, &mechanism, key, input, (nuint)wrapped.Length, template.Pointer, template.Count, &unwrapped),
                "C_UnwrapKey");
        }
        return unwrapped;
    }

    private static void Begin(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> context, Gcm initialize, string function)
    {
        fixed (byte* noncePointer = nonce, contextPointer = context)
        {
            var parameters = new Pkcs11GcmParameters
            {
                Nonce = noncePointer,
                NonceLength = (nuint)nonce.Length,
                NonceBits = (nuint)nonce.Length * 8,
                AssociatedData = contextPointer,
                AssociatedDataLength = (nuint)context.Length,
                TagBits = TagLength * 8,
            };
            var mechanism = new Pkcs11Mechanism
            {
                Type = Pkcs11Mechanism.AesGcm,
                Parameter = &parameters,
                ParameterLength = (nuint)sizeof(Pkcs11GcmParameters),
            };
            Pkcs11Exception.ThrowIfFailed(initialize(&mechanism), function);
        }
    }
}
