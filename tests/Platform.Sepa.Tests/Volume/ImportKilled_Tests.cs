using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A host that dies in the middle of a large import leaves nothing of it, and the next one goes on with the same database.</summary>
[Trait("Req", "SEP-04")]
[Collection(nameof(Measured))]
public sealed class ImportKilled_Tests : IDisposable
{
    private const int Rows = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("platform-killed-").FullName;

    [Theory, Databases]
    public async Task Import_HostKilledWhileStagingAndConfirming_LeavesNothing(TestDatabase product)
    {
        await using var database = await KilledDatabase.CreateAsync(product, _folder);
        await using (var host = await HostProcess.StartAsync(_folder, database))
        {
            var files = ImportFiles();
            await host.KillWhileWritingAsync(database, UploadAsync(host));
            ImportFiles().ShouldBe(files);
            await AssertCountAsync("\"SepaImportBatches\" WHERE \"FileName\" = 'volume.csv'", 0);
            await AssertCountAsync("\"SepaImportRows\" WHERE \"Cells\" LIKE '%VOL-%'", 0);
        }

        await using var next = await HostProcess.StartAsync(_folder, database);
        var import = await UploadAsync(next);
        await AssertCountAsync("\"SepaImportRows\" WHERE \"Cells\" LIKE '%VOL-%'", Rows);
        await next.KillWhileWritingAsync(database, next.Client.PostAsJsonAsync($"/api/t/lefevre/imports/{import}/confirm", new ConfirmImportDto(), TestContext.Current.CancellationToken));
        await AssertCountAsync("\"SepaMandates\" WHERE \"Reference\" LIKE 'VOL-%'", 0);
        await AssertCountAsync("\"SepaImportBatches\" WHERE \"FileName\" = 'volume.csv' AND \"ConfirmedAt\" IS NULL", 1);

        async Task AssertCountAsync(string rows, long expected) => (await database.CountAsync(rows)).ShouldBe(expected, rows);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<Guid> UploadAsync(HostProcess host)
    {
        using var content = new ByteArrayContent(VolumeFiles.Mandates(Rows));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await host.Client.PostAsync("/api/t/lefevre/imports?kind=Mandates&fileName=volume.csv", content);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private List<string> ImportFiles() => !Directory.Exists(Path.Combine(_folder, "blobs"))
        ? []
        : [.. Directory.EnumerateFiles(Path.Combine(_folder, "blobs"), "*.csv", SearchOption.AllDirectories).Order()];
}
