using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A host that dies in the middle of a large import leaves nothing of it, and the next one goes on with the same database.</summary>
[Trait("Req", "SEP-04")]
[Collection(nameof(Measured))]
public sealed class ImportKilled_Tests
{
    private const int Rows = 100_000;

    [Theory, Databases]
    public async Task Import_HostKilledWhileStagingAndConfirming_LeavesNothing(TestDatabase product)
    {
        await using var database = await KilledDatabase.CreateAsync(product);
        await using (var host = await HostProcess.StartAsync(database))
        {
            var files = ImportFiles(database);
            await KillWhileWritingAsync(host, database, UploadAsync(host));
            ImportFiles(database).ShouldBe(files);
            await AssertCountAsync("\"SepaImportBatches\" WHERE \"FileName\" = 'volume.csv'", 0);
            await AssertCountAsync("\"SepaImportRows\" WHERE \"Cells\" LIKE '%VOL-%'", 0);
        }

        await using var next = await HostProcess.StartAsync(database);
        var import = await UploadAsync(next);
        await AssertCountAsync("\"SepaImportRows\" WHERE \"Cells\" LIKE '%VOL-%'", Rows);
        var confirm = new Uri($"/api/t/lefevre/imports/{import}/confirm", UriKind.Relative);
        await KillWhileWritingAsync(next, database, next.Client.PostAsJsonAsync(confirm, new ConfirmImportDto(), TestContext.Current.CancellationToken));
        await AssertCountAsync("\"SepaMandates\" WHERE \"Reference\" LIKE 'VOL-%'", 0);
        await AssertCountAsync("\"SepaImportBatches\" WHERE \"FileName\" = 'volume.csv' AND \"ConfirmedAt\" IS NULL", 1);

        async Task AssertCountAsync(string rows, long expected) => (await database.CountAsync(rows)).ShouldBe(expected, rows);
    }

    // Not before its uncommitted rows have reached the database.
    private static async Task KillWhileWritingAsync(HostProcess host, KilledDatabase database, Task request)
    {
        var before = await SizeAsync();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await SizeAsync() < before + 4 * 1024 * 1024 && await timer.WaitForNextTickAsync())
            request.IsCompleted.ShouldBeFalse("The request ended before it could be interrupted.");
        await host.KillAsync();
        await Should.ThrowAsync<HttpRequestException>(request);

        Task<long> SizeAsync() => database.SizeAsync("SepaImportRows", "SepaMandates");
    }

    private static async Task<Guid> UploadAsync(HostProcess host)
    {
        using var content = new ByteArrayContent(VolumeFiles.Mandates(Rows));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await host.Client.PostAsync("/api/t/lefevre/imports?kind=Mandates&fileName=volume.csv", content);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private static List<string> ImportFiles(KilledDatabase database) => !Directory.Exists(database.Settings["Blobs:Path"])
        ? []
        : [.. Directory.EnumerateFiles(database.Settings["Blobs:Path"], "*.csv", SearchOption.AllDirectories).Order()];
}
