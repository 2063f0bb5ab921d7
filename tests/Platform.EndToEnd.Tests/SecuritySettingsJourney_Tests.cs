using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Security settings of a company, of a group, and of the installation; a forgotten password.</summary>
[Trait("Req", "IDN-08")]
[Trait("Req", "TEN-06")]
[Trait("Req", "OPS-06")]
public sealed partial class SecuritySettingsJourney_Tests(BrowserFixture browser)
{
    [Theory]
    [InlineData(TestDatabase.Sqlite, "en")]
    [InlineData(TestDatabase.PostgreSql, "fr")]
    public async Task Journey_SetBoundsGroupAndCompany_ShowsOriginAndWhomItConcerns(TestDatabase database, string language)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var person = await Person.SignInAsync(browser, host, "amelie");
        await person.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Ft%2Flefevre%2Fsecurity");
        await person.LookAtBothWidthsAsync($"{language}-security");
        await SetAsync(person, "Identity.Password.MinimumLength", "7");
        await Assertions.Expect(person.Page.Locator(".invalid-feedback")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-security-refused");
        await FillAsync(person, "Identity.Password.MinimumLength", "12");
        await SetAsync(person, "Identity.SecondFactor.Required", "true");
        await Assertions.Expect(person.Page.Locator("button[formaction='?handler=Save']")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-security-preview");
        await person.Page.ClickAsync("button[formaction='?handler=Save']");
        await person.Page.WaitForURLAsync("**/t/lefevre/security");
        (await person.Page.InnerTextAsync("main")).ShouldContain("Amélie");

        await person.OpenAsync("/t/lefevre/security/bounds");
        await person.LookAtBothWidthsAsync($"{language}-security-bounds");
        await person.OpenAsync("/account/groups");
        await person.LookAtBothWidthsAsync($"{language}-groups");
        await person.Page.FillAsync("#Name", "Holding");
        await person.Page.SelectOptionAsync("#TenantId", new SelectOptionValue { Index = 1 });
        await person.Page.PressAsync("#Name", "Enter");
        await person.Page.WaitForURLAsync("**/account/groups/*");
        await person.LookAtBothWidthsAsync($"{language}-group");
    }

    [Theory]
    [Trait("Req", "IDN-02")]
    [InlineData(TestDatabase.Sqlite)]
    public async Task Journey_ForgottenPassword_MailBringsANewOne(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var person = await Person.SignInAsync(browser, host, "benoit");
        await person.Page.Context.ClearCookiesAsync();
        await person.OpenAsync("/account/forgot");
        await person.LookAtBothWidthsAsync("en-forgot");
        await person.Page.FillAsync("#Email", DemoPeople.Email("benoit"));
        await person.Page.PressAsync("#Email", "Enter");
        await Assertions.Expect(person.Page.Locator(".p-alert")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync("en-forgot-sent");
        await person.OpenAsync(await ResetPathAsync(person));
        await person.LookAtBothWidthsAsync("en-reset");
        await person.Page.FillAsync("#Input_Password", "Quite-other-horse-9");
        await person.Page.FillAsync("#Input_RepeatPassword", "Quite-other-horse-9");
        await person.Page.PressAsync("#Input_RepeatPassword", "Enter");
        await person.Page.WaitForURLAsync("**/account/sign-in");
        await person.Page.FillAsync("#Input_Email", DemoPeople.Email("benoit"));
        await person.Page.FillAsync("#Input_Password", "Quite-other-horse-9");
        await person.Page.PressAsync("#Input_Password", "Enter");
        await person.Page.WaitForURLAsync("**/t/**");
    }

    private static async Task<string> ResetPathAsync(Person person)
    {
        await person.OpenAsync("/dev/mail");
        var mail = person.Page.Locator("main");
        while (!ResetPath().IsMatch(await mail.InnerTextAsync()))
            await person.Page.ReloadAsync();
        return ResetPath().Match(await mail.InnerTextAsync()).Value;
    }

    private static async Task SetAsync(Person person, string setting, string value)
    {
        await FillAsync(person, setting, value);
        await person.Page.ClickAsync("#security-form .p-form-foot button");
    }

    private static async Task FillAsync(Person person, string setting, string value)
    {
        if (await person.Page.Locator("#security-form input[type=hidden][name^=Values]").CountAsync() == 0)
            await person.Page.ClickAsync("a[href='?edit=true']");
        var control = person.Page.Locator($".i-setting:has(input[value='{setting}'])").Locator("select, input:not([type=hidden])");
        if (await control.EvaluateAsync<string>("e => e.tagName") == "SELECT")
            await control.SelectOptionAsync(value);
        else
            await control.FillAsync(value);
    }

    [GeneratedRegex("/account/reset/[A-Za-z0-9_-]+")]
    private static partial Regex ResetPath();
}
