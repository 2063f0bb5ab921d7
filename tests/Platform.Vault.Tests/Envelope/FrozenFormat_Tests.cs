using System.Text;

namespace Platform.Vault.Tests;

/// <summary>
/// What format version 1 wrote once, computed by another implementation of AES-GCM, SHA-256 and HKDF: it opens for ever, byte for byte.
/// </summary>
[Trait("Req", "VLT-01")]
[Trait("Req", "VLT-02")]
public sealed class FrozenFormat_Tests
{
    private const string BindingHash = "4c99a9a1f32fc65d7c5a1bb411ca4d95db1eee2c0f18dfcb80f0999d8675ab21";
    private const string WrappingKey = "a9ae711cd9db9e6d6d33326d2650236643f365d66bba8166086c7de08c62c1f7";

    private const string WrappedDataKey =
        "01c8c9cacbcccdcecfd0d1d2d333225ee5cd851bcc40c8738e8f88d3d4522a27910a766456ad472114d5bb60ffe75cc297deb1c1698dc792a5b03e14b1";

    private const string Ciphertext = "01dcdddedfe0e1e2e3e4e5e6e744e8f5b6b03762709897983fc90614ed1c43f27b833ff00c94337363a37cc80a0f577073";

    private static readonly Guid SecretId = Guid.Parse("0198a000-0000-7000-8000-0000000000cc");

    private static readonly SecretBinding Binding = new(
        Guid.Parse("0198a000-0000-7000-8000-0000000000aa"), Guid.Parse("0198a000-0000-7000-8000-0000000000bb"),
        "bank-één", "FR7630006000011234567890189", "accounts");

    [Fact]
    public void Hash_OfABinding_NeverChanges() => Convert.ToHexStringLower(Binding.Hash()).ShouldBe(BindingHash);

    [Fact]
    public void DeriveWrappingKey_FromMasterKeyAndPart_NeverChanges()
    {
        using var key = Vault.Envelope.DeriveWrappingKey(Sequence(0), Sequence(64));
        Convert.ToHexStringLower(key.Span).ShouldBe(WrappingKey);
    }

    [Fact]
    public void Open_FrozenSecret_GivesWhatWasSealed()
    {
        using var dataKey = SealedBytes.Open(
            Convert.FromHexString(WrappingKey), Convert.FromHexString(WrappedDataKey), EnvelopeContext.DataKey(Binding.Hash(), SecretId, 3, 7));
        dataKey.Span.SequenceEqual(Sequence(128).Span).ShouldBeTrue();
        using var plain = SealedBytes.Open(dataKey.Span, Convert.FromHexString(Ciphertext), EnvelopeContext.Secret(Binding.Hash(), SecretId, 3));
        Encoding.UTF8.GetString(plain.Span).ShouldBe("refresh-token-é-€");
    }

    [Fact]
    public void Open_AnyByteChanged_IsRefused()
    {
        var (key, context) = (Sequence(128), EnvelopeContext.Secret(Binding.Hash(), SecretId, 3));
        var bytes = Convert.FromHexString(Ciphertext);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 0x40;
            CodeOf(() => SealedBytes.Open(key.Span, bytes, context)).ShouldBe(i == 0 ? VaultErrorCodes.FormatUnknown : VaultErrorCodes.Tampered);
            bytes[i] ^= 0x40;
        }

        CodeOf(() => SealedBytes.Open(key.Span, bytes.AsSpan(0, 28), context)).ShouldBe(VaultErrorCodes.Tampered);
        CodeOf(() => SealedBytes.Open(key.Span, [], context)).ShouldBe(VaultErrorCodes.FormatUnknown);
    }

    [Fact]
    public void Open_AnyOtherBinding_IsRefused()
    {
        SecretBinding[] others =
        [
            Binding with { TenantId = Guid.CreateVersion7() }, Binding with { UserId = Guid.CreateVersion7() }, Binding with { Provider = "bank" },
            Binding with { Account = "FR76" }, Binding with { Purpose = "payments" }, Binding with { Provider = "bank-éénF", Account = "R7630006000011234567890189" },
        ];
        foreach (var other in others)
        {
            CodeOf(() => SealedBytes.Open(Sequence(128).Span, Convert.FromHexString(Ciphertext), EnvelopeContext.Secret(other.Hash(), SecretId, 3)))
                .ShouldBe(VaultErrorCodes.Tampered);
        }
    }

    [Fact]
    public void Seal_Twice_GivesDifferentBytes()
    {
        var context = EnvelopeContext.Secret(Binding.Hash(), SecretId, 1);
        SealedBytes.Seal(Sequence(0).Span, "same"u8, context).ShouldNotBe(SealedBytes.Seal(Sequence(0).Span, "same"u8, context));
    }

    private static string CodeOf(Func<SecretBuffer> open) => Should.Throw<Platform.Kernel.BusinessException>(() => open()).Code;

    private static SecretBuffer Sequence(int first) => SecretBuffer.Take([.. Enumerable.Range(first, 32).Select(i => (byte)i)]);
}
