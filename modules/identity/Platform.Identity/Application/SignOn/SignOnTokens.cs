using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Exchanges a code for tokens, of which only what the ID token says is kept.</summary>
internal sealed class SignOnTokens(SignOnHttp http, SignOnSecrets secrets) : IScopedDependency
{
    /// <exception cref="BusinessException">
    /// Identity:SignOnUnreachable; Identity:SignOnMisconfigured: it does not know our client; Identity:SignOnAnswer: it does not know the code.
    /// </exception>
    public async Task<ProviderTokens> ExchangeAsync(
        SignOnProvider provider, OpenIdConnectConfiguration metadata, string code, string verifier, string redirectUri, CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = redirectUri,
            ["code_verifier"] = verifier,
        };
        var (status, text) = await secrets.UseAsync(
            provider, secret => SendAsync(provider, metadata, form, Encoding.UTF8.GetString(secret.Span), cancellationToken), cancellationToken);
        return status == HttpStatusCode.OK ? Read(text) : throw new BusinessException(RefusalOf(status, text));
    }

    // A provider names every way it knows, and a client is registered for one: it says so before it looks at the code.
    private async Task<(HttpStatusCode Status, string Text)> SendAsync(
        SignOnProvider provider, OpenIdConnectConfiguration metadata, Dictionary<string, string> form, string secret, CancellationToken cancellationToken)
    {
        var answer = (Status: HttpStatusCode.BadRequest, Text: "");
        foreach (var way in SignOnMetadataCheck.ClientSecretWays(metadata))
        {
            answer = await http.SendAsync(Request(provider, metadata.TokenEndpoint, form, secret, way), cancellationToken);
            if (answer.Status == HttpStatusCode.OK || ErrorOf(answer.Text) != "invalid_client")
                break;
        }

        return answer;
    }

    private static HttpRequestMessage Request(SignOnProvider provider, string address, IReadOnlyDictionary<string, string> form, string secret, string way)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Headers = { Accept = { new("application/json") } } };
        var isBasic = way == SignOnMetadataCheck.Basic;
        if (isBasic)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Encode(provider.ClientId)}:{Encode(secret)}")));
        request.Content = new FormUrlEncodedContent(isBasic ? form : form.Append(new("client_id", provider.ClientId)).Append(new("client_secret", secret)));
        return request;
    }

    // As in a form (RFC 6749, 2.3.1).
    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    private static ProviderTokens Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Text(json.RootElement, "id_token") is { } id ? new ProviderTokens(id, Text(json.RootElement, "access_token")) : throw new BusinessException(IdentityErrorCodes.SignOnMisconfigured);
        }
        catch (JsonException e)
        {
            throw new BusinessException(IdentityErrorCodes.SignOnMisconfigured, e);
        }
    }

    private static string RefusalOf(HttpStatusCode status, string text) => ErrorOf(text) switch
    {
        "invalid_grant" => IdentityErrorCodes.SignOnAnswer,
        null when status >= HttpStatusCode.InternalServerError => IdentityErrorCodes.SignOnUnreachable,
        _ => IdentityErrorCodes.SignOnMisconfigured,
    };

    private static string? ErrorOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Text(json.RootElement, "error");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

internal sealed record ProviderTokens(string Id, string? Access)
{
    /// <summary>Never the content.</summary>
    public override string ToString() => "***";
}
