using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Vault;

namespace Platform.Ledger.Tests;

/// <summary>An installation without an accounting package.</summary>
public sealed class NotConfigured_Tests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-ledger-").FullName;
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: new Dictionary<string, string>
    {
        ["Vault:File:Path"] = Path.Combine(_folder, "vault.key"),
        ["Vault:ErasurePath"] = Path.Combine(_folder, "erasure"),
    }));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Page_NotConfigured_SaysSoAndOffersNothing()
    {
        using var browser = await TestBrowser.SignInAsync(_host, Connecting.Camille);
        var page = await browser.OpenAsync(Connecting.Page);
        page.QuerySelector(".p-alert")!.TextContent.ShouldContain("No accounting package is configured");
        page.QuerySelector("#connect").ShouldBeNull();
        page.QuerySelector(".p-empty").ShouldBeNull("nobody is told to connect");
        page.QuerySelectorAll("nav a").ShouldNotContain(a => a.GetAttribute("href") == Connecting.Page);
    }

    [Fact]
    public async Task Callback_NotConfigured_IsNotFound()
    {
        using var browser = await TestBrowser.SignInAsync(_host, Connecting.Camille);
        using var response = await browser.GetAsync("/ledger/callback?code=x&state=y");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Connector_NotConfigured_LeadsNowhere() => await _host.RunAsync(null, null, services =>
    {
        services.GetServices<IConsentConnector>().Single(c => c.Name == "oauth-ledger").ConnectPath.ShouldBeNull();
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Api_UnknownConsent_IsNotFound()
    {
        using var api = _host.CreateClient(DemoPeople.Token("camille"));
        using var response = await api.GetAsync($"/api/t/lefevre/ledger/{Guid.CreateVersion7()}/entries", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("code").GetString().ShouldBe("Platform:NotFound");
    }
}
