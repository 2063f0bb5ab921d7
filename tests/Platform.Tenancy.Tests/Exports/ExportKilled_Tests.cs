using System.Net.Http.Headers;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>A host that dies in the middle of an export: the next one goes on with it.</summary>
[Trait("Req", "TEN-08")]
public sealed class ExportKilled_Tests
{
    private const string Company = "lefevre";

    // So that even the demonstration takes many steps.
    private static readonly Dictionary<string, string> Small = new() { ["Exports:RowsPerFile"] = "2" };

    [Theory, Databases]
    public async Task Export_HostKilledTwice_IsFinishedByTheThird(TestDatabase product)
    {
        await using var database = await KilledDatabase.CreateAsync(product);
        Guid id;
        await using (var first = await StartAsync(database))
        {
            id = (await first.Client.StartExportAsync(Company)).Id;
            await UntilAsync(() => PiecesAsync(database), 6);
            await first.KillAsync();
        }

        var before = await PiecesAsync(database);
        (await database.CountAsync("\"TenancyExports\" WHERE \"FinishedAt\" IS NULL")).ShouldBe(1, "killed before it was done");
        await using (var second = await StartAsync(database))
        {
            await UntilAsync(() => PiecesAsync(database), before + 20);
            await second.KillAsync();
        }

        (await database.CountAsync("\"TenancyExports\" WHERE \"FinishedAt\" IS NULL")).ShouldBe(1, "killed before it was done, again");
        await using var third = await StartAsync(database);
        (await third.Client.FinishExportAsync(Company, id)).State.ShouldBe(ExportState.Done);
        using var export = await third.Client.UnpackAsync(Company, id);
        export.Rows("sepa/mandates").Count.ShouldBe((int)await database.CountAsync("\"SepaMandates\" WHERE \"TenantId\" = (SELECT \"Id\" FROM \"TenancyCompanies\" WHERE \"Slug\" = 'lefevre')"));
        export.Rows("tenancy/companies").ShouldHaveSingleItem();
    }

    private static async Task<HostProcess> StartAsync(KilledDatabase database)
    {
        var host = await HostProcess.StartAsync(database, settings: Small);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", DemoPeople.Token("amelie"));
        return host;
    }

    private static Task<long> PiecesAsync(KilledDatabase database) => database.CountAsync("\"TenancyExportPieces\"");

    private static async Task UntilAsync(Func<Task<long>> count, long enough)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await count() < enough)
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
