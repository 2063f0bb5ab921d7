using System.Runtime.InteropServices;
using Amazon;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using Amazon.Runtime;

namespace Platform.Vault;

/// <summary>
/// Wraps with a key of AWS KMS. The context travels as encryption context and appears in the provider's own audit log. The SDK keeps
/// the plaintext in buffers of its own for the length of a call; those that are handed over are overwritten here.
/// </summary>
internal sealed class AwsKeyManagementService(AwsKmsOptions options, AWSCredentials? credentials = null)
    : IKeyManagementService, IDisposable
{
    private const string Prefix = "aws-kms:";

    private readonly Lock _lock = new();
    private AmazonKeyManagementServiceClient? _client;

    public string Provider => "aws-kms";

    public async Task<string> GetCurrentKeyIdAsync(CancellationToken cancellationToken = default)
    {
        var request = new DescribeKeyRequest { KeyId = ConfiguredKey() };
        var key = (await CallAsync((client, token) => client.DescribeKeyAsync(request, token), cancellationToken)).KeyMetadata;
        if (key.KeyState != KeyState.Enabled) throw new KmsUnavailableException($"The key {key.Arn} is in state {key.KeyState}.");
        return Prefix + key.Arn;
    }

    public async Task<WrappedKey> WrapAsync(
        ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default)
    {
        KmsArguments.Check(key, context);
        using var plaintext = new SecretBuffer(key.Length);
        key.Span.CopyTo(plaintext.Span);
        var request = new EncryptRequest
        {
            KeyId = ConfiguredKey(),
            Plaintext = StreamOver(plaintext),
            EncryptionContext = ContextOf(context),
        };
        var response = await CallAsync((client, token) => client.EncryptAsync(request, token), cancellationToken);
        return new WrappedKey(Prefix + response.KeyId, response.CiphertextBlob.ToArray());
    }

    public async Task<SecretBuffer> UnwrapAsync(
        WrappedKey wrapped, ReadOnlyMemory<byte> context, CancellationToken cancellationToken = default)
    {
        KmsArguments.Check(context);
        if (!wrapped.KeyId.StartsWith(Prefix, StringComparison.Ordinal) || wrapped.Bytes.Length == 0)
            throw new KmsRefusedException($"{wrapped.KeyId} is not a key of AWS KMS, or nothing is wrapped.");
        var request = new DecryptRequest
        {
            KeyId = wrapped.KeyId[Prefix.Length..],
            CiphertextBlob = new MemoryStream(wrapped.Bytes, writable: false),
            EncryptionContext = ContextOf(context),
        };
        try
        {
            return Take((await CallAsync((client, token) => client.DecryptAsync(request, token), cancellationToken)).Plaintext);
        }
        catch (KmsUnavailableException exception) when (exception.InnerException is { } cause && AwsKmsErrors.IsRefusal(cause))
        {
            throw new KmsRefusedException($"AWS KMS refused to unwrap under {wrapped.KeyId}: {cause.Message}", cause);
        }
    }

    public void Dispose() => _client?.Dispose();

    private static Dictionary<string, string> ContextOf(ReadOnlyMemory<byte> context) =>
        new() { ["platform-vault"] = Convert.ToBase64String(context.Span) };

    private static MemoryStream StreamOver(SecretBuffer buffer) =>
        MemoryMarshal.TryGetArray(buffer.Memory, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : throw new InvalidOperationException("A secret buffer is an array.");

    private static SecretBuffer Take(MemoryStream plaintext)
    {
        using (plaintext)
        {
            var key = new SecretBuffer((int)plaintext.Length);
            plaintext.Position = 0;
            plaintext.ReadExactly(key.Span);
            plaintext.Position = 0;
            plaintext.Write(new byte[key.Length]);
            return key;
        }
    }

    private string ConfiguredKey() =>
        options.KeyId.Length > 0 ? options.KeyId : throw new KmsUnavailableException("Vault:AwsKms:KeyId is not configured.");

    private async Task<T> CallAsync<T>(
        Func<AmazonKeyManagementServiceClient, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            return await call(Client(), timeout.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && AwsKmsErrors.IsUnavailability(exception))
        {
            throw new KmsUnavailableException($"AWS KMS cannot be asked: {exception.Message}", exception);
        }
    }

    private AmazonKeyManagementServiceClient Client()
    {
        lock (_lock)
        {
            return _client ??= credentials is null
                ? new AmazonKeyManagementServiceClient(Configuration())
                : new AmazonKeyManagementServiceClient(credentials, Configuration());
        }
    }

    private AmazonKeyManagementServiceConfig Configuration()
    {
        var configuration = new AmazonKeyManagementServiceConfig
        {
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
            MaxErrorRetry = 1,
        };
        if (options.ServiceUrl.Length == 0)
            configuration.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        else
            (configuration.ServiceURL, configuration.AuthenticationRegion) = (options.ServiceUrl, options.Region);
        return configuration;
    }
}
