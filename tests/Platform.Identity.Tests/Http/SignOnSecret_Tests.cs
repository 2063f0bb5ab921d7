using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>What a provider gives stays on the server.</summary>
[Trait("Req", "IDN-07")]
public sealed class SignOnSecret_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string AccessToken = "canary-access-token";

    [Theory, Databases]
    public async Task Tokens_OfSignInAndLink_StandInNothingThatABrowserGets(TestDatabase database)
    {
        await using var provider = await TestProvider.StartAsync();
        var it = await SignOnWorld.StartAsync(await hosts.GetAsync(database), provider);
        await it.LinkedAsync();
        foreach (var subject in new[] { SignOnWorld.Subject, "linked by nobody" })
        {
            using var browser = new Browser(it.World);
            var question = await it.GoAsync(browser);
            var token = provider.Sign(provider.Claims(subject, question.Nonce, it.World.Clock.GetUtcNow()));
            using var answer = await browser.GetAsync(question.Answer(provider.Prepare(token, AccessToken)));
            List<string> seen = [answer.Headers.ToString(), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), .. browser.Cookies];
            foreach (var page in new[] { "/account/links", "/account/sessions", $"/t/{it.Company.Slug}" })
            {
                using var next = await browser.GetAsync(page);
                seen.Add($"{next.Headers}{await next.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            }

            provider.Exchanges.ShouldBeGreaterThan(0);
            foreach (var secret in new[] { AccessToken, token, token.Split('.')[1], token.Split('.')[2], TestProvider.Secret, provider.LastForm["code_verifier"] })
                seen.ShouldAllBe(text => !text.Contains(secret), subject);
        }
    }
}
