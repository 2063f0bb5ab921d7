using Microsoft.Extensions.DependencyInjection;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-08")]
public sealed class ConsentConnectors_Tests
{
    [Theory, Databases(TestDatabase.Sqlite)]
    public async Task Pages_RegisteredConnector_ShowItsNameAndWhereToConnect(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, s => s.AddScoped<IConsentConnector, TestLedger>()));
        using var camille = await TestBrowser.SignInAsync(host, "camille@lefevre.example");
        const string connect = "a[href='/t/lefevre/ledger/connect']";
        (await camille.OpenAsync("/t/lefevre/consents")).QuerySelector($"#consent-list .p-empty {connect}")!.TextContent.ShouldContain("Connect “Vault”");
        var expired = await Consents.GiveAsync(host, "camille", validUntil: TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1));
        var row = (await camille.OpenAsync("/t/lefevre/consents")).QuerySelector($"tr[data-consent='{expired}']")!;
        row.QuerySelector("td")!.TextContent.ShouldBe("Vault", "the connector's own name");
        row.QuerySelector(connect)!.TextContent.ShouldBe("Connect again");
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        (await amelie.OpenAsync($"/t/lefevre/consents/{expired}")).QuerySelector(".p-alert")!.TextContent.ShouldContain("Only Camille Roux can connect again");
    }
}
