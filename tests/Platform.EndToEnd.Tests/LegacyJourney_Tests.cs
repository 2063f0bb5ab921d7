using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Old logins: imported by the operator, put off once, then replaced: by a known address, and by an unknown one with proof.</summary>
[Trait("Req", "IDN-14")]
[Trait("Req", "OPS-06")]
public sealed partial class LegacyJourney_Tests(BrowserFixture browser)
{
    private const string Password = "Quite-other-horse-9";

    [Theory]
    [InlineData(TestDatabase.Sqlite, "en")]
    [InlineData(TestDatabase.PostgreSql, "fr")]
    public async Task Journey_FromOldLoginsToOwnAccounts_KnownThenUnknownAddress(TestDatabase database, string language)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var person = await Person.SignInAsync(browser, host, "amelie");
        await ImportAsync(person, language);
        await SignInAsync(person, "FIDUCIA01", "Ancien-acces-17", language);
        await person.LookAtBothWidthsAsync($"{language}-migration-email");
        await person.Page.ClickAsync("form[action*='handler=Later'] button");
        await person.Page.WaitForURLAsync("**/t/fiducia");
        await Assertions.Expect(person.Page.Locator("main > .p-tone-warning")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-migration-banner");
        await person.Page.ClickAsync("main > .p-tone-warning a");
        await KnownAddressAsync(person, language);

        await SignInAsync(person, "NOVA-1", "Old-horse-77", language);
        await UnknownAddressAsync(person, language);
        await person.OpenAsync("/t/lefevre");
        (await person.Page.InnerTextAsync("body")).ShouldNotContain("Boulangerie", Case.Insensitive, "the old login was of another company");
    }

    private static async Task ImportAsync(Person person, string language)
    {
        await person.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Ft%2Flefevre%2Flegacy-accounts");
        const string header = "company;login;customer_code;invoice_numbers;serial_numbers;notification_emails;profile;password_hash\r\n";
        var row = $"BE 0764.183.519;NOVA-1;C-1;F-1;;compta@nova.example;;{BCrypt.Net.BCrypt.HashPassword("Old-horse-77", 4)}\r\n";
        await ChooseAsync(person, header + row + "nowhere;x@test.example;;;;;;");
        await person.Page.ClickAsync("button[formaction='?handler=Check']");
        await Assertions.Expect(person.Page.Locator("#legacy-result .p-tone-danger")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-legacy-import-refused");
        await ChooseAsync(person, header + row);
        await person.Page.ClickAsync("button[formaction='?handler=Check']");
        await Assertions.Expect(person.Page.Locator("#legacy-result .p-tone-success")).ToBeVisibleAsync();
        await person.Page.ClickAsync("form[enctype] .btn-primary");
        await Assertions.Expect(person.Page.Locator("#legacy-list")).ToContainTextAsync("Nova");
        await person.LookAtBothWidthsAsync($"{language}-legacy-import");
        await person.OpenAsync("/t/nova/users/legacy");
        await person.LookAtBothWidthsAsync($"{language}-legacy-logins");
    }

    private static Task ChooseAsync(Person person, string csv) => person.Page.SetInputFilesAsync(
        "#Upload", new FilePayload { Name = "old.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });

    private static async Task KnownAddressAsync(Person person, string language)
    {
        await MailboxAsync(person, "compta@fiducia.example", language);
        await person.LookAtBothWidthsAsync($"{language}-migration-identity");
        await IdentityAsync(person, "Noé Garnier");
        await person.LookAtBothWidthsAsync($"{language}-migration-terms");
        await AcceptAsync(person);
        (await person.Page.InnerTextAsync("main")).ShouldContain("FIDUCIA01");
        await Assertions.Expect(person.Page.Locator("main a[href='/t/fiducia/remittances']")).ToBeVisibleAsync();
        (await person.Page.Locator(".p-tool-user").GetAttributeAsync("aria-label")).ShouldNotBeNull().ShouldContain("Noé Garnier");
        await person.LookAtBothWidthsAsync($"{language}-migration-done");
    }

    private static async Task UnknownAddressAsync(Person person, string language)
    {
        await MailboxAsync(person, "lou@elsewhere.example", language);
        await IdentityAsync(person, "Lou Martin");
        await person.Page.FillAsync("#Input_CustomerCode", "C-1");
        await person.Page.FillAsync("#Input_Number", "F-9");
        await person.Page.PressAsync("#Input_Number", "Enter");
        await Assertions.Expect(person.Page.Locator("#Input_Number[aria-invalid]")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-migration-proof");
        await person.Page.FillAsync("#Input_Number", "f - 1");
        await person.Page.PressAsync("#Input_Number", "Enter");
        await AcceptAsync(person);
    }

    private static async Task MailboxAsync(Person person, string email, string language)
    {
        await person.Page.FillAsync("#Input_Email", email);
        await person.Page.PressAsync("#Input_Email", "Enter");
        await Assertions.Expect(person.Page.Locator("#Input_Code")).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-migration-code");
        var mail = await person.OpenTabAsync("/dev/mail");
        var newest = mail.Locator("article", new() { HasText = email }).First;
        while (await newest.CountAsync() == 0)
            await mail.ReloadAsync();
        var code = CodeText().Match(await newest.Locator(".card-body").InnerTextAsync()).Value;
        await mail.CloseAsync();
        await person.Page.FillAsync("#Input_Code", code);
        await person.Page.PressAsync("#Input_Code", "Enter");
        await Assertions.Expect(person.Page.Locator("#Input_Name")).ToBeVisibleAsync();
    }

    private static async Task IdentityAsync(Person person, string name)
    {
        await person.Page.FillAsync("#Input_Name", name);
        await person.Page.FillAsync("#Input_Password", Password);
        await person.Page.FillAsync("#Input_RepeatPassword", Password);
        await person.Page.PressAsync("#Input_RepeatPassword", "Enter");
        await Assertions.Expect(person.Page.Locator("#Input_Accepted, #Input_CustomerCode")).ToBeVisibleAsync();
    }

    private static async Task AcceptAsync(Person person)
    {
        await person.Page.CheckAsync("#Input_Accepted");
        await person.Page.PressAsync("#Input_Accepted", "Enter");
        await person.Page.WaitForURLAsync("**/account/migration/done");
    }

    private static async Task SignInAsync(Person person, string login, string password, string language)
    {
        await person.Page.Context.ClearCookiesAsync();
        await person.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Faccount%2Fsign-in");
        await person.Page.FillAsync("#Input_Email", login);
        await person.Page.FillAsync("#Input_Password", password);
        await person.Page.PressAsync("#Input_Password", "Enter");
        await person.Page.WaitForURLAsync("**/account/migration**");
        // The language of the person is that of the pages from here on.
        await person.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Faccount%2Fmigration%3FreturnUrl%3D%252Ft%252Ffiducia");
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodeText();
}
