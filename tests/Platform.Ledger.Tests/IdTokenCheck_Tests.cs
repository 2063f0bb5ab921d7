using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.Kernel;

namespace Platform.Ledger.Tests;

[Trait("Req", "VLT-07")]
public sealed class IdTokenCheck_Tests(Ledgers ledgers)
{
    private const string Nonce = "nonce-1";

    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "key-1" };
    private static readonly RsaSecurityKey Stranger = new(RSA.Create(2048)) { KeyId = "key-1" };

    [Fact]
    public async Task IdToken_ThatDoesNotHold_IsRefused()
    {
        var (check, server) = await StartAsync();
        (await check.CheckAsync(server, Sign(server), Nonce, TestContext.Current.CancellationToken)).ShouldBe("4711");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var symmetric = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(AccountingPackage.ClientSecret.PadRight(32, '=')));
        var publicKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Key.Rsa.ExportRSAPublicKeyPem())) { KeyId = "key-1" };
        var right = Sign(server);
        var faults = new Dictionary<string, string>
        {
            ["another key"] = Sign(server, new SigningCredentials(Stranger, SecurityAlgorithms.RsaSha256)),
            ["a key nobody knows"] = Sign(server, new SigningCredentials(new RsaSecurityKey(Stranger.Rsa) { KeyId = "key-2" }, SecurityAlgorithms.RsaSha256)),
            ["the client's secret"] = Sign(server, new SigningCredentials(symmetric, SecurityAlgorithms.HmacSha256)),
            ["the public key as a secret"] = Sign(server, new SigningCredentials(publicKey, SecurityAlgorithms.HmacSha256)),
            ["no signature"] = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Claims = Claims(server) }),
            ["a signature cut off"] = right[..(right.LastIndexOf('.') + 1)],
            ["a signature altered"] = right[..^6] + "AAAAAA",
            ["another issuer"] = Sign(server, change: c => c["iss"] = "https://elsewhere.example"),
            ["another client"] = Sign(server, change: c => c["aud"] = "another"),
            ["another party"] = Sign(server, change: c => c["azp"] = "another"),
            ["several audiences and no party"] = Sign(server, change: c => c["aud"] = new[] { AccountingPackage.ClientId, "another" }),
            ["another sign-in"] = Sign(server, change: c => c["nonce"] = "nonce-2"),
            ["no sign-in"] = Sign(server, change: c => c.Remove("nonce")),
            ["an end that has passed"] = Sign(server, change: c => c["exp"] = now - 120),
            ["no end"] = Sign(server, change: c => c.Remove("exp")),
            ["a beginning to come"] = Sign(server, change: c => c["nbf"] = now + 300),
            ["nobody"] = Sign(server, change: c => c.Remove("sub")),
            ["nothing"] = "no token",
        };
        foreach (var (fault, token) in faults)
            (await Should.ThrowAsync<BusinessException>(() => check.CheckAsync(server, token, Nonce, TestContext.Current.CancellationToken), fault)).Code.ShouldBe(LedgerErrorCodes.AnswerInvalid, fault);
    }

    [Fact]
    public async Task Metadata_OfAnotherIssuer_AreRefused()
    {
        var host = (await ledgers.GetAsync(TestDatabase.Sqlite)).First;
        // The same server by another name, which its document does not bear.
        var options = new LedgerOptions { Authority = ledgers.Package.Issuer.Replace("127.0.0.1", "localhost"), ClientId = AccountingPackage.ClientId };
        var discovery = new OAuthDiscovery(host.Services.GetRequiredService<LedgerHttp>(), Options.Create(options), TimeProvider.System);
        (await Should.ThrowAsync<BusinessException>(() => discovery.GetAsync(TestContext.Current.CancellationToken))).Code.ShouldBe(LedgerErrorCodes.WrongIssuer);
    }

    private async Task<(IdTokenCheck Check, OAuthServer Server)> StartAsync()
    {
        var services = (await ledgers.GetAsync(TestDatabase.Sqlite)).First.Services;
        var server = await services.GetRequiredService<OAuthDiscovery>().GetAsync(TestContext.Current.CancellationToken);
        server.Keys.ShouldNotBeEmpty("the package's own");
        return (services.GetRequiredService<IdTokenCheck>(), server with { Keys = [new RsaSecurityKey(Key.Rsa.ExportParameters(false)) { KeyId = "key-1" }] });
    }

    private static string Sign(OAuthServer server, SigningCredentials? by = null, Action<Dictionary<string, object>>? change = null)
    {
        var claims = Claims(server);
        change?.Invoke(claims);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return handler.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = by ?? new SigningCredentials(Key, SecurityAlgorithms.RsaSha256) });
    }

    private static Dictionary<string, object> Claims(OAuthServer server)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new() { ["iss"] = server.Issuer, ["sub"] = "4711", ["aud"] = AccountingPackage.ClientId, ["nonce"] = Nonce, ["iat"] = now, ["exp"] = now + 300 };
    }
}
