using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>An administrator connects the accounting package, looks how it goes, and disconnects it.</summary>
public sealed class ConnectorJourney_Tests(BrowserFixture browser)
{
    [Theory, Databases]
    [Trait("Req", "ACC-08")]
    public async Task Package_ConnectedAndDisconnected_SaysHowItGoes(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("platform-connector-").FullName;
        await using (var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true, Settings: new Dictionary<string, string> { ["Accounting:ConnectorFolder"] = folder })))
        {
            await using var amelie = await Person.SignInAsync(browser, host, "amelie");
            await amelie.OpenAsync("/t/lefevre/settings/accounting");
            await amelie.Page.ClickAsync("main a[href$='/settings/accounting/connector']");
            await amelie.Page.WaitForURLAsync("**/connector");
            await amelie.LookAtBothWidthsAsync($"{database}-connector-choose");
            await amelie.Page.ClickAsync("form[action*=Connect] button");
            await amelie.Page.WaitForSelectorAsync("form[action*=Disconnect] button");
            await amelie.LookAtBothWidthsAsync($"{database}-connector-on");
            await amelie.Page.ClickAsync("form[action*=Disconnect] button");
            await amelie.Page.WaitForSelectorAsync("form[action*=Connect] button");
            (await amelie.Page.Locator("form[action*=Disconnect]").CountAsync()).ShouldBe(0);
        }

        Directory.Delete(folder, recursive: true);
    }
}
