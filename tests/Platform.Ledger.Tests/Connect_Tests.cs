using System.Net;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using Platform.Audit;
using Platform.Vault;

namespace Platform.Ledger.Tests;

[Trait("Req", "VLT-07")]
public sealed class Connect_Tests(Ledgers ledgers)
{
    [Theory, Databases]
    public async Task Connect_WholeFlow_KeepsAConsent(TestDatabase database)
    {
        using var person = await Connecting.SignInAsync((await ledgers.GetAsync(database)).First);
        var before = (await person.ConsentsAsync()).Count;
        var consent = await person.ConnectAsync();
        (await person.ConsentsAsync()).Count.ShouldBe(before + 1);
        consent.ShouldSatisfyAllConditions(
            () => consent.Provider.ShouldBe("oauth-ledger"),
            () => consent.Account.ShouldBe("4711"),
            () => consent.Label.ShouldBe("Boulangerie Lefèvre (comptabilité)"),
            () => consent.Purpose.ShouldBe("bookkeeping"),
            () => consent.State.ShouldBe(ConsentState.Active),
            () => consent.IsOwn.ShouldBeTrue());
    }

    [Theory, Databases]
    public async Task Connect_Always_AsksWithProofKeyStateAndNonce(TestDatabase database)
    {
        using var person = await Connecting.SignInAsync((await ledgers.GetAsync(database)).First);
        var asked = HttpUtility.ParseQueryString(new Uri(await person.LeaveAsync()).Query);
        asked["code_challenge_method"].ShouldBe("S256");
        asked["code_challenge"]!.Length.ShouldBe(43);
        asked["nonce"]!.Length.ShouldBe(43);
        asked["state"].ShouldNotBeNullOrEmpty();
        asked["redirect_uri"].ShouldBe("https://localhost/ledger/callback");
    }

    [Theory, Databases]
    [Trait("Req", "VLT-02")]
    public async Task Callback_StateOfAnotherBrowser_IsRefused(TestDatabase database)
    {
        var host = (await ledgers.GetAsync(database)).First;
        using var attacker = await Connecting.SignInAsync(host);
        using var victim = await Connecting.SignInAsync(host);
        await victim.LeaveAsync();
        var callback = await Connecting.AllowAsync(await attacker.LeaveAsync());
        await RefusedAsync(victim, callback, "Ledger:StateInvalid");
    }

    [Theory, Databases]
    [Trait("Req", "VLT-02")]
    public async Task Callback_AnotherPersonInTheSameBrowser_IsRefused(TestDatabase database)
    {
        var host = (await ledgers.GetAsync(database)).First;
        using var first = await Connecting.SignInAsync(host);
        var callback = await Connecting.AllowAsync(await first.LeaveAsync());
        using var other = await Connecting.SignInAsync(host, "benoit@nova.example");
        await RefusedAsync(other, callback, "Ledger:StateInvalid");
    }

    [Theory, Databases]
    public async Task Callback_Replayed_IsRefused(TestDatabase database)
    {
        using var person = await Connecting.SignInAsync((await ledgers.GetAsync(database)).First);
        var callback = await Connecting.AllowAsync(await person.LeaveAsync());
        using (var response = await person.ReturnAsync(callback))
        {
            response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        await RefusedAsync(person, callback, "Ledger:StateInvalid");
    }

    [Theory, Databases]
    public async Task Callback_OfAnotherIssuer_IsRefused(TestDatabase database)
    {
        using var person = await Connecting.SignInAsync((await ledgers.GetAsync(database)).First);
        var callback = await Connecting.AllowAsync(await person.LeaveAsync());
        await RefusedAsync(person, callback[..callback.IndexOf("&iss=")] + "&iss=https%3A%2F%2Felsewhere.example", "Ledger:WrongIssuer");
    }

    [Theory, Databases]
    public async Task Callback_WithoutTheIssuerThatThePackageAlwaysNames_IsRefused(TestDatabase database)
    {
        using var person = await Connecting.SignInAsync((await ledgers.GetAsync(database)).First);
        var callback = await Connecting.AllowAsync(await person.LeaveAsync());
        await RefusedAsync(person, callback[..callback.IndexOf("&iss=")], "Ledger:WrongIssuer");
    }

    [Theory, Databases]
    public async Task Callback_IdTokenOfAnotherSignInOrOfNone_IsRefusedAndOnRecord(TestDatabase database)
    {
        var host = (await ledgers.GetAsync(database)).First;
        using var person = await Connecting.SignInAsync(host);
        var refusals = await RefusalsAsync(host);
        foreach (var nonce in new[] { "nonce=another", "" })
        {
            var asked = await person.LeaveAsync();
            var own = asked.Split('?', '&').Single(p => p.StartsWith("nonce="));
            await RefusedAsync(person, await Connecting.AllowAsync(asked.Replace($"&{own}", $"&{nonce}")), "Ledger:AnswerInvalid");
        }

        (await RefusalsAsync(host)).ShouldBe(refusals + 2);
    }

    [Theory, Databases]
    public async Task Callback_CodeAltered_IsRefused(TestDatabase database)
    {
        using var person = await Connecting.SignInAsync((await ledgers.GetAsync(database)).First);
        var callback = await Connecting.AllowAsync(await person.LeaveAsync());
        await RefusedAsync(person, callback.Replace("code=", "code=x"), "Ledger:Refused");
    }

    private static async Task<int> RefusalsAsync(TestHost host) => (await host.RunAsync(
        await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"),
        s => s.GetRequiredService<IAuditAppService>().GetListAsync(new AuditFilterDto { Action = "Ledger.Connection.Refused", Installation = true }, pageSize: 200))).Items.Count;

    private static async Task RefusedAsync(Connecting person, string callback, string code)
    {
        var before = (await person.ConsentsAsync()).Count;
        using var response = await person.ReturnAsync(callback);
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(response)).QuerySelector("code")!.TextContent.ShouldBe(code);
        (await person.ConsentsAsync()).Count.ShouldBe(before);
    }
}
