using System.Collections.Concurrent;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What providers say of themselves (OpenID Connect Discovery 1.0), with their keys; read once an hour, or when a key is missing.</summary>
internal sealed class SignOnMetadata(SignOnHttp http, TimeProvider clock) : ISingletonDependency
{
    private const string WellKnown = "/.well-known/openid-configuration";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private static readonly TimeSpan RenewedAtMost = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <exception cref="BusinessException">Identity:SignOnUnreachable, Identity:SignOnMisconfigured.</exception>
    public Task<OpenIdConnectConfiguration> GetAsync(string issuer, CancellationToken cancellationToken) => GetAsync(issuer, Lifetime, cancellationToken);

    /// <summary>After a token with a key nobody knows: providers change keys. Not at every such token, which anybody could send.</summary>
    public Task<OpenIdConnectConfiguration> RenewAsync(string issuer, CancellationToken cancellationToken) => GetAsync(issuer, RenewedAtMost, cancellationToken);

    /// <summary>Everything that is wrong; null metadata where nothing could be read.</summary>
    public async Task<(OpenIdConnectConfiguration? Metadata, IReadOnlyList<SignOnFindingDto> Findings)> LoadAsync(string issuer, CancellationToken cancellationToken)
    {
        if (!http.IsSafe(issuer))
            return (null, [new SignOnFindingDto("SignOn:Finding:Address", issuer)]);
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(issuer.TrimEnd('/') + WellKnown, http, cancellationToken);
            return (metadata, [.. SignOnMetadataCheck.Findings(metadata, issuer, http.IsSafe)]);
        }
        catch (BusinessException e)
        {
            return (null, [new SignOnFindingDto(PrivateAddressException.IsReasonOf(e) ? "SignOn:Finding:Private" : "SignOn:Finding:Unreachable", null)]);
        }
        // The library says with exceptions of its own and others that JSON or keys cannot be read.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return (null, [new SignOnFindingDto("SignOn:Finding:Unreadable", null)]);
        }
    }

    private async Task<OpenIdConnectConfiguration> GetAsync(string issuer, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(issuer, out var known) && known.ReadAt + lifetime > clock.GetUtcNow())
            return known.Metadata;
        var (metadata, findings) = await LoadAsync(issuer, cancellationToken);
        if (metadata is null || findings.Count > 0)
            throw new BusinessException(findings[0].Code.EndsWith("Unreachable", StringComparison.Ordinal) ? IdentityErrorCodes.SignOnUnreachable : IdentityErrorCodes.SignOnMisconfigured);
        _known[issuer] = new Known(metadata, clock.GetUtcNow());
        return metadata;
    }

    private sealed record Known(OpenIdConnectConfiguration Metadata, DateTimeOffset ReadAt);
}
