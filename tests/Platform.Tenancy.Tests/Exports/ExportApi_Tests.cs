using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore;
using Platform.Audit;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>Who may export, with what proof, and what is left behind.</summary>
[Trait("Req", "TEN-08")]
public sealed class ExportApi_Tests(ExportHosts hosts) : IClassFixture<ExportHosts>
{
    private const string Api = "/api/t/lefevre/exports";
    private const string Page = "/t/lefevre/settings/export";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_CompanyOfOthersOrWithoutPermission_AreRefused(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        var export = await amelie.StartExportAsync("lefevre");
        await amelie.FinishExportAsync("lefevre", export.Id);
        using var awa = host.CreateClient(DemoPeople.Token("awa"));
        using var camille = host.CreateClient(DemoPeople.Token("camille"));
        foreach (var (method, path) in new[] { ("GET", ""), ("POST", ""), ("GET", $"/{export.Id}"), ("GET", $"/{export.Id}/file"), ("DELETE", $"/{export.Id}") })
        {
            (await StatusAsync(awa, method, $"{Api}{path}")).ShouldBe(HttpStatusCode.NotFound, $"stranger: {method} {path}");
            (await StatusAsync(camille, method, $"{Api}{path}")).ShouldBe(HttpStatusCode.Forbidden, $"bookkeeper: {method} {path}");
            if (path.Length > 0)
                (await StatusAsync(amelie, method, $"/api/t/nova/exports{path}")).ShouldBe(HttpStatusCode.NotFound, $"another company of hers: {method} {path}");
        }

        (await StatusAsync(amelie, "GET", $"{Api}/{export.Id}/file")).ShouldBe(HttpStatusCode.OK, "nobody removed it");
    }

    [Fact]
    public async Task Permission_OfExports_NoFirmCanBeGranted()
    {
        var host = (await hosts.GetAsync(TestDatabase.Sqlite)).Host;
        host.Services.GetRequiredService<EngagementKindCatalog>().All.ShouldNotBeEmpty();
        host.Services.GetRequiredService<EngagementKindCatalog>().All.ShouldAllBe(k => !k.Scopes.Contains(TenancyPermissions.Exports));
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task StartAndDownload_LongAfterSignIn_AskForAFreshProof(TestDatabase database)
    {
        var (host, clock) = await hosts.GetAsync(database);
        using var api = host.CreateClient(DemoPeople.Token("amelie"));
        var export = await api.StartExportAsync("lefevre");
        await api.FinishExportAsync("lefevre", export.Id);
        using var browser = await TestBrowser.SignInAsync(host, DemoPeople.Email("amelie"));
        using (var fresh = await browser.GetAsync($"{Page}/{export.Id}/file"))
            fresh.StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromMinutes(11));
        var confirmation = $"/account/confirm?returnUrl={Uri.EscapeDataString(Page)}";
        using (var stale = await browser.GetAsync($"{Page}/{export.Id}/file"))
            stale.Headers.Location!.ToString().ShouldBe(confirmation);
        using (var stale = await browser.SubmitAsync(Page, "form[action*=Start]"))
            stale.Headers.Location!.ToString().ShouldBe(confirmation);
        (await ListAsync(api)).ShouldAllBe(e => e.State != ExportState.Running, "none was started");
    }

    [Theory, Databases]
    public async Task Start_WhileOneRuns_AnswersThatOne(TestDatabase database)
    {
        var (host, clock) = await hosts.GetAsync(database);
        var (company, amelie) = (await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));
        // Nobody works on it: its job was given up.
        var running = await host.RunAsync(company, amelie, s => Task.FromResult(s.GetRequiredService<TenancyDbContext>().Exports.Add(new CompanyExport(amelie.Id, "Amélie", clock.GetUtcNow().UtcDateTime)).Entity.Id));
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        (await client.StartExportAsync("nova")).Id.ShouldBe(running);
        (await client.GetExportAsync("nova", running)).Percent.ShouldBe(0);
        clock.Advance(TimeSpan.FromMinutes(11));
        (await client.StartExportAsync("nova")).Id.ShouldBe(running);
        (await client.FinishExportAsync("nova", running)).Percent.ShouldBe(100, "it goes on where it stood still");
        (await client.StartExportAsync("nova")).Id.ShouldNotBe(running);
    }

    [Theory, Databases]
    public async Task Download_InRanges_GivesTheSameZip(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        var export = await client.StartExportAsync("lefevre");
        var size = (await client.FinishExportAsync("lefevre", export.Id)).Size;
        var file = new Uri($"{Api}/{export.Id}/file", UriKind.Relative);
        var whole = await client.GetByteArrayAsync(file, Cancelled);
        whole.LongLength.ShouldBe(size);
        var joined = new MemoryStream();
        for (var from = 0L; from < size; from += (size / 7) + 1)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { Range = new RangeHeaderValue(from, Math.Min(size - 1, from + (size / 7))) } };
            using var part = await client.SendAsync(request, Cancelled);
            part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
            part.Headers.ETag!.IsWeak.ShouldBeFalse();
            await part.Content.CopyToAsync(joined, Cancelled);
        }

        joined.ToArray().ShouldBe(whole);
        using var zip = new ZipArchive(new MemoryStream(whole));
        zip.Entries.ShouldContain(e => e.FullName == "manifest.json");
    }

    [Theory, Databases]
    [Trait("Req", "OPS-02")]
    public async Task Export_FromStartToRemoval_IsInTheTrailAndToldToWhoStartedIt(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        var export = await client.StartExportAsync("lefevre");
        await client.FinishExportAsync("lefevre", export.Id);
        await client.GetByteArrayAsync(new Uri($"{Api}/{export.Id}/file", UriKind.Relative), Cancelled);
        (await StatusAsync(client, "DELETE", $"{Api}/{export.Id}")).ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(client, "GET", $"{Api}/{export.Id}/file")).ShouldBe(HttpStatusCode.NotFound);
        var trail = await client.GetFromJsonAsync<PagedResult<AuditEntryDto>>($"/api/t/lefevre/audit?entityId={export.Id}", Cancelled);
        trail!.Items.Select(e => e.Action).ShouldBe(["Tenancy.Export.Removed", "Tenancy.Export.Downloaded", "Tenancy.Export.Started"], ignoreOrder: true);
        (await client.GetStringAsync(new Uri("/api/t/lefevre/notifications", UriKind.Relative), Cancelled)).ShouldContain("settings/export");
        await EventuallyAsync(async () => await BlobsAsync(host, export.Id) == 0);
    }

    [Theory, Databases]
    public async Task Exports_AfterAWeekOrWithoutAnExport_AreRemovedByTheWorker(TestDatabase database)
    {
        var (host, clock) = await hosts.GetAsync(database);
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        var export = await client.StartExportAsync("lefevre");
        (await client.FinishExportAsync("lefevre", export.Id)).ExpiresAt.ShouldNotBeNull();
        var (company, stray) = (await host.CompanyAsync("lefevre"), Guid.CreateVersion7());
        await host.RunAsync(company, null, s => s.GetRequiredService<IBlobContainer>().SaveAsync($"exports/{stray:N}/{stray:N}", f => f.WriteAsync(new byte[3]).AsTask()));
        await host.RunAsync(company, null, s => s.GetRequiredService<ExportRemoval>().CleanUpAsync(Cancelled));
        (await BlobsAsync(host, stray)).ShouldBe(0);
        (await BlobsAsync(host, export.Id)).ShouldBeGreaterThan(0, "it is a day old at most");
        clock.Advance(TimeSpan.FromDays(ExportLimits.Days));
        await host.RunAsync(company, null, s => s.GetRequiredService<ExportRemoval>().CleanUpAsync(Cancelled));
        (await ListAsync(client)).ShouldNotContain(e => e.Id == export.Id);
        await EventuallyAsync(async () => await BlobsAsync(host, export.Id) == 0);
    }

    private static async Task<ExportDto[]> ListAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<ExportDto[]>(Api, new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } }, Cancelled))!;

    private static async Task<int> BlobsAsync(TestHost host, Guid id) => await host.RunAsync(
        await host.CompanyAsync("lefevre"), null, s => s.GetRequiredService<IBlobContainer>().ListAsync($"exports/{id:N}", Cancelled).CountAsync(Cancelled).AsTask());

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await holds())
            await timer.WaitForNextTickAsync(limit.Token);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }
}
