using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Sepa.Tests;

/// <summary>A host that dies in the middle of a large import leaves nothing of it, and the next one goes on with the same database.</summary>
[Trait("Req", "SEP-04")]
[Collection(nameof(Measured))]
public sealed class ImportKilled_Tests : IDisposable
{
    private const int Rows = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("platform-killed-").FullName;

    [Fact]
    public async Task Import_HostKilledWhileStagingAndConfirming_LeavesNothing()
    {
        await using (var host = await HostProcess.StartAsync(_folder))
        {
            var files = ImportFiles();
            await host.KillWhileWritingAsync(_folder, UploadAsync(host));
            ImportFiles().ShouldBe(files);
            await AssertCountAsync("SepaImportBatches WHERE FileName = 'volume.csv'", 0);
            await AssertCountAsync("SepaImportRows WHERE Cells LIKE '%VOL-%'", 0);
        }

        await using var next = await HostProcess.StartAsync(_folder);
        var import = await UploadAsync(next);
        await AssertCountAsync("SepaImportRows WHERE Cells LIKE '%VOL-%'", Rows);
        await next.KillWhileWritingAsync(_folder, next.Client.PostAsJsonAsync($"/api/t/lefevre/imports/{import}/confirm", new ConfirmImportDto(), TestContext.Current.CancellationToken));
        await AssertCountAsync("SepaMandates WHERE Reference LIKE 'VOL-%'", 0);
        await AssertCountAsync("SepaImportBatches WHERE FileName = 'volume.csv' AND ConfirmedAt IS NULL", 1);
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

    private async Task AssertCountAsync(string rows, long expected) => (await HostProcess.CountAsync(_folder, rows)).ShouldBe(expected, rows);

    private List<string> ImportFiles() => !Directory.Exists(Path.Combine(_folder, "blobs"))
        ? []
        : [.. Directory.EnumerateFiles(Path.Combine(_folder, "blobs"), "*.csv", SearchOption.AllDirectories).Order()];
}
