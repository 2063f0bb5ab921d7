using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Calls providers. Whoever administers a company chooses their addresses, so a call goes to the internet only, over https, within ten
/// seconds, reads 256 KB at most and follows no redirect. "SignOn:AllowPrivateNetworks" lets it reach the operator's own network; in
/// Development this machine is reached too, and by http.
/// </summary>
internal sealed class SignOnHttp(IHttpClientFactory clients, IHostEnvironment environment) : IDocumentRetriever, ISingletonDependency
{
    public const string ClientName = "SignOn";
    private const int MostBytes = 262_144;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Whether such an address may be called or shown to a browser at all.</summary>
    public bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true, Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && environment.IsDevelopment()));

    public bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var parsed) && IsSafe(parsed);

    async Task<string> IDocumentRetriever.GetDocumentAsync(string address, CancellationToken cancel)
    {
        var (status, text) = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address), cancel);
        return status == HttpStatusCode.OK ? text : throw new BusinessException(IdentityErrorCodes.SignOnUnreachable);
    }

    /// <summary>Sends the request, which it disposes.</summary>
    /// <exception cref="BusinessException">Identity:SignOnUnreachable, Identity:SignOnMisconfigured.</exception>
    public async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = request;
        if (!IsSafe(request.RequestUri))
            throw new BusinessException(IdentityErrorCodes.SignOnMisconfigured);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            using var client = clients.CreateClient(ClientName);
            client.MaxResponseContentBufferSize = MostBytes;
            using var response = await client.SendAsync(request, limit.Token);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(limit.Token));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new BusinessException(IdentityErrorCodes.SignOnUnreachable, e);
        }
    }

    /// <summary>Without a proxy, which would resolve names where nobody looks.</summary>
    public static SocketsHttpHandler Handler(IConfiguration configuration, IHostEnvironment environment)
    {
        var anywhere = configuration.GetValue("SignOn:AllowPrivateNetworks", false);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(
                context.DnsEndPoint, address => anywhere || PublicAddresses.Contains(address) || (environment.IsDevelopment() && IPAddress.IsLoopback(address)), cancellationToken),
        };
    }

    // The address that was looked at is the one connected to: a name cannot resolve to another in between.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, Func<IPAddress, bool> isAllowed, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = addresses.Where(isAllowed).ToArray();
        if (allowed.Length == 0)
            throw new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The name leads to no address of the internet.</summary>
internal sealed class PrivateAddressException : Exception
{
    public static bool IsReasonOf(Exception? exception) => exception is not null && (exception is PrivateAddressException || IsReasonOf(exception.InnerException));
}
