using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>A passkey of the browser's own authenticator: added, alone at sign-in, after the password, as a proof, removed.</summary>
[Trait("Req", "IDN-06")]
[Trait("Req", "OPS-06")]
public sealed class PasskeyJourney_Tests(BrowserFixture browser)
{
    private const string Page = "/account/second-factor";

    [Theory]
    [InlineData(TestDatabase.Sqlite, "benoit", "en")]
    [InlineData(TestDatabase.PostgreSql, "camille", "fr")]
    public async Task Journey_WithAPasskey_SignsInWithAndWithoutThePassword(TestDatabase database, string name, string language)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        // The port is known only now; passkeys are bound to the address.
        host.Services.GetRequiredService<IConfiguration>()["App:BaseUrl"] = Person.RootOf(host);
        await using var person = await Person.SignInAsync(browser, host, name);
        var device = await Device.AttachAsync(person.Page);
        await AddAsync(person, device, language);
        await SignInAloneAsync(person, device, language);
        await SignInAfterThePasswordAsync(person, name, language);
        await ConfirmAsync(person, language);

        await person.OpenAsync(Page);
        await person.Page.ClickAsync("#passkeys form button");
        await Assertions.Expect(person.Page.Locator("#passkeys")).ToHaveCountAsync(0);
        await SignOutAsync(person);
        await person.Page.ClickAsync("#passkey button");
        await Assertions.Expect(person.Page.Locator(".validation-summary-errors")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-passkey-refused");
    }

    private static async Task AddAsync(Person person, Device device, string language)
    {
        await person.OpenAsync(Page);
        await person.Page.ClickAsync("#add-passkey button");
        await Assertions.Expect(person.Page.Locator("#Passkey_Name-error")).ToBeVisibleAsync();
        await device.WithholdAsync(true);
        await person.Page.FillAsync("#Passkey_Name", "Laptop");
        await person.Page.ClickAsync("#add-passkey button");
        await Assertions.Expect(person.Page.Locator("#add-passkey [role=alert]")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-passkey-cancelled");
        await device.WithholdAsync(false);
        await person.Page.ClickAsync("#add-passkey button");
        await Assertions.Expect(person.Page.Locator("#recovery-codes li")).ToHaveCountAsync(10);
        await person.LookAtBothWidthsAsync($"{language}-passkey-added");
        await person.Page.FillAsync("#Passkey_Name", "Again");
        await person.Page.ClickAsync("#add-passkey button");
        await Assertions.Expect(person.Page.Locator("#add-passkey [role=alert]")).ToBeVisibleAsync();
        (await person.Page.Locator("#passkeys tbody tr").CountAsync()).ShouldBe(1, "the device says that it is known already");
    }

    private static async Task SignInAloneAsync(Person person, Device device, string language)
    {
        await SignOutAsync(person);
        await person.LookAtBothWidthsAsync($"{language}-passkey-sign-in");
        await device.WithholdAsync(true);
        await person.Page.ClickAsync("#passkey button");
        await Assertions.Expect(person.Page.Locator("#passkey [role=alert]")).ToBeVisibleAsync();
        await device.WithholdAsync(false);
        await person.Page.CheckAsync("#Input_RememberMe");
        await person.Page.ClickAsync("#passkey button");
        await person.Page.WaitForURLAsync("**/t/**");
        var cookie = (await person.Page.Context.CookiesAsync()).Single(c => c.Name == "__Host-platform");
        cookie.Expires.ShouldBeGreaterThan(0, "remembered, as the box says");
        await person.OpenAsync(Page);
        (await person.Page.GetAttributeAsync("html", "lang")).ShouldBe(language);
        await person.LookAtBothWidthsAsync($"{language}-passkey-used");
    }

    private static async Task SignInAfterThePasswordAsync(Person person, string name, string language)
    {
        await SignOutAsync(person);
        await person.Page.FillAsync("#Input_Email", DemoPeople.Email(name));
        await person.Page.FillAsync("#Input_Password", DemoPeople.Password(name));
        await person.Page.PressAsync("#Input_Password", "Enter");
        await person.Page.WaitForURLAsync("**/account/code**");
        await person.LookAtBothWidthsAsync($"{language}-passkey-code");
        await person.Page.ClickAsync("#passkey button");
        await person.Page.WaitForURLAsync("**/t/**");
    }

    private static async Task ConfirmAsync(Person person, string language)
    {
        await person.OpenAsync($"/account/confirm?returnUrl={Uri.EscapeDataString("/account/tokens")}");
        await person.LookAtBothWidthsAsync($"{language}-passkey-confirm");
        await person.Page.ClickAsync("#passkey button");
        await person.Page.WaitForURLAsync("**/account/tokens");
    }

    private static async Task SignOutAsync(Person person)
    {
        await person.OpenAsync("/account/sign-out");
        await person.Page.ClickAsync("main form button");
        await person.Page.WaitForURLAsync("**/account/sign-in**");
    }
}
