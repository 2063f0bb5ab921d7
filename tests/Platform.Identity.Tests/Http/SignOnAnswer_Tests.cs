using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>What a provider, or somebody in its place, may send back, and what becomes of it.</summary>
[Trait("Req", "IDN-07")]
public sealed class SignOnAnswer_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Go_Always_AsksWithProofKeyStateNonceAndAddressOfItsOwn(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        using var browser = new Browser(it.World);
        var question = await it.GoAsync(browser);
        question.Parameters["response_type"].ShouldBe("code");
        question.Parameters["response_mode"].ShouldBe("query");
        question.Parameters["code_challenge_method"].ShouldBe("S256");
        question.Parameters["redirect_uri"].ShouldBe($"http://localhost:5080/account/sso/callback/{it.Company.Id}");
        question.Parameters["scope"].Split(' ').ShouldContain("openid");
        using (await it.ReturnAsync(browser, question))
        {
        }

        SignOnAddresses.Challenge(provider.LastForm["code_verifier"]).ShouldBe(question.Parameters["code_challenge"]);
        provider.LastForm["redirect_uri"].ShouldBe(question.Parameters["redirect_uri"]);
        provider.LastAuthorization.ShouldStartWith("Basic ");
        var again = await it.GoAsync(browser);
        again.State.ShouldNotBe(question.State);
        again.Nonce.ShouldNotBe(question.Nonce);
    }

    [Theory, Databases]
    public async Task IdToken_ThatDoesNotHold_BeginsNothingAndIsOnRecord(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        await it.LinkedAsync();
        using var stranger = RSA.Create(2048);
        var now = it.World.Clock.GetUtcNow();
        var faults = new (string Reason, Func<JsonObject, string> Token)[]
        {
            ("Nonce", c => provider.Sign(With(c, "nonce", "other"))),
            ("Nonce", c => provider.Sign(Without(c, "nonce"))),
            ("Issuer", c => provider.Sign(With(c, "iss", "https://other.example"))),
            ("Issuer", c => provider.Sign(With(c, "iss", provider.Issuer + "/"))),
            ("Audience", c => provider.Sign(With(c, "aud", "another-client"))),
            ("Audience", c => provider.Sign(Without(c, "aud"))),
            ("AuthorizedParty", c => provider.Sign(With(c, "aud", new JsonArray(TestProvider.ClientId, "another-client")))),
            ("AuthorizedParty", c => provider.Sign(With(c, "azp", "another-client"))),
            ("Lifetime", c => provider.Sign(With(c, "exp", now.AddMinutes(-2).ToUnixTimeSeconds()))),
            ("Lifetime", c => provider.Sign(Without(c, "exp"))),
            ("Lifetime", c => provider.Sign(With(c, "nbf", now.AddMinutes(2).ToUnixTimeSeconds()))),
            ("IssuedAt", c => provider.Sign(With(c, "iat", now.AddMinutes(5).ToUnixTimeSeconds()))),
            ("IssuedAt", c => provider.Sign(With(c, "iat", now.AddHours(-1).ToUnixTimeSeconds()))),
            ("Subject", c => provider.Sign(With(c, "sub", ""))),
            ("Subject", c => provider.Sign(With(c, "sub", new string('x', 256)))),
            ("AccessTokenHash", c => provider.Sign(With(c, "at_hash", "AAAAAAAAAAAAAAAAAAAAAA"))),
            ("Signature", c => provider.Sign(c, "none")),
            ("Signature", c => provider.Sign(c, key: stranger)),
            ("Signature", c => provider.Sign(c, keyId: "key-2", key: stranger)),
            ("Signature", c => provider.Sign(c)[..^6] + "AAAAAA"),
            ("Algorithm", c => provider.Sign(c, "HS256")),
            ("Algorithm", c => provider.Sign(c, "HS256", keyId: null)),
            ("Unreadable", _ => "not a token"),
        };
        foreach (var (reason, token) in faults)
        {
            using var browser = new Browser(it.World);
            var question = await it.GoAsync(browser);
            var before = it.Failures.Count;
            using var answer = await browser.GetAsync(question.Answer(provider.Prepare(token(provider.Claims(SignOnWorld.Subject, question.Nonce, now)))));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, reason);
            (await PasskeyPages.TextAsync(answer)).ShouldContain(IdentityErrorCodes.SignOnAnswer);
            browser.SessionKey.ShouldBeNull(reason);
            var recorded = it.Failures.Skip(before).ShouldHaveSingleItem();
            // With a key that nobody knows, the library looks at the algorithm no more.
            (reason == "Algorithm" ? recorded is "IdToken.Algorithm" or "IdToken.Signature" : recorded == $"IdToken.{reason}").ShouldBeTrue($"{reason}: {recorded}");
        }

        using var right = await it.EnteredAsync();
    }

    [Theory, Databases]
    public async Task Answer_OfAnotherBrowserStateProviderOrTime_IsRefused(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var other = await SignOnWorld.StartAsync(it.World, provider);
        await it.LinkedAsync();
        using var browser = new Browser(it.World);
        var question = await it.GoAsync(browser);
        using (var thief = new Browser(it.World))
            await RefusedAsync(thief, question.Answer(Code(it, question)), IdentityErrorCodes.SignOnState);
        await RefusedAsync(browser, (question with { State = "other" }).Answer(Code(it, question)), IdentityErrorCodes.SignOnState);
        question = await it.GoAsync(browser);
        await RefusedAsync(browser, question.Answer(Code(it, question)).Replace($"{it.Company.Id}", $"{other.Company.Id}"), IdentityErrorCodes.SignOnState);
        question = await it.GoAsync(browser);
        await RefusedAsync(browser, question.Answer(Code(it, question), "&iss=https%3A%2F%2Fother.example"), IdentityErrorCodes.SignOnState);
        question = await it.GoAsync(browser);
        await RefusedAsync(browser, $"{question.Path}?error=access_denied&error_description=%3Cscript%3E&state={question.State}", IdentityErrorCodes.SignOnDeclined);
        question = await it.GoAsync(browser);
        it.World.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await RefusedAsync(browser, question.Answer(Code(it, question)), IdentityErrorCodes.SignOnExpired);
        question = await it.GoAsync(browser);
        await RefusedAsync(browser, question.Answer("unknown-code"), IdentityErrorCodes.SignOnAnswer);
        it.Failures.ShouldBe(["State", "OtherProvider", "ResponseIssuer", "Error.access_denied", IdentityErrorCodes.SignOnAnswer]);
        browser.SessionKey.ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Answer_SentAgainWithItsCookie_IsRefused(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        await it.LinkedAsync();
        using var browser = new Browser(it.World);
        using var begun = await browser.GetAsync($"/account/sso/{it.Company.Slug}?handler=Go");
        var cookie = begun.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-sso=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("secure", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        var question = Question.Read(begun.Headers.Location!.ToString());
        (await SendAsync(it, cookie, question)).ShouldBe(HttpStatusCode.Redirect);
        var exchanges = provider.Exchanges;
        (await SendAsync(it, cookie, question)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        it.Failures.ShouldBe(["Replayed"]);
        provider.Exchanges.ShouldBe(exchanges, "the provider is not even asked");
    }

    [Theory, Databases]
    public async Task ProviderThatNamesItself_WithoutItsName_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        provider.Metadata = m => m["authorization_response_iss_parameter_supported"] = true;
        var it = await SignOnWorld.StartAsync(world, provider);
        using var browser = new Browser(world);
        var question = await it.GoAsync(browser);
        await RefusedAsync(browser, question.Answer(Code(it, question)), IdentityErrorCodes.SignOnState);
        question = await it.GoAsync(browser);
        using var named = await browser.GetAsync(question.Answer(Code(it, question), $"&iss={Uri.EscapeDataString(provider.Issuer)}"));
        named.StatusCode.ShouldBe(HttpStatusCode.OK, "known by nobody, but read");
    }

    [Theory, Databases]
    public async Task Enter_Always_BeginsAnotherSessionAndStaysOnThisSite(TestDatabase database)
    {
        var (it, provider) = await StartAsync(database);
        await using var ends = provider;
        var person = await it.LinkedAsync();
        using var browser = await it.SignedInAsync(person);
        var former = browser.SessionKey!;
        foreach (var elsewhere in new[] { "https://evil.example", "//evil.example", "/\\evil.example" })
        {
            using var entered = await it.ReturnAsync(browser, await it.GoAsync(browser, $"&returnUrl={Uri.EscapeDataString(elsewhere)}"));
            entered.Headers.Location!.ToString().ShouldEndWith(Uri.EscapeDataString($"/t/{it.Company.Slug}"));
        }

        browser.SessionKey.ShouldNotBe(former);
        using var stolen = await Browser.WithCookieAsync(it.World, former, "/account/profile");
        stolen.StatusCode.ShouldBe(HttpStatusCode.Redirect, "the former session has ended");
    }

    private async Task<(SignOnWorld It, TestProvider Provider)> StartAsync(TestDatabase database)
    {
        var provider = await TestProvider.StartAsync();
        return (await SignOnWorld.StartAsync(await hosts.GetAsync(database), provider), provider);
    }

    private static string Code(SignOnWorld it, Question question) =>
        it.Provider.Prepare(it.Provider.Sign(it.Provider.Claims(SignOnWorld.Subject, question.Nonce, it.World.Clock.GetUtcNow())));

    private static async Task RefusedAsync(Browser browser, string path, string code)
    {
        using var answer = await browser.GetAsync(path);
        var page = await PasskeyPages.TextAsync(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, page);
        page.ShouldContain(code);
        page.ShouldNotContain("<script>");
    }

    private static async Task<HttpStatusCode> SendAsync(SignOnWorld it, string cookie, Question question)
    {
        using var client = it.World.Host.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, question.Answer(Code(it, question)));
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static JsonObject With(JsonObject claims, string name, JsonNode? value)
    {
        claims[name] = value;
        return claims;
    }

    private static JsonObject Without(JsonObject claims, string name)
    {
        claims.Remove(name);
        return claims;
    }
}
