using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Limits of a role, rights lent for a holiday, and the alert about a new browser.</summary>
[Trait("Req", "IDN-09")]
[Trait("Req", "IDN-16")]
public sealed class RightsJourney_Tests(BrowserFixture browser)
{
    [Theory]
    [InlineData(TestDatabase.Sqlite, "en")]
    [InlineData(TestDatabase.PostgreSql, "fr")]
    public async Task Journey_LimitThenLend_IsSeenByWhomItConcerns(TestDatabase database, string language)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var person = await Person.SignInAsync(browser, host, "victor");
        await person.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Ft%2Flefevre%2Fdelegations");
        await person.Page.SelectOptionAsync("#ToUserId", new SelectOptionValue { Index = 1 });
        await person.Page.PressAsync("#Until", "Enter");
        await Assertions.Expect(person.Page.Locator(".p-error").First).ToBeVisibleAsync();
        await person.LookAtBothWidthsAsync($"{language}-delegation-refused");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await person.Page.FillAsync("#From", $"{today:yyyy-MM-dd}");
        await person.Page.FillAsync("#Until", $"{today.AddDays(14):yyyy-MM-dd}");
        await person.Page.CheckAsync("#choice-Sepa-Remittances-Approve");
        await person.Page.PressAsync("#Until", "Enter");
        await Assertions.Expect(person.Page.Locator(".i-line")).ToHaveCountAsync(1);
        await person.LookAtBothWidthsAsync($"{language}-delegation");
        await person.Page.ClickAsync(".i-line button");
        await Assertions.Expect(person.Page.Locator(".i-line button")).ToHaveCountAsync(0);

        await using var administrator = await Person.SignInAsync(browser, host, "amelie");
        await administrator.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Ft%2Flefevre%2Froles");
        await administrator.Page.Locator("a[href*='/roles/']:not([href$='/new'])").Nth(2).ClickAsync();
        await administrator.Page.FillAsync("#limit-Sepa-RemittanceAmount", "5000");
        await administrator.Page.CheckAsync("#limit-Sepa-CreditorAccounts");
        await administrator.LookAtBothWidthsAsync($"{language}-role-limits");
        await administrator.Page.PressAsync("#limit-Sepa-RemittanceAmount", "Enter");
        await Assertions.Expect(administrator.Page.Locator("#limit-Sepa-CreditorAccounts")).ToBeCheckedAsync();
        (await administrator.Page.InputValueAsync("#limit-Sepa-RemittanceAmount")).ShouldBe("5000");

        await using var elsewhere = await Person.SignInAsync(browser, host, "victor");
        await administrator.OpenAsync("/t/lefevre/security/alerts");
        await administrator.LookAtBothWidthsAsync($"{language}-alerts");
        await administrator.Page.ClickAsync(".i-line button");
        await Assertions.Expect(administrator.Page.Locator(".i-line button")).ToHaveCountAsync(0);
    }
}
