using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>An administrator takes everything of the company along, without anybody's help.</summary>
public sealed class ExportJourney_Tests(BrowserFixture browser)
{
    private const string Export = "/t/lefevre/settings/export";

    [Theory, Databases]
    [Trait("Req", "TEN-08")]
    public async Task Administrator_FromStartToUnzip_HasEverything(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true, Settings: new Dictionary<string, string> { ["Exports:RowsPerFile"] = "2" }));
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await amelie.OpenAsync("/t/lefevre");
        await amelie.Page.ClickAsync("nav a[href$='/settings/export']");
        await amelie.Page.WaitForURLAsync($"**{Export}");
        await amelie.LookAtBothWidthsAsync($"{database}-export-none");
        await amelie.Page.ClickAsync("form[action*=Start] button");
        await amelie.Page.WaitForSelectorAsync("#p-exports progress");
        await amelie.LookAtBothWidthsAsync($"{database}-export-running");
        // The page finds out by itself, then asks no more.
        await amelie.Page.WaitForSelectorAsync("#p-exports a[href$='/file']", new() { Timeout = 120_000 });
        (await amelie.Page.GetAttributeAsync("#p-exports", "hx-trigger")).ShouldBeNull();
        (await amelie.Page.QuerySelectorAsync("#p-exports progress")).ShouldBeNull();
        await amelie.LookAtBothWidthsAsync($"{database}-export-done");

        var download = await amelie.Page.RunAndWaitForDownloadAsync(() => amelie.Page.ClickAsync("#p-exports a[href$='/file']"));
        download.SuggestedFilename.ShouldStartWith("lefevre-export-");
        await ShouldBeWholeAsync((await download.PathAsync())!);

        await amelie.Page.ClickAsync("form[action*=Delete] button");
        await amelie.Page.WaitForSelectorAsync("#p-exports table", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await amelie.OpenAsync("/t/lefevre/audit");
        (await amelie.Page.ContentAsync()).ShouldContain("Tenancy.Export.");
    }

    private static async Task ShouldBeWholeAsync(string path)
    {
        using (var unzip = Process.Start(new ProcessStartInfo("unzip", ["-tq", path]) { RedirectStandardOutput = true })!)
        {
            var said = await unzip.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await unzip.WaitForExitAsync(TestContext.Current.CancellationToken);
            unzip.ExitCode.ShouldBe(0, said);
        }

        await using var zip = await ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
        await using var manifest = await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var files = (await JsonDocument.ParseAsync(manifest, cancellationToken: TestContext.Current.CancellationToken)).RootElement.GetProperty("files").EnumerateArray().ToList();
        files.Count.ShouldBe(zip.Entries.Count - 2, "all but the manifest and its checksums");
        foreach (var file in files)
        {
            await using var content = await zip.GetEntry(file.GetProperty("path").GetString()!)!.OpenAsync(TestContext.Current.CancellationToken);
            Convert.ToHexStringLower(await SHA256.HashDataAsync(content, TestContext.Current.CancellationToken)).ShouldBe(file.GetProperty("sha256").GetString());
        }
    }
}
