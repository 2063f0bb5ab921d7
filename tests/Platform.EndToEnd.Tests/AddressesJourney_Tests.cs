using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>A telephone, the list of addresses, the switch, and the door seen from another address.</summary>
[Trait("Req", "IDN-05")]
[Trait("Req", "OPS-06")]
public sealed partial class AddressesJourney_Tests(BrowserFixture browser)
{
    private const string Number = "+33612345645";

    [Theory]
    [InlineData(TestDatabase.Sqlite, "fr")]
    [InlineData(TestDatabase.PostgreSql, "en")]
    public async Task Journey_FromAnUnknownAddress_ACodeByTextMessageOpensTheCompany(TestDatabase database, string language)
    {
        var settings = new Dictionary<string, string> { ["Proxies:0"] = "127.0.0.1" };
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Settings: settings, Kestrel: true));
        await using var person = await Person.SignInAsync(browser, host, "amelie");
        await person.Page.SetExtraHTTPHeadersAsync(At("198.51.100.7"));
        await person.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Faccount%2Fprofile");
        await ConfirmPhoneAsync(person, language);
        await person.OpenAsync("/t/lefevre/security/addresses");
        await Assertions.Expect(person.Page.Locator("#current-address")).ToHaveTextAsync("198.51.100.7");
        await AddAsync(person, "198.51.100.7/24");
        await Assertions.Expect(person.Page.Locator("#Input_Network-error")).ToContainTextAsync("198.51.100.0/24");
        await person.LookAtBothWidthsAsync($"{language}-addresses-refused");
        await AddAsync(person, "198.51.100.0/24");
        await AddAsync(person, "2001:db8::/48");
        await SwitchOnAsync(person, language);
        await person.OpenAsync("/t/lefevre/security/addresses");
        await person.LookAtBothWidthsAsync($"{language}-addresses");

        await person.Page.SetExtraHTTPHeadersAsync(At("203.0.113.9"));
        await person.OpenAsync("/t/lefevre/security");
        person.Page.Url.ShouldContain("/t/lefevre/admission");
        await person.LookAtBothWidthsAsync($"{language}-admission");
        await person.Page.ClickAsync("form[action*='handler=Send'] button");
        await person.Page.FillAsync("#Code", "000000");
        await person.Page.PressAsync("#Code", "Enter");
        await Assertions.Expect(person.Page.Locator("#Code-error")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-admission-sent");
        await person.Page.FillAsync("#Code", await CodeAsync(person, "203.0.113.9"));
        await person.Page.PressAsync("#Code", "Enter");
        await person.Page.WaitForURLAsync("**/t/lefevre/security");
        await person.OpenAsync("/t/lefevre/security/alerts");
        await Assertions.Expect(person.Page.Locator("main")).ToContainTextAsync("203.0.113.9");
    }

    private static async Task ConfirmPhoneAsync(Person person, string language)
    {
        await person.Page.FillAsync("#PhoneForm_Number", Number);
        await person.Page.PressAsync("#PhoneForm_Number", "Enter");
        await Assertions.Expect(person.Page.Locator("#PhoneForm_Code")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-phone");
        await person.Page.FillAsync("#PhoneForm_Code", await CodeAsync(person, ""));
        await person.Page.PressAsync("#PhoneForm_Code", "Enter");
        await Assertions.Expect(person.Page.Locator("#phone")).ToHaveTextAsync("+33 •• •• 45");
    }

    private static async Task AddAsync(Person person, string network)
    {
        await person.Page.FillAsync("#Input_Network", network);
        await person.Page.FillAsync("#Input_Label", "Lyon");
        await person.Page.PressAsync("#Input_Label", "Enter");
    }

    private static async Task SwitchOnAsync(Person person, string language)
    {
        await person.OpenAsync("/t/lefevre/security?edit=true");
        await person.Page.Locator(".i-setting:has(input[value='Identity.Addresses.Restricted']) select").SelectOptionAsync("true");
        await person.Page.ClickAsync("#security-form .p-form-foot button");
        await person.LookAtBothWidthsAsync($"{language}-addresses-preview");
        await person.Page.ClickAsync("button[formaction='?handler=Save']");
        await person.Page.WaitForURLAsync("**/t/lefevre/security");
    }

    // In another tab: the page of captured mail holds text messages too.
    private static async Task<string> CodeAsync(Person person, string words)
    {
        var tab = await person.OpenTabAsync("/dev/mail");
        var message = tab.Locator("article", new() { HasText = "SMS" }).Filter(new() { HasText = words }).First;
        while (await message.CountAsync() == 0)
            await tab.ReloadAsync();
        var code = Code().Match(await message.InnerTextAsync()).Value;
        await tab.CloseAsync();
        return code;
    }

    private static Dictionary<string, string> At(string address) => new() { ["X-Forwarded-For"] = address };

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();
}
