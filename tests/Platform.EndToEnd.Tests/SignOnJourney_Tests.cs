using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>A company's own sign-in in the browser, at a real OpenID Connect provider: set up, linked, used without and with a second factor.</summary>
[Trait("Req", "IDN-07")]
[Trait("Req", "OPS-06")]
public sealed class SignOnJourney_Tests(BrowserFixture browser)
{
    private const string Company = "lefevre";
    private const string Settings = $"/t/{Company}/security/sso";
    private const string Subject = "4711";

    [Theory]
    [InlineData(TestDatabase.Sqlite, "benoit", "en")]
    [InlineData(TestDatabase.PostgreSql, "camille", "fr")]
    public async Task Journey_SetUpLinkAndEnter_WithoutAndWithASecondFactor(TestDatabase database, string name, string language)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        host.Services.GetRequiredService<IConfiguration>()["App:BaseUrl"] = Person.RootOf(host);
        var place = (await host.CompanyAsync(Company)).Id;
        using var provider = await AccountingPackage.StartAsync(Person.RootOf(host), pages: true, $"/account/sso/callback/{place}");
        Assert.SkipWhen(provider is null && !TestEnvironment.IsContinuousIntegration, "Node is not installed");
        await using (var administrator = await Person.SignInAsync(browser, host, "amelie"))
            await SetUpAsync(administrator, provider!.Issuer);

        await using var person = await Person.SignInAsync(browser, host, name);
        await StayOffTheInternetAsync(person);
        var recovery = await LinkAsync(person, name, language);
        await EnterAsync(person, language);
        await person.Page.WaitForURLAsync($"**/t/{Company}");
        await person.OpenAsync("/t/nova");
        await person.Page.WaitForURLAsync("**/account/limited?**");
        await person.LookAtBothWidthsAsync($"{language}-sso-limited");
        await person.OpenAsync("/account/tokens");
        await person.Page.WaitForURLAsync("**/account/confirm?**");

        await AlwaysAskAsync(host);
        await EnterAsync(person, pictures: null);
        await person.Page.WaitForURLAsync("**/account/code?**");
        await person.Page.FillAsync("#Code", recovery);
        await person.Page.PressAsync("#Code", "Enter");
        await person.Page.WaitForURLAsync($"**/t/{Company}");
    }

    private static async Task SetUpAsync(Person person, string issuer)
    {
        await person.OpenAsync(Settings);
        await person.LookAtBothWidthsAsync("sso-none");
        await person.OpenAsync($"{Settings}?edit=true");
        await person.Page.FillAsync("#Input_Name", "Compte Lefèvre");
        await person.Page.FillAsync("#Input_Issuer", $"{issuer}/wrong");
        await person.Page.FillAsync("#Input_ClientId", AccountingPackage.ClientId);
        await person.Page.SelectOptionAsync("#Input_Factor", "ByPolicy");
        await person.Page.ClickAsync("button[formaction$='Test']");
        await Assertions.Expect(person.Page.Locator("main ul li").First).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync("sso-test-wrong");
        await person.Page.FillAsync("#Input_Issuer", issuer);
        await person.Page.ClickAsync("button[formaction$='Test']");
        await Assertions.Expect(person.Page.Locator("main .p-alert[role='status']")).ToBeVisibleAsync();
        await person.Page.FillAsync("#Input_ClientSecret", AccountingPackage.ClientSecret);
        await person.Page.ClickAsync("main form button.btn-primary");
        await person.Page.WaitForURLAsync($"**{Settings}");
        (await person.Page.InnerTextAsync("main")).ShouldContain($"/account/sso/{Company}");
        (await person.Page.ContentAsync()).ShouldNotContain(AccountingPackage.ClientSecret);
        await person.LookAtBothWidthsAsync("sso-set");
    }

    /// <returns>A recovery code of the person's second factor, set up before.</returns>
    private static async Task<string> LinkAsync(Person person, string name, string language)
    {
        var recovery = await SecondFactorJourney_Tests.SetUpAsync(person, name);
        await person.OpenAsync("/account/links");
        await person.LookAtBothWidthsAsync($"{language}-sso-links-none");
        await person.Page.ClickAsync("form[action*='handler=Link'] button");
        await AtProviderAsync(person);
        await person.Page.WaitForURLAsync("**/account/links");
        await person.LookAtBothWidthsAsync($"{language}-sso-links");
        return recovery;
    }

    // As a browser that knows nothing, neither here nor there.
    private static async Task EnterAsync(Person person, string? pictures)
    {
        await person.Page.Context.ClearCookiesAsync();
        await person.OpenAsync("/account/sign-in");
        await person.Page.ClickAsync("a[href='/account/sso']");
        if (pictures is not null)
            await person.LookAtBothWidthsAsync($"{pictures}-sso-company");
        await person.Page.FillAsync("#Company", Company);
        await person.Page.PressAsync("#Company", "Enter");
        await Assertions.Expect(person.Page.Locator("#go")).ToBeVisibleAsync();
        if (pictures is not null)
            await person.LookAtBothWidthsAsync($"{pictures}-sso-go");
        await person.Page.ClickAsync("#go");
        await AtProviderAsync(person);
    }

    private static async Task AtProviderAsync(Person person)
    {
        await person.Page.FillAsync("input[name=login]", Subject);
        await person.Page.FillAsync("input[name=password]", "any");
        await person.Page.ClickAsync("button[type=submit]");
        await person.Page.ClickAsync("form:has(input[value=consent]) button[type=submit]");
    }

    private static async Task AlwaysAskAsync(TestHost host)
    {
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        var path = new Uri($"/api/t/{Company}/sign-on", UriKind.Relative);
        var known = (await client.GetFromJsonAsync<System.Text.Json.JsonElement>(path, TestContext.Current.CancellationToken)).GetProperty("provider");
        using var set = await client.PutAsJsonAsync(path, new
        {
            name = known.GetProperty("name").GetString(),
            issuer = known.GetProperty("issuer").GetString(),
            clientId = known.GetProperty("clientId").GetString(),
            policy = "Allowed",
            factor = "Always",
        }, TestContext.Current.CancellationToken);
        set.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    // The provider's own pages ask for a font from there.
    private static Task StayOffTheInternetAsync(Person person) =>
        person.Page.RouteAsync("https://fonts.googleapis.com/**", r => r.FulfillAsync(new() { ContentType = "text/css", Body = "" }));
}
