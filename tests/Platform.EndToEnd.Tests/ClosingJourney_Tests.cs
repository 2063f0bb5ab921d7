using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>An administrator exports, closes the account, sees what is left of the company, and takes it back.</summary>
public sealed class ClosingJourney_Tests(BrowserFixture browser)
{
    private const string Closing = "/t/nova/settings/closing";

    [Theory, Databases]
    [Trait("Req", "TEN-09")]
    public async Task Administrator_FromExportToClosingAndBack_SeesWhatHappens(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await amelie.OpenAsync("/t/nova");
        await amelie.Page.ClickAsync("nav a[href$='/settings/closing']");
        await amelie.Page.WaitForURLAsync($"**{Closing}");
        (await amelie.Page.QuerySelectorAsync("form[action*=Close]")).ShouldBeNull("there is no export yet");
        await amelie.LookAtBothWidthsAsync($"{database}-closing-before");
        await amelie.Page.ClickAsync("main a[href$='/settings/export']");
        await amelie.Page.ClickAsync("form[action*=Start] button");
        await amelie.Page.WaitForSelectorAsync("#p-exports a[href$='/file']", new() { Timeout = 120_000 });
        await amelie.OpenAsync(Closing);
        await amelie.Page.FillAsync("[name='Input.Name']", "Atelier");
        await amelie.Page.ClickAsync("form[action*=Close] button");
        await amelie.Page.WaitForSelectorAsync("form[action*=Close] .invalid-feedback, form[action*=Close] [aria-invalid=true]");
        await amelie.Page.FillAsync("[name='Input.Name']", "Atelier Nova SRL");
        await amelie.LookAtBothWidthsAsync($"{database}-closing-ready");
        await amelie.Page.ClickAsync("form[action*=Close] button");
        await amelie.Page.WaitForSelectorAsync("form[action*=TakeBack]");
        await amelie.LookAtBothWidthsAsync($"{database}-closing-closed");
        await amelie.OpenAsync("/t/nova/mandates");
        amelie.Page.Url.ShouldContain(Closing);
        await amelie.OpenAsync("/companies");
        await amelie.LookAtBothWidthsAsync($"{database}-closing-companies");
        await amelie.OpenAsync(Closing);
        await amelie.Page.ClickAsync("form[action*=TakeBack] button");
        await amelie.Page.WaitForSelectorAsync("form[action*=Close]");
        (await amelie.OpenAsync("/t/nova/mandates")).Status.ShouldBe(200);
    }
}
