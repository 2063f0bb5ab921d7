using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Identity.Tests;

/// <summary>An OpenID Connect provider that says whatever a test wants it to say. Its token endpoint gives out what was prepared for the code.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "platform";
    public const string Secret = "canary-secret a+b/c&d=e%20";
    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly Dictionary<string, JsonObject> _answers = [];

    private TestProvider(WebApplication app) => _app = app;

    public string Issuer => _app.Urls.First();

    /// <summary>Changes what it says of itself.</summary>
    public Action<JsonObject> Metadata { get; set; } = _ => { };

    /// <summary>How many requests its token endpoint took.</summary>
    public int Exchanges { get; private set; }

    /// <summary>The form that its token endpoint took last.</summary>
    public Dictionary<string, string> LastForm { get; private set; } = [];

    public string LastAuthorization { get; private set; } = "";

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var provider = new TestProvider(app);
        app.MapGet("/.well-known/openid-configuration", () => Results.Text(provider.Describe().ToJsonString(), "application/json"));
        app.MapGet("/jwks", () => Results.Text(provider.Keys().ToJsonString(), "application/json"));
        app.MapPost("/token", provider.AnswerAsync);
        await app.StartAsync();
        return provider;
    }

    /// <summary>What the token endpoint will give for the code.</summary>
    /// <returns>The code.</returns>
    public string Prepare(string idToken, string? accessToken = "access")
    {
        var code = Guid.CreateVersion7().ToString("N");
        _answers[code] = new JsonObject { ["id_token"] = idToken, ["access_token"] = accessToken, ["token_type"] = "Bearer" };
        return code;
    }

    /// <summary>An ID token as it should be.</summary>
    public JsonObject Claims(string subject, string nonce, DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["sub"] = subject,
        ["aud"] = ClientId,
        ["nonce"] = nonce,
        ["iat"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
    };

    public string Sign(JsonObject claims, string algorithm = "RS256", string? keyId = "key-1", RSA? key = null)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (keyId is not null)
            header["kid"] = keyId;
        var text = $"{Encode(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var signature = algorithm switch
        {
            "none" => "",
            // What a client that trusts the header would check with the provider's public key, or with its own secret.
            "HS256" => Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(keyId == "key-1" ? _key.ExportRSAPublicKeyPem() : Secret), bytes)),
            _ => Encode((key ?? _key).SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
        };
        return $"{text}.{signature}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        Exchanges++;
        LastForm = (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        LastAuthorization = request.Headers.Authorization.ToString();
        return _answers.Remove(LastForm["code"], out var answer)
            ? Results.Text(answer.ToJsonString(), "application/json")
            : Results.Text("""{"error":"invalid_grant"}""", "application/json", statusCode: StatusCodes.Status400BadRequest);
    }

    private JsonObject Describe()
    {
        var metadata = new JsonObject
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = $"{Issuer}/authorize",
            ["token_endpoint"] = $"{Issuer}/token",
            ["jwks_uri"] = $"{Issuer}/jwks",
            ["response_types_supported"] = new JsonArray("code"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        };
        Metadata(metadata);
        return metadata;
    }

    private JsonObject Keys()
    {
        var parameters = _key.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["alg"] = "RS256",
                ["kid"] = "key-1",
                ["n"] = Encode(parameters.Modulus!),
                ["e"] = Encode(parameters.Exponent!),
            }),
        };
    }
}
