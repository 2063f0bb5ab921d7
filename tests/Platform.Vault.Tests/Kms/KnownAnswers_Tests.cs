using System.Security.Cryptography;

namespace Platform.Vault.Tests;

/// <summary>The runtime's cryptography and the token's agree with published answers.</summary>
public sealed class KnownAnswers_Tests(SoftHsm softHsm)
{
    [Theory]
    [MemberData(nameof(AesGcmVector.Numbers), MemberType = typeof(AesGcmVector))]
    [Trait("Req", "VLT-03")]
    public void AesGcm_OfTheRuntime_AgreesWithVector(int number)
    {
        var vector = AesGcmVector.Of(number);
        using var aes = new AesGcm(vector.Key, 16);
        var cipher = new byte[vector.Plain.Length];
        var tag = new byte[16];
        var plain = new byte[vector.Plain.Length];

        aes.Encrypt(vector.Nonce, vector.Plain, cipher, tag, vector.Context);

        cipher.ShouldBe(vector.Cipher);
        tag.SequenceEqual(vector.Tag).ShouldBe(vector.Valid, vector.Comment);
        void Decrypt() => aes.Decrypt(vector.Nonce, vector.Cipher, vector.Tag, plain, vector.Context);
        if (vector.Valid) Decrypt();
        else Should.Throw<AuthenticationTagMismatchException>(Decrypt);
        plain.ShouldBe(vector.Valid ? vector.Plain : new byte[plain.Length]);
    }

    [Theory]
    [MemberData(nameof(AesGcmVector.Numbers), MemberType = typeof(AesGcmVector))]
    [Trait("Req", "VLT-03")]
    public void AesGcm_OfTheToken_AgreesWithVector(int number)
    {
        var vector = AesGcmVector.Of(number);
        using var connection = new Pkcs11Connection(softHsm.Options(SoftHsm.AnswersToken));
        using var session = connection.Open().Session;
        var cipher = session.CipherOf(Import(session, vector.Key));
        byte[] sealedBytes = [.. vector.Cipher, .. vector.Tag];

        cipher.Encrypt(vector.Nonce, vector.Context, vector.Plain).SequenceEqual(sealedBytes).ShouldBe(vector.Valid, vector.Comment);

        if (!vector.Valid)
        {
            Should.Throw<Pkcs11Exception>(() => cipher.Decrypt(vector.Nonce, vector.Context, sealedBytes));
            return;
        }
        using var plain = cipher.Decrypt(vector.Nonce, vector.Context, sealedBytes);
        plain.Span.ToArray().ShouldBe(vector.Plain);
    }

    [Theory]
    [MemberData(nameof(AesKeyWrapVector.Numbers), MemberType = typeof(AesKeyWrapVector))]
    [Trait("Req", "VLT-03")]
    public void AesKeyWrap_OfTheRuntime_AgreesWithVector(int number)
    {
        var vector = AesKeyWrapVector.Of(number);
        using var aes = Aes.Create();
        aes.Key = vector.Key;

        aes.EncryptKeyWrapPadded(vector.Plain).SequenceEqual(vector.Wrapped).ShouldBe(vector.Valid);

        if (vector.Valid) aes.DecryptKeyWrapPadded(vector.Wrapped).ShouldBe(vector.Plain);
        else Should.Throw<CryptographicException>(() => aes.DecryptKeyWrapPadded(vector.Wrapped));
    }

    [Theory]
    [MemberData(nameof(AesKeyWrapVector.Numbers), MemberType = typeof(AesKeyWrapVector))]
    [Trait("Req", "VLT-03")]
    public void AesKeyWrap_OfTheToken_AgreesWithVector(int number)
    {
        var vector = AesKeyWrapVector.Of(number);
        using var connection = new Pkcs11Connection(softHsm.Options(SoftHsm.AnswersToken));
        using var session = connection.Open().Session;
        var cipher = session.CipherOf(Import(session, vector.Key));
        using var template = Extractable();
        using var plain = Extractable().Add(Pkcs11Attribute.Value, vector.Plain);

        // Other lengths this token fills up with zeroes first; the vault wraps none of them.
        if (vector.Plain.Length % 8 == 0)
            cipher.WrapKey(session.Create(plain), vector.Plain.Length).SequenceEqual(vector.Wrapped).ShouldBe(vector.Valid);

        if (!vector.Valid)
        {
            Should.Throw<Pkcs11Exception>(() => cipher.UnwrapKey(vector.Wrapped, template));
            return;
        }
        using var unwrapped = session.ValueOf(cipher.UnwrapKey(vector.Wrapped, template));
        unwrapped.Span.ToArray().ShouldBe(vector.Plain);
    }

    private static nuint Import(Pkcs11Session session, byte[] key)
    {
        using var template = Pkcs11Template.SecretKey(Pkcs11Attribute.AesType, token: false)
            .Add(Pkcs11Attribute.Value, key)
            .Add(Pkcs11Attribute.Encrypt, true)
            .Add(Pkcs11Attribute.Decrypt, true)
            .Add(Pkcs11Attribute.Wrap, true)
            .Add(Pkcs11Attribute.Unwrap, true);
        return session.Create(template);
    }

    private static Pkcs11Template Extractable() => Pkcs11Template.SecretKey(Pkcs11Attribute.GenericSecretType, token: false)
        .Add(Pkcs11Attribute.Sensitive, false)
        .Add(Pkcs11Attribute.Extractable, true);
}
