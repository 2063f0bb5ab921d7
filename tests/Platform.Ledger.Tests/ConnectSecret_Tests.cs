using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Vault;

namespace Platform.Ledger.Tests;

[Trait("Req", "VLT-01")]
public sealed class ConnectSecret_Tests(Ledgers ledgers)
{
    [Theory, Databases]
    public async Task Tokens_OfTheWholeFlow_StandInNothingThatABrowserOrProgramGets(TestDatabase database)
    {
        var host = (await ledgers.GetAsync(database)).First;
        using var person = await Connecting.SignInAsync(host);
        var seen = new List<string> { await person.LeaveAsync() };
        seen.Add(await person.SeeAsync(await Connecting.AllowAsync(seen[0])));
        var consent = (await person.ConsentsAsync())[0];
        var tokens = await TokensAsync(person, host, consent);
        foreach (var page in new[] { Connecting.Page, $"{Connecting.Page}/{consent.Id}", "/t/lefevre/consents", $"/t/lefevre/consents/{consent.Id}", "/account/sessions" })
            seen.Add(await person.SeeAsync(page));
        using var api = host.CreateClient(DemoPeople.Token("camille"));
        foreach (var path in new[] { $"ledger/{consent.Id}/entries", "consents", $"consents/{consent.Id}" })
            seen.Add(await api.GetStringAsync($"/api/t/lefevre/{path}", TestContext.Current.CancellationToken));
        seen.Count(text => text.Contains("Ventes")).ShouldBe(2, "page and API show what the token opened");
        // The first access token had ended: reading the entries renewed both.
        tokens = [.. tokens, .. await TokensAsync(person, host, consent)];
        tokens.Distinct().Count().ShouldBe(4);
        foreach (var token in tokens)
            seen.ShouldAllBe(text => !text.Contains(token));
    }

    private static Task<string[]> TokensAsync(Connecting person, TestHost host, ConsentDto consent) => person.RunAsync(
        host, s => s.GetRequiredService<IConsentVault>().UseAsync(LedgerConnector.Use(consent.Id, consent.Account), Read, TestContext.Current.CancellationToken));

    private static Task<string[]> Read(SecretBuffer secret, CancellationToken cancellationToken)
    {
        var json = JsonDocument.Parse(secret.Memory).RootElement;
        return Task.FromResult(new[] { json.GetProperty("access_token").GetString()!, json.GetProperty("refresh_token").GetString()! });
    }
}
