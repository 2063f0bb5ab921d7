using Amazon.Runtime;

namespace Platform.Vault.Tests;

public sealed class AwsKeyManagementService_Tests : KeyManagementService_Tests
{
    private readonly FakeAwsKms _fake = new();

    public override async ValueTask InitializeAsync()
    {
        await _fake.StartAsync();
        Kms = New();
    }

    public override async ValueTask DisposeAsync()
    {
        ((AwsKeyManagementService)Kms).Dispose();
        await _fake.DisposeAsync();
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Requests_All_AreSigned()
    {
        (await UnwrapAsync(await WrapAsync())).Dispose();
        await Kms.GetCurrentKeyIdAsync(Cancellation);

        _fake.SignedRequests.ShouldBe(["Encrypt", "Decrypt", "DescribeKey"]);
        _fake.UnsignedRequests.ShouldBe(0);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Calls_ServerError_AreUnavailableAndRecover()
    {
        var wrapped = await WrapAsync();

        _fake.Failing = true;
        await ShouldBeUnavailableAsync(() => WrapAsync());
        await ShouldBeUnavailableAsync(() => UnwrapAsync(wrapped));

        _fake.Failing = false;
        (await UnwrapAsync(wrapped)).Dispose();
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Calls_NoAnswerInTime_AreUnavailable()
    {
        using var kms = New(timeoutSeconds: 1);
        _fake.Hanging = true;

        await ShouldBeUnavailableAsync(() => kms.GetCurrentKeyIdAsync(Cancellation));
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Calls_CancelledByTheCaller_AreCancelled()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await Kms.GetCurrentKeyIdAsync(source.Token));
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Calls_UnknownCredentials_AreUnavailable()
    {
        var wrapped = await WrapAsync();
        using var kms = New(accessKey: "AKIASOMEONEELSE");

        await ShouldBeUnavailableAsync(() => kms.UnwrapAsync(wrapped, Context, Cancellation));
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Key_Disabled_IsUnavailableToWrapAndRefusedToUnwrap()
    {
        var wrapped = await WrapAsync();

        _fake.SetState(_fake.CurrentKey, "Disabled");

        await ShouldBeUnavailableAsync(() => Kms.GetCurrentKeyIdAsync(Cancellation));
        await ShouldBeUnavailableAsync(() => WrapAsync());
        await ShouldRefuseAsync(wrapped, Context);
    }

    [Theory]
    [InlineData("PendingDeletion", true)]
    [InlineData("Unavailable", false)]
    [Trait("Req", "VLT-03")]
    public async Task Unwrap_KeyInAnotherState_IsRefusedOnlyWhereTheStateIsFinal(string state, bool refused)
    {
        var wrapped = await WrapAsync();

        _fake.SetState(_fake.CurrentKey, state);

        if (refused) await ShouldRefuseAsync(wrapped, Context);
        else await ShouldBeUnavailableAsync(() => UnwrapAsync(wrapped));
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Calls_NoKeyConfigured_AreUnavailable()
    {
        using var kms = new AwsKeyManagementService(new AwsKmsOptions { ServiceUrl = _fake.Url });

        await ShouldBeUnavailableAsync(() => kms.GetCurrentKeyIdAsync(Cancellation));
    }

    protected override Task RotateAsync()
    {
        _fake.CreateKey();
        return Task.CompletedTask;
    }

    protected override Task DestroyAsync(string keyId)
    {
        _fake.Destroy(keyId["aws-kms:".Length..]);
        return Task.CompletedTask;
    }

    protected override Task StopAsync() => _fake.StopAsync();

    protected override Task StartAsync() => _fake.StartAsync();

    private AwsKeyManagementService New(string accessKey = FakeAwsKms.AccessKey, int timeoutSeconds = 5)
    {
        var options = new AwsKmsOptions { KeyId = FakeAwsKms.Alias, ServiceUrl = _fake.Url, TimeoutSeconds = timeoutSeconds };
        return new AwsKeyManagementService(options, new BasicAWSCredentials(accessKey, "secret"));
    }
}
