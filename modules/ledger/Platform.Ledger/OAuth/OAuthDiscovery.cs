using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>Asks the authority for its addresses, once an hour.</summary>
internal sealed class OAuthDiscovery(LedgerHttp http, IOptions<LedgerOptions> options, TimeProvider clock) : ISingletonDependency
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private Known? _known;

    /// <exception cref="BusinessException">Ledger:NotConfigured, Ledger:Unavailable, Ledger:WrongIssuer, Ledger:AnswerInvalid.</exception>
    public async Task<OAuthServer> GetAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured)
            throw new BusinessException(LedgerErrorCodes.NotConfigured);
        if (_known is { } known && known.Until > clock.GetUtcNow())
            return known.Server;
        var server = await LoadAsync(options.Value.Authority, cancellationToken);
        _known = new Known(server, clock.GetUtcNow() + Lifetime);
        return server;
    }

    private Task<OAuthServer> LoadAsync(string authority, CancellationToken cancellationToken) => http.SendAsync(
        new HttpRequestMessage(HttpMethod.Get, $"{authority}/.well-known/openid-configuration"),
        async (response, limit) => response.IsSuccessStatusCode && await response.Content.ReadFromJsonAsync<OAuthMetadata>(limit) is { } metadata
            ? metadata.ToServer(authority)
            : throw new BusinessException(LedgerErrorCodes.Unavailable),
        cancellationToken);

    private sealed record Known(OAuthServer Server, DateTimeOffset Until);
}
