using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Vault.Tests;

/// <summary>The wire protocol of AWS KMS as far as wrapping a key needs it: JSON 1.1, the operation in a header, requests signed.</summary>
internal sealed partial class FakeAwsKms : IAsyncDisposable
{
    public const string AccessKey = "AKIAVAULTTESTS";
    public const string Alias = "alias/platform-vault";

    private readonly ConcurrentDictionary<string, FakeAwsKey> _keys = [];
    private readonly CancellationTokenSource _stopping = new();
    private WebApplication? _server;
    private int _unsignedRequests;

    public FakeAwsKms() => CreateKey();

    public string Url { get; private set; } = "http://127.0.0.1:0";

    public string CurrentKey { get; private set; } = "";

    public ConcurrentQueue<string> SignedRequests { get; } = [];

    public int UnsignedRequests => _unsignedRequests;

    public bool Failing { get; set; }

    public bool Hanging { get; set; }

    public void CreateKey()
    {
        var key = new FakeAwsKey();
        _keys[key.Arn] = key;
        CurrentKey = key.Arn;
    }

    public void SetState(string arn, string state) => _keys[arn].State = state;

    public void Destroy(string arn) => _keys.TryRemove(arn, out _).ShouldBeTrue();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add(Url);
        _server.MapPost("/", AnswerAsync);
        await _server.StartAsync();
        // Started again, it answers where it answered before.
        Url = _server.Urls.Single();
    }

    public async Task StopAsync()
    {
        await _server!.DisposeAsync();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_server is not null) await _server.DisposeAsync();
        _stopping.Dispose();
    }

    [GeneratedRegex(
        "^AWS4-HMAC-SHA256 Credential=([^/]+)/[0-9]{8}/eu-west-3/kms/aws4_request, ?" +
        "SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*x-amz-date[a-z0-9;-]*, ?Signature=[0-9a-f]{64}$")]
    private static partial Regex Signature();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var operation = request.Headers["X-Amz-Target"].ToString().Replace("TrentService.", "", StringComparison.Ordinal);
        if (Hanging) await HangAsync(request.HttpContext.RequestAborted);
        if (Failing) return Results.StatusCode(StatusCodes.Status500InternalServerError);
        if (Signature().Match(request.Headers.Authorization.ToString()) is not { Success: true } signature)
        {
            Interlocked.Increment(ref _unsignedRequests);
            return Error(new FakeAwsError("MissingAuthenticationTokenException", "Not signed."));
        }
        if (signature.Groups[1].Value != AccessKey)
            return Error(new FakeAwsError("UnrecognizedClientException", "The security token included in the request is invalid."));

        SignedRequests.Enqueue(operation);
        var body = (await JsonSerializer.DeserializeAsync<JsonObject>(request.Body))!;
        try
        {
            return Results.Text(Answer(operation, body).ToJsonString(), "application/x-amz-json-1.1");
        }
        catch (FakeAwsError error)
        {
            return Error(error);
        }
    }

    private async Task HangAsync(CancellationToken aborted)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, _stopping.Token);
        var never = new TaskCompletionSource();
        await never.Task.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private JsonObject Answer(string operation, JsonObject body)
    {
        var key = Find((string)body["KeyId"]!);
        return operation switch
        {
            "Encrypt" => new() { ["KeyId"] = key.Arn, ["CiphertextBlob"] = key.Encrypt(Bytes(body, "Plaintext"), ContextOf(body)) },
            "Decrypt" => new() { ["KeyId"] = key.Arn, ["Plaintext"] = key.Decrypt(Bytes(body, "CiphertextBlob"), ContextOf(body)) },
            "DescribeKey" => new() { ["KeyMetadata"] = new JsonObject { ["Arn"] = key.Arn, ["KeyState"] = key.State } },
            _ => throw new FakeAwsError("UnknownOperationException", operation),
        };
    }

    private FakeAwsKey Find(string id) => _keys.GetValueOrDefault(id == Alias ? CurrentKey : id)
        ?? throw new FakeAwsError("NotFoundException", $"Key '{id}' does not exist");

    private static byte[] Bytes(JsonObject body, string name) => Convert.FromBase64String((string)body[name]!);

    private static string ContextOf(JsonObject body) => body["EncryptionContext"]?.ToJsonString() ?? "";

    private static IResult Error(FakeAwsError error) => Results.Text(
        new JsonObject { ["__type"] = error.Type, ["message"] = error.Message }.ToJsonString(),
        "application/x-amz-json-1.1", statusCode: StatusCodes.Status400BadRequest);
}
