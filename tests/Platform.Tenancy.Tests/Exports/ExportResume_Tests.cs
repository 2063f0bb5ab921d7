using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>Steps of an export that come to nothing are done again: the zip is the same as without.</summary>
[Trait("Req", "TEN-08")]
public sealed class ExportResume_Tests
{
    private const int RowsPerFile = 4;
    private const string Company = "lefevre";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Steps_EachLostOnceBeforeItsCommit_GiveTheSameExport(TestDatabase database)
    {
        var (host, clock) = await ExportHost.StartAsync(database, new Dictionary<string, string> { ["Exports:RowsPerFile"] = $"{RowsPerFile}" });
        await using var own = host;
        var (company, amelie) = (await host.CompanyAsync(Company), await host.PersonAsync("amelie"));
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        using var plain = await client.ExportAsync(Company);
        // By hand, without a job.
        var id = await host.RunAsync(company, amelie, s => Task.FromResult(s.GetRequiredService<TenancyDbContext>().Exports.Add(new CompanyExport(amelie.Id, "Amélie", clock.GetUtcNow().UtcDateTime)).Entity.Id));
        var steps = 0;
        do
        {
            await LoseStepAsync(host, company, id);
            steps++;
        }
        while (await host.RunAsync(company, amelie, s => s.GetRequiredService<ExportRun>().StepAsync(id, Cancelled)));
        steps.ShouldBeGreaterThan(20);
        using var resumed = await client.UnpackAsync(Company, id);
        resumed.Files.ShouldContain(f => f.EndsWith("-2.csv"), "large tables come in several files");
        foreach (var table in plain.Tables.Where(t => t is not ("audit/entries" or "notifications/notifications" or "tenancy/exports")))
            resumed.Rows(table).Select(Text).ShouldBe(plain.Rows(table).Select(Text), table);
        Contents(resumed).ShouldBe(Contents(plain), ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task Blob_GoneSinceItWasPlanned_IsNamedByTheManifest(TestDatabase database)
    {
        var (host, clock) = await ExportHost.StartAsync(database);
        await using var own = host;
        var (company, amelie) = (await host.CompanyAsync(Company), await host.PersonAsync("amelie"));
        var blob = $"strays/{Guid.CreateVersion7():N}";
        await host.RunAsync(company, null, s => s.GetRequiredService<IBlobContainer>().SaveAsync(blob, f => f.WriteAsync(new byte[3]).AsTask()));
        var id = await host.RunAsync(company, amelie, s => Task.FromResult(s.GetRequiredService<TenancyDbContext>().Exports.Add(new CompanyExport(amelie.Id, "Amélie", clock.GetUtcNow().UtcDateTime)).Entity.Id));
        (await StepAsync()).ShouldBeTrue();
        await host.RunAsync(company, null, s => s.GetRequiredService<IBlobContainer>().DeleteAsync(blob));
        while (await StepAsync())
            (await host.RunAsync(company, null, s => s.GetRequiredService<TenancyDbContext>().Exports.SingleAsync(e => e.Id == id))).Percent.ShouldBeInRange(0, 99);
        using var client = host.CreateClient(DemoPeople.Token("amelie"));
        using var export = await client.UnpackAsync(Company, id);
        export.Manifest.GetProperty("goneMeanwhile").EnumerateArray().Select(f => f.GetString()).ShouldBe([$"other-files/{blob}"]);

        Task<bool> StepAsync() => host.RunAsync(company, amelie, s => s.GetRequiredService<ExportRun>().StepAsync(id, Cancelled));
    }

    // The host dies when all is written and nothing committed: blobs stay, rows do not.
    private static async Task LoseStepAsync(TestHost host, TenantInfo company, Guid id)
    {
        await using var scope = host.Services.CreateAsyncScope();
        using var current = host.Services.GetRequiredService<ICurrentTenant>().Change(company);
        var services = scope.ServiceProvider;
        var export = await services.GetRequiredService<TenancyDbContext>().Exports.SingleAsync(e => e.Id == id);
        await (export.Stage switch
        {
            ExportStage.Planning => services.GetRequiredService<ExportPlanning>().RunAsync(export, Cancelled),
            ExportStage.Records => services.GetRequiredService<ExportRecords>().RunAsync(export, Cancelled),
            ExportStage.Files => services.GetRequiredService<ExportBlobs>().RunAsync(export, Cancelled),
            _ => services.GetRequiredService<ExportClosing>().RunAsync(export, Cancelled),
        });
    }

    private static string Text(JsonElement row) => row.GetRawText();

    // Documents and bank files by what is in them: a number may differ.
    private static IEnumerable<string> Contents(Unpacked export) => export.Manifest.GetProperty("files").EnumerateArray()
        .Where(f => !f.TryGetProperty("rows", out _)).Select(f => f.GetProperty("sha256").GetString()!);
}
