using System.Text.RegularExpressions;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Somebody whom nobody invited: proves an address, founds a company, takes a first step; the operator confirms it.</summary>
public sealed partial class SignUpJourney_Tests(BrowserFixture browser)
{
    private const string Email = "nina@neuve.example";
    private const string Password = "Correct-horse-7";

    [Theory, Databases]
    [Trait("Req", "TEN-09")]
    public async Task Stranger_SignsUp_FoundsACompanyThatTheOperatorConfirms(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var nina = await Person.EnterAsync(browser, host);
        await nina.OpenAsync("/account/sign-in");
        await nina.Page.ClickAsync("main a[href='/account/sign-up']");
        await nina.LookAtBothWidthsAsync($"{database}-sign-up");
        await nina.Page.FillAsync("#Email", Email);
        await nina.Page.PressAsync("#Email", "Enter");
        await nina.Page.WaitForSelectorAsync(".p-alert");
        await AccountAsync(nina, await LinkAsync(nina), database);
        await FoundAsync(nina, database);

        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await amelie.OpenAsync("/t/lefevre/trials");
        await amelie.LookAtBothWidthsAsync($"{database}-trials");
        await amelie.Page.ClickAsync("form[action*=Confirm] button");
        await amelie.Page.WaitForSelectorAsync("main .p-empty");
        await amelie.LookAtBothWidthsAsync($"{database}-trials-none");

        await nina.Page.ReloadAsync();
        (await nina.Page.Locator("main .p-alert").CountAsync()).ShouldBe(0, "it is no trial any more");
        await nina.Page.ClickAsync("form[action*=PutStepsAway] button");
        await nina.Page.WaitForURLAsync("**/t/boulangerie-neuve");
        (await nina.Page.Locator("#first-steps").CountAsync()).ShouldBe(0);
    }

    private static async Task<string> LinkAsync(Person person)
    {
        var mail = await person.OpenTabAsync("/dev/mail");
        var newest = mail.Locator("article", new() { HasText = Email }).First;
        while (await newest.CountAsync() == 0)
            await mail.ReloadAsync();
        var path = Link().Match(await newest.InnerTextAsync()).Value;
        await mail.CloseAsync();
        return path;
    }

    private static async Task AccountAsync(Person nina, string link, TestDatabase database)
    {
        await nina.OpenAsync(link);
        await nina.Page.FillAsync("#Input_Name", "Nina Neuve");
        await nina.Page.FillAsync("#Input_Password", Password);
        await nina.Page.FillAsync("#Input_RepeatPassword", Password);
        await nina.Page.ClickAsync("main form button.btn-primary");
        await nina.Page.WaitForSelectorAsync("#Input_Accepted-error");
        await nina.LookAtBothWidthsAsync($"{database}-sign-up-account");
        await nina.Page.FillAsync("#Input_Password", Password);
        await nina.Page.FillAsync("#Input_RepeatPassword", Password);
        await nina.Page.CheckAsync("#Input_Accepted");
        await nina.Page.ClickAsync("main form button.btn-primary");
        await nina.Page.WaitForURLAsync("**/account/sign-in?*");
        (await nina.Page.InputValueAsync("#Input_Email")).ShouldBe(Email);
        await nina.Page.FillAsync("#Input_Password", Password);
        await nina.Page.PressAsync("#Input_Password", "Enter");
        await nina.Page.WaitForURLAsync("**/companies/new");
    }

    private static async Task FoundAsync(Person nina, TestDatabase database)
    {
        await nina.Page.FillAsync("#Input_Name", "Boulangerie Neuve");
        await nina.Page.FillAsync("#Input_VatNumber", "FR 68 904 173 523");
        await nina.Page.FillAsync("#Input_Address_Town", "Lyon");
        await nina.Page.SelectOptionAsync("#Input_Address_Country", "FR");
        await nina.Page.ClickAsync("main form button.btn-primary");
        await nina.Page.WaitForSelectorAsync("#Input_VatNumber-error");
        await nina.LookAtBothWidthsAsync($"{database}-company-new");
        await nina.Page.FillAsync("#Input_VatNumber", "");
        await nina.Page.ClickAsync("main form button.btn-primary");
        await nina.Page.WaitForURLAsync("**/t/boulangerie-neuve");
        await nina.LookAtBothWidthsAsync($"{database}-first-steps");
        await nina.Page.ClickAsync("section[aria-labelledby='first-steps'] a[href$='/settings/company']");
        await nina.Page.WaitForURLAsync("**/settings/company");
        await nina.OpenAsync("/t/boulangerie-neuve");
    }

    [GeneratedRegex("/account/sign-up/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
