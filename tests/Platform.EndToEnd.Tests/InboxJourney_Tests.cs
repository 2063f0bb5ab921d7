using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Platform.TestBase;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>A bookkeeper drops files, loses the connection, goes on, meets a duplicate, and looks at what arrived.</summary>
[Trait("Req", "ACC-04")]
public sealed class InboxJourney_Tests(BrowserFixture browser) : IDisposable
{
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("platform-inbox-");

    [Fact]
    public async Task Upload_Interrupted_GoesOnAfterTheReload()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));
        await using var camille = await Person.SignInAsync(browser, host, "camille");
        await camille.OpenAsync("/preferences/culture?culture=en&returnUrl=%2Ft%2Flefevre%2Finbox");
        await camille.LookAtBothWidthsAsync("inbox-empty");
        var large = FileOf("large.bin", RandomNumberGenerator.GetBytes((2 * 4 * 1024 * 1024) + 1));
        await camille.Page.RouteAsync(url => url.EndsWith("?offset=4194304", StringComparison.Ordinal), route => route.FulfillAsync(new() { Status = 429 }));
        await camille.Page.SetInputFilesAsync("[data-a-files]", large);
        await Assertions.Expect(State(camille)).ToContainTextAsync("No connection", new() { Timeout = 30_000 });
        camille.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await camille.Page.ReloadAsync();
        await Assertions.Expect(State(camille)).ToContainTextAsync("Interrupted");
        await camille.LookAtBothWidthsAsync("inbox-interrupted");
        await camille.Page.UnrouteAllAsync();
        var repeated = false;
        camille.Page.Request += (_, request) => repeated |= request.Url.EndsWith("?offset=0", StringComparison.Ordinal);
        await camille.Page.SetInputFilesAsync("[data-a-files]", large);
        await Assertions.Expect(State(camille)).ToHaveTextAsync("Done", new() { Timeout = 30_000 });
        Assert.False(repeated, "the first chunk was not sent again");
        await Assertions.Expect(camille.Page.Locator("#document-list tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Documents_OfAllKinds_AreUploadedShownAndSorted()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));
        await using var camille = await Person.SignInAsync(browser, host, "camille");
        await camille.OpenAsync("/preferences/culture?culture=en&returnUrl=%2Ft%2Flefevre%2Finbox");
        await camille.Page.SetInputFilesAsync("[data-a-files]", [FileOf("invoice.pdf", Pdf()), FileOf("note.txt", "Total <b>12,50</b>"u8.ToArray()), FileOf("copy.txt", "Total <b>12,50</b>"u8.ToArray())]);
        await Assertions.Expect(camille.Page.Locator(".a-upload-state").Nth(2)).ToContainTextAsync("Duplicate", new() { Timeout = 30_000 });
        await camille.LookAtBothWidthsAsync("inbox-duplicate");
        await camille.Page.GetByRole(AriaRole.Button, new() { Name = "Keep both" }).ClickAsync();
        await Assertions.Expect(camille.Page.Locator("#document-list tbody tr")).ToHaveCountAsync(3);
        await SortAsync(camille);
        await ShowAsync(camille, "note.txt", ".a-text");
        await ShowAsync(camille, "invoice.pdf", "iframe.a-frame");
        await camille.Page.GetByRole(AriaRole.Button, new() { Name = "Move to the trash" }).ClickAsync();
        await Assertions.Expect(camille.Page.Locator("h1")).ToHaveTextAsync("copy.txt");
        await camille.OpenAsync("/t/lefevre/inbox/trash");
        await camille.LookAtBothWidthsAsync("inbox-trash");
    }

    public void Dispose() => _files.Delete(recursive: true);

    private static ILocator State(Person person) => person.Page.Locator(".a-upload-state");

    private static async Task SortAsync(Person camille)
    {
        await camille.Page.CheckAsync("[data-p-all]");
        await camille.LookAtBothWidthsAsync("inbox-chosen");
        await camille.Page.SelectOptionAsync("[name=newType]", "Contract");
        await camille.Page.ClickAsync("button[formaction*='handler=Type']");
        await Assertions.Expect(camille.Page.Locator("#document-list")).ToContainTextAsync("Contract");
    }

    private static async Task ShowAsync(Person camille, string name, string preview)
    {
        await camille.OpenAsync("/t/lefevre/inbox");
        await camille.Page.ClickAsync($"#document-list a:text-is('{name}')");
        await Assertions.Expect(camille.Page.Locator(preview)).ToBeVisibleAsync();
        await camille.LookAtBothWidthsAsync($"inbox-{name}");
    }

    private string FileOf(string name, byte[] content)
    {
        var path = Path.Combine(_files.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static byte[] Pdf() => Encoding.ASCII.GetBytes(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
        4 0 obj<</Length 44>>stream
        BT /F1 24 Tf 40 100 Td (Invoice 2026-11) Tj ET
        endstream endobj
        trailer<</Root 1 0 R>>
        """);
}
