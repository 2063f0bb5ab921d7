using System.Text.Json;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>Calls the accounting package: within ten seconds, headers and body, and never following a redirect with a secret.</summary>
internal sealed class LedgerHttp(IHttpClientFactory clients) : ISingletonDependency
{
    public const string ClientName = "Ledger";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Sends the request, which it disposes, and has the answer read.</summary>
    /// <exception cref="BusinessException">Ledger:Unavailable, Ledger:AnswerInvalid.</exception>
    public async Task<T> SendAsync<T>(
        HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        using var sent = request;
        if (!IsSafe(request.RequestUri!))
            throw new InvalidOperationException($"{request.RequestUri} is neither https nor on this machine: no secret goes there.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await read(response, limit.Token);
        }
        catch (JsonException e)
        {
            throw new BusinessException(LedgerErrorCodes.AnswerInvalid, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new BusinessException(LedgerErrorCodes.Unavailable, e);
        }
    }

    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;

    public Task<T> PostAsync<T>(
        Uri address, SecretForm form, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, address) { Content = form, Headers = { Accept = { new("application/json") } } },
            read, cancellationToken);
}
