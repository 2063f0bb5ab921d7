using System.Security.Cryptography;

namespace Platform.Vault.Tests;

/// <summary>What the vault relies on, whoever keeps the key.</summary>
public abstract class KeyManagementService_Tests : IAsyncLifetime
{
    protected static readonly byte[] Context = "vault/master-key/7"u8.ToArray();

    protected IKeyManagementService Kms { get; set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    protected abstract Task RotateAsync();

    protected abstract Task DestroyAsync(string keyId);

    protected abstract Task StopAsync();

    protected abstract Task StartAsync();

    protected virtual IEnumerable<int> PositionsToAlter(int length) => [0, 1, length / 2, length - 1];

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [Trait("Req", "VLT-03")]
    public async Task Unwrap_WhatWasWrapped_GivesTheKey(int length)
    {
        var key = RandomNumberGenerator.GetBytes(length);

        var wrapped = await Kms.WrapAsync(key, Context, Cancellation);

        wrapped.KeyId.ShouldBe(await Kms.GetCurrentKeyIdAsync(Cancellation));
        wrapped.KeyId.ShouldStartWith(Kms.Provider + ":");
        wrapped.KeyId.Length.ShouldBeLessThanOrEqualTo(300);
        wrapped.Bytes.Length.ShouldBeLessThanOrEqualTo(1024);
        await ShouldUnwrapToAsync(wrapped, key);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Wrap_SameKeyTwice_GivesDifferentBytes()
    {
        var key = RandomNumberGenerator.GetBytes(32);

        var first = await Kms.WrapAsync(key, Context, Cancellation);
        var second = await Kms.WrapAsync(key, Context, Cancellation);

        second.Bytes.ShouldNotBe(first.Bytes);
        first.Bytes.AsSpan().IndexOf(key).ShouldBe(-1);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Unwrap_AlteredByte_IsRefused()
    {
        var wrapped = await WrapAsync();

        foreach (var position in PositionsToAlter(wrapped.Bytes.Length))
        {
            var altered = wrapped.Bytes.ToArray();
            altered[position] ^= 1;
            await ShouldRefuseAsync(wrapped with { Bytes = altered }, Context);
        }
        (await UnwrapAsync(wrapped)).Dispose();
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Unwrap_OtherContext_IsRefused()
    {
        var wrapped = await WrapAsync();

        await ShouldRefuseAsync(wrapped, "vault/master-key/8"u8.ToArray());
        await ShouldRefuseAsync(wrapped, [.. Context, 0]);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Unwrap_Truncated_IsRefused()
    {
        var wrapped = await WrapAsync();

        foreach (var length in new[] { 0, 1, 2, 13, 29, wrapped.Bytes.Length - 1 })
            await ShouldRefuseAsync(wrapped with { Bytes = wrapped.Bytes[..length] }, Context);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Unwrap_UnknownKey_IsRefused()
    {
        var wrapped = await WrapAsync();

        await ShouldRefuseAsync(wrapped with { KeyId = wrapped.KeyId + "0" }, Context);
        await ShouldRefuseAsync(wrapped with { KeyId = "other:1" }, Context);
        await ShouldRefuseAsync(wrapped with { KeyId = "" }, Context);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Wrap_SizesOutsideTheContract_AreNotAccepted()
    {
        await ShouldNotAcceptAsync(new byte[15], Context);
        await ShouldNotAcceptAsync(new byte[65], Context);
        await ShouldNotAcceptAsync(new byte[32], []);
        await ShouldNotAcceptAsync(new byte[32], new byte[257]);
        await Kms.WrapAsync(new byte[32], new byte[256], Cancellation);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Rotate_OldWraps_StillUnwrapAndNewOnesUseTheNewKey()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var old = await Kms.WrapAsync(key, Context, Cancellation);

        await RotateAsync();

        var young = await Kms.WrapAsync(key, Context, Cancellation);
        young.KeyId.ShouldNotBe(old.KeyId);
        young.KeyId.ShouldBe(await Kms.GetCurrentKeyIdAsync(Cancellation));
        await ShouldUnwrapToAsync(old, key);
        await ShouldUnwrapToAsync(young, key);
        await ShouldRefuseAsync(old with { KeyId = young.KeyId }, Context);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Unwrap_DestroyedKey_IsRefused()
    {
        var old = await WrapAsync();
        await RotateAsync();
        var young = await WrapAsync();

        await DestroyAsync(old.KeyId);

        await ShouldRefuseAsync(old, Context);
        (await UnwrapAsync(young)).Dispose();
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Calls_WhileStopped_AreUnavailableAndRecover()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = await Kms.WrapAsync(key, Context, Cancellation);

        await StopAsync();
        await ShouldBeUnavailableAsync(() => Kms.GetCurrentKeyIdAsync(Cancellation));
        await ShouldBeUnavailableAsync(() => Kms.WrapAsync(key, Context, Cancellation));
        await ShouldBeUnavailableAsync(() => Kms.UnwrapAsync(wrapped, Context, Cancellation));

        await StartAsync();
        await ShouldUnwrapToAsync(wrapped, key);
        (await Kms.WrapAsync(key, Context, Cancellation)).KeyId.ShouldBe(wrapped.KeyId);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Calls_AtTheSameTime_AllSucceed()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 32), Cancellation, async (_, _) =>
        {
            var key = RandomNumberGenerator.GetBytes(32);
            await ShouldUnwrapToAsync(await Kms.WrapAsync(key, Context, Cancellation), key);
        });
    }

    protected static Task ShouldBeUnavailableAsync(Func<Task> call) =>
        Should.ThrowAsync<KmsUnavailableException>(async () => await call());

    private async Task ShouldNotAcceptAsync(byte[] key, byte[] context) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Kms.WrapAsync(key, context, Cancellation));

    protected Task<WrappedKey> WrapAsync() => Kms.WrapAsync(RandomNumberGenerator.GetBytes(32), Context, Cancellation);

    protected Task<SecretBuffer> UnwrapAsync(WrappedKey wrapped) => Kms.UnwrapAsync(wrapped, Context, Cancellation);

    protected async Task ShouldRefuseAsync(WrappedKey wrapped, byte[] context) =>
        await Should.ThrowAsync<KmsRefusedException>(async () => await Kms.UnwrapAsync(wrapped, context, Cancellation));

    protected async Task ShouldUnwrapToAsync(WrappedKey wrapped, byte[] key)
    {
        using var unwrapped = await UnwrapAsync(wrapped);
        unwrapped.Span.ToArray().ShouldBe(key);
    }
}
