using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>An accounting package in the browser, by its own pages: refused, connected, read and revoked.</summary>
[Trait("Req", "VLT-07")]
[Trait("Req", "VLT-08")]
[Trait("Req", "OPS-06")]
public sealed class LedgerJourney_Tests(BrowserFixture browser) : IAsyncLifetime
{
    private const string Company = "/t/lefevre";
    private const string Account = "Boulangerie Lefèvre (comptabilité)";

    private readonly string _folder = Directory.CreateTempSubdirectory("platform-ledger-").FullName;
    private AccountingPackage? _package;

    // Its pages send browsers back to any port: the host's is known when it listens.
    public async ValueTask InitializeAsync() => _package = await AccountingPackage.StartAsync("http://localhost", pages: true);

    [Theory, Databases]
    public Task Journey_InEnglish_EndsWithARevokedConsent(TestDatabase database) => JourneyAsync(database, "benoit", "en");

    [Fact]
    public Task Journey_InFrench_EndsWithARevokedConsent() => JourneyAsync(TestDatabase.Sqlite, "camille", "fr");

    public ValueTask DisposeAsync()
    {
        _package?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task JourneyAsync(TestDatabase database, string name, string language)
    {
        await using var host = await StartAsync(database);
        await using var person = await Person.SignInAsync(browser, host, name);
        var pictures = $"{database}-{language}";
        await StayOffTheInternetAsync(person);
        await person.OpenAsync($"{Company}/consents");
        (await person.Page.GetAttributeAsync("html", "lang")).ShouldBe(language);
        await person.LookAtBothWidthsAsync($"{pictures}-consents-none");
        await person.Page.ClickAsync($"main a[href$='/ledger'] >> nth=0");
        await person.LookAtBothWidthsAsync($"{pictures}-ledger-none");

        await DeclineAsync(person, pictures);
        await ConnectAsync(person, pictures);
        using var api = ApiClient.For(host, name, "lefevre");
        var consent = await ReadAsync(api, person, pictures);
        await RevokeAsync(person, consent, pictures);
        (await api.StatusAsync($"ledger/{consent}/entries")).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<TestHost> StartAsync(TestDatabase database)
    {
        Assert.SkipWhen(_package is null && !TestEnvironment.IsContinuousIntegration, "Node is not installed");
        var settings = await _package!.SettingsAsync(Path.Combine(_folder, "client.secret"));
        var host = await TestHost.StartAsync(new TestHostOptions(database, Settings: settings, Kestrel: true));
        host.Services.GetRequiredService<IConfiguration>()["App:BaseUrl"] = Person.RootOf(host);
        return host;
    }

    // By the browser's own doing: the answer to the form sends it there.
    private static async Task DeclineAsync(Person person, string pictures)
    {
        await person.Page.ClickAsync("#connect button");
        await person.Page.ClickAsync("a[href$='/abort']");
        await person.Page.WaitForURLAsync("**/ledger/callback?**");
        (await person.Page.InnerTextAsync("code")).ShouldBe("Ledger:Declined");
        await person.LookAtBothWidthsAsync($"{pictures}-ledger-declined");
        await person.Page.ClickAsync($"a[href='{Company}/ledger']");
    }

    // By hand, as where a browser follows no Refresh header.
    private async Task ConnectAsync(Person person, string pictures)
    {
        var package = $"{_package!.Issuer}/**";
        await person.Page.RouteAsync(package, r => r.AbortAsync("aborted"));
        await person.Page.ClickAsync("#connect button");
        await Assertions.Expect(person.Page.Locator("#leave")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{pictures}-ledger-leaving");
        await person.Page.UnrouteAsync(package);

        await person.Page.ClickAsync("#leave");
        await person.Page.FillAsync("input[name=login]", "4711");
        await person.Page.FillAsync("input[name=password]", "any");
        await person.Page.ClickAsync("button[type=submit]");
        await person.Page.ClickAsync("form:has(input[value=consent]) button[type=submit]");
        await person.Page.WaitForURLAsync($"**{Company}/ledger");
        (await person.Page.InnerTextAsync("main table")).ShouldContain(Account);
        await person.LookAtBothWidthsAsync($"{pictures}-ledger-connected");
    }

    private static async Task<string> ReadAsync(ApiClient api, Person person, string pictures)
    {
        await person.OpenAsync($"{Company}/consents");
        var consent = (await person.Page.GetAttributeAsync("[data-consent]", "data-consent"))!;
        var entries = await api.GetAsync($"ledger/{consent}/entries");
        entries.EnumerateArray().Select(e => e.GetProperty("text").GetString()).ShouldBe(["Farine", "Ventes"]);

        await person.OpenAsync($"{Company}/ledger");
        await person.Page.ClickAsync($"main a[href$='{consent}']");
        (await person.Page.InnerTextAsync("main table")).ShouldContain("Farine");
        await person.LookAtBothWidthsAsync($"{pictures}-ledger-entries");

        await person.OpenAsync($"{Company}/consents");
        (await person.Page.InnerTextAsync($"[data-consent='{consent}']")).ShouldContain(Account);
        await person.LookAtBothWidthsAsync($"{pictures}-consents-used");
        return consent;
    }

    private static async Task RevokeAsync(Person person, string consent, string pictures)
    {
        await person.Page.ClickAsync($"[data-consent='{consent}'] a[href*='revoke=true']");
        await person.LookAtBothWidthsAsync($"{pictures}-consent-question");
        await person.Page.ClickAsync("#revoke button.btn-danger");
        await person.Page.WaitForURLAsync($"**/consents/{consent}");
        (await person.Page.Locator("#revoke").CountAsync()).ShouldBe(0);
        await person.LookAtBothWidthsAsync($"{pictures}-consent-revoked");

        await person.OpenAsync($"{Company}/consents");
        (await person.Page.Locator("main [data-status=Revoked]").CountAsync()).ShouldBe(1);
        await person.LookAtBothWidthsAsync($"{pictures}-consents-revoked");
        await person.OpenAsync($"{Company}/ledger");
        (await person.Page.InnerTextAsync("main")).ShouldNotContain(Account);
    }

    // The package's own pages ask for a font from there.
    private static Task StayOffTheInternetAsync(Person person) =>
        person.Page.RouteAsync("https://fonts.googleapis.com/**", r => r.FulfillAsync(new() { ContentType = "text/css", Body = "" }));
}
