using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Framework.Tests;
using Platform.Host.Storage;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

[assembly: AssemblyFixture(typeof(S3Server))]

namespace Platform.Framework.Tests;

/// <summary>Against s3rver, another program that speaks S3, each test below a prefix of its own.</summary>
[Trait("Req", "ACC-04"), Trait("Req", "OPS-02")]
public sealed class S3BlobContainer_Tests(S3Server server) : BlobContainerContract, IDisposable
{
    private readonly string _prefix = $"tests/{Guid.CreateVersion7():N}";
    private readonly ConcurrentBag<string> _conditions = [];
    private AmazonS3Client? _client;

    [Theory]
    [InlineData(10)]
    [InlineData(17 * 1024 * 1024)]
    public async Task Save_Always_IsConditionalAndBelowThePrefix(int length)
    {
        var blobs = await OpenAsync();
        await blobs.SaveAsync("a/x", stream => stream.WriteAsync(new byte[length]).AsTask(), Cancelled);
        _conditions.ShouldBe(["*"], "the store itself refuses to overwrite, where it knows the condition");
        var kept = await _client!.ListObjectsV2Async(new() { BucketName = S3Server.Bucket, Prefix = _prefix }, Cancelled);
        kept.S3Objects.ShouldHaveSingleItem().Key.ShouldBe($"{_prefix}/{Guid.Empty:N}/a/x");
    }

    [Fact]
    public async Task Save_Cancelled_LeavesNothing()
    {
        var blobs = await OpenAsync();
        using var cancel = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => blobs.SaveAsync("x", async stream =>
        {
            await stream.WriteAsync(new byte[10], Cancelled);
            await cancel.CancelAsync();
        }, cancel.Token));
        (await blobs.ListAsync("", Cancelled).ToListAsync(Cancelled)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_RemovedMeanwhile_IsNotFound()
    {
        var blobs = await OpenAsync();
        await SaveAsync(blobs, "x", "one");
        await using var content = await blobs.OpenReadAsync("x", Cancelled);
        await blobs.DeleteAsync("x", Cancelled);
        await Should.ThrowAsync<EntityNotFoundException>(() => content.ReadAsync(new byte[1], Cancelled).AsTask());
    }

    [Theory]
    [InlineData("Endpoint", "s3.internal:9000")]
    [InlineData("AccessKey", "key")]
    [InlineData("Bucket", "")]
    public void Options_ThatAreWrong_StopTheStart(string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["Blobs:S3:Endpoint"] = "http://127.0.0.1:1", ["Blobs:S3:Bucket"] = "b", [$"Blobs:S3:{key}"] = value };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddS3Blobs(configuration)).Message.ShouldContain(key);
    }

    public void Dispose() => _client?.Dispose();

    private protected override async Task<IBlobContainer> OpenAsync()
    {
        var options = new S3Options { Endpoint = await server.EndpointAsync(), Bucket = S3Server.Bucket, AccessKey = S3Server.Key, SecretKey = S3Server.Key, Prefix = _prefix };
        _client = (AmazonS3Client)options.Connect();
        _client.BeforeRequestEvent += (_, e) =>
        {
            if (e is WebServiceRequestEventArgs request && request.Headers.TryGetValue("If-None-Match", out var condition))
                _conditions.Add(condition);
        };
        return new S3BlobContainer(_client, options, Tenant);
    }
}
