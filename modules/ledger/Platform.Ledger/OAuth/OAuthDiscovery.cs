using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Platform.Kernel;

namespace Platform.Ledger;

/// <summary>Asks the authority for its addresses and keys, once an hour, or when a key is missing.</summary>
internal sealed class OAuthDiscovery(LedgerHttp http, IOptions<LedgerOptions> options, TimeProvider clock) : ISingletonDependency
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan RenewedAtMost = TimeSpan.FromMinutes(1);

    private Known? _known;

    /// <exception cref="BusinessException">Ledger:NotConfigured, Ledger:Unavailable, Ledger:WrongIssuer, Ledger:AnswerInvalid.</exception>
    public Task<OAuthServer> GetAsync(CancellationToken cancellationToken) => GetAsync(Lifetime, cancellationToken);

    /// <summary>After a token with a key nobody knows: servers change keys. Not at every such token.</summary>
    public Task<OAuthServer> RenewAsync(CancellationToken cancellationToken) => GetAsync(RenewedAtMost, cancellationToken);

    private async Task<OAuthServer> GetAsync(TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured)
            throw new BusinessException(LedgerErrorCodes.NotConfigured);
        var now = clock.GetUtcNow();
        if (_known is { } known && now < known.At + lifetime)
            return known.Server;
        var server = await LoadAsync(options.Value.Authority, cancellationToken);
        _known = new Known(server, now);
        return server;
    }

    private async Task<OAuthServer> LoadAsync(string authority, CancellationToken cancellationToken)
    {
        var metadata = await http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"{authority}/.well-known/openid-configuration"),
            async (response, limit) => response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<OAuthMetadata>(limit) : null,
            cancellationToken) ?? throw new BusinessException(LedgerErrorCodes.Unavailable);
        var keys = await http.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, metadata.KeysOf(authority)),
            async (response, limit) => response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(limit) : null,
            cancellationToken) ?? throw new BusinessException(LedgerErrorCodes.Unavailable);
        return metadata.ToServer(Read(keys));
    }

    private static IReadOnlyList<SecurityKey> Read(string keys)
    {
        try
        {
            return [.. new JsonWebKeySet(keys).GetSigningKeys()];
        }
        catch (ArgumentException e)
        {
            throw new BusinessException(LedgerErrorCodes.AnswerInvalid, e);
        }
    }

    private sealed record Known(OAuthServer Server, DateTimeOffset At);
}
