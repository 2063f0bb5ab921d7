using System.Security.Cryptography;

namespace Platform.Vault.Tests;

/// <summary>What only a token can do, or fail to do.</summary>
public sealed class Pkcs11Token_Tests(SoftHsm softHsm) : IDisposable
{
    private static readonly byte[] Context = "vault/master-key/7"u8.ToArray();

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("vault-pkcs11-token");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Session_Lost_IsUnavailableOnceAndThenReopened()
    {
        using var kms = new Pkcs11KeyManagementService(softHsm.Options(SoftHsm.SessionToken));
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = await kms.WrapAsync(key, Context, Cancellation);

        SoftHsm.Disconnect(SoftHsm.SessionToken);

        await Should.ThrowAsync<KmsUnavailableException>(async () => await kms.UnwrapAsync(wrapped, Context, Cancellation));
        using var unwrapped = await kms.UnwrapAsync(wrapped, Context, Cancellation);
        unwrapped.Span.ToArray().ShouldBe(key);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Pin_Wrong_IsUnavailableAndNotTriedAgainUntilItChanges()
    {
        var options = softHsm.Options(SoftHsm.PinToken);
        options.PinFile = Path.Combine(_directory.FullName, "pin");
        using var kms = new Pkcs11KeyManagementService(options);
        await Should.ThrowAsync<KmsUnavailableException>(async () => await kms.GetCurrentKeyIdAsync(Cancellation));

        SoftHsm.WriteSecret(options.PinFile, "9999\n");
        var first = await Should.ThrowAsync<KmsUnavailableException>(async () => await kms.GetCurrentKeyIdAsync(Cancellation));
        var second = await Should.ThrowAsync<KmsUnavailableException>(async () => await kms.GetCurrentKeyIdAsync(Cancellation));
        first.InnerException.ShouldBeOfType<Pkcs11Exception>().Result.ShouldBe(Pkcs11Result.PinIncorrect);
        second.InnerException.ShouldBeNull();
        first.Message.ShouldNotContain("9999");

        SoftHsm.WriteSecret(options.PinFile, "1234\r\n");
        (await kms.GetCurrentKeyIdAsync(Cancellation)).ShouldBe($"pkcs11:{options.KeyLabel}-1");
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Token_Missing_IsUnavailable()
    {
        using var kms = new Pkcs11KeyManagementService(softHsm.Options("no such token"));

        await Should.ThrowAsync<KmsUnavailableException>(async () => await kms.GetCurrentKeyIdAsync(Cancellation));
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Key_MissingWithoutLeaveToCreate_IsUnavailable()
    {
        using var kms = new Pkcs11KeyManagementService(softHsm.Options(SoftHsm.SingleToken)) { MayCreate = false };

        await Should.ThrowAsync<KmsUnavailableException>(async () => await kms.WrapAsync(new byte[32], Context, Cancellation));

        await kms.CreateKeyAsync();
        await kms.WrapAsync(new byte[32], Context, Cancellation);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Req", "VLT-03")]
    public async Task Key_Generated_NeverLeavesTheToken(bool keyWrapOnly)
    {
        var options = softHsm.Options(SoftHsm.SingleToken);
        options.KeyWrapOnly = keyWrapOnly;
        using var kms = new Pkcs11KeyManagementService(options);
        await kms.GetCurrentKeyIdAsync(Cancellation);
        using var connection = new Pkcs11Connection(options);
        using var session = connection.Open().Session;

        var key = session.FindAesKeys(options.KeyLabel + "-1").ShouldHaveSingleItem();

        Should.Throw<Pkcs11Exception>(() => session.ValueOf(key)).Result.ShouldBe((nuint)0x11);
        session.CanEncrypt(key).ShouldBe(!keyWrapOnly);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Key_TwoOfOneLabel_BothUnwrap()
    {
        var options = softHsm.Options(SoftHsm.SingleToken);
        using var kms = new Pkcs11KeyManagementService(options);
        var old = await kms.WrapAsync(new byte[32], Context, Cancellation);
        using var connection = new Pkcs11Connection(options);
        using var session = connection.Open().Session;
        var twin = session.GenerateKey(options.KeyLabel + "-1", encrypts: true);
        var byTwin = old with { Bytes = new Pkcs11Wrapping(session).Wrap(twin, gcm: true, new byte[32], Context) };

        (await kms.UnwrapAsync(old, Context, Cancellation)).Dispose();
        (await kms.UnwrapAsync(byTwin, Context, Cancellation)).Dispose();
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Rotate_ByAnotherHost_IsSeenAtOnce()
    {
        var options = softHsm.Options(SoftHsm.SingleToken);
        using var kms = new Pkcs11KeyManagementService(options);
        using var other = new Pkcs11KeyManagementService(options);
        await kms.GetCurrentKeyIdAsync(Cancellation);

        for (var version = 2; version <= 11; version++)
            (await other.CreateKeyAsync()).ShouldBe($"pkcs11:{options.KeyLabel}-{version}");

        (await kms.GetCurrentKeyIdAsync(Cancellation)).ShouldBe($"pkcs11:{options.KeyLabel}-11");
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Destroy_CurrentOrForeignKey_IsRefused()
    {
        using var kms = new Pkcs11KeyManagementService(softHsm.Options(SoftHsm.SingleToken));
        var current = await kms.GetCurrentKeyIdAsync(Cancellation);

        await Should.ThrowAsync<KmsRefusedException>(async () => await kms.DestroyKeyAsync(current));
        await Should.ThrowAsync<KmsRefusedException>(async () => await kms.DestroyKeyAsync("pkcs11:other-1"));
        await Should.ThrowAsync<KmsRefusedException>(async () => await kms.DestroyKeyAsync(current + "0"));
    }
}
