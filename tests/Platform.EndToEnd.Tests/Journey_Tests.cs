using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>What the product is for, in the browser: two CSV files become a bank file that two people have seen.</summary>
public sealed class Journey_Tests(BrowserFixture browser)
{
    private const string Company = "/t/lefevre";

    [Theory, Databases]
    [Trait("Req", "SEP-03")]
    [Trait("Req", "SEP-04")]
    [Trait("Req", "SEP-05")]
    [Trait("Req", "SEP-06")]
    [Trait("Req", "SEP-07")]
    [Trait("Req", "SEP-08")]
    [Trait("Req", "OPS-06")]
    public async Task Journey_FromCsvToBankFile_NeedsTwoPeople(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var camille = await Person.SignInAsync(browser, host, "camille");
        await camille.LookAsync($"{database}-dashboard");

        await ImportMandatesAsync(camille, database);
        await ImportCollectionsAsync(camille, database);
        var address = await PrepareAsync(camille, database);

        await using var victor = await Person.SignInAsync(browser, host, "victor");
        var file = await ApproveAndDownloadAsync(victor, address, database);
        Encoding.UTF8.GetString(file).ShouldContain("pain.008.001.08");
        await BankFile.ShouldBeValidAsync(file, "pain.008.001.08");
        await HandOverAsync(victor, file, database);
        await PrintNotesAsync(victor, address, database);
        await ShouldStandInTheTrailAsync(host, database);
    }

    private static async Task ImportMandatesAsync(Person camille, TestDatabase database)
    {
        await UploadAsync(camille, "Mandates", "mandates.csv");
        await camille.LookAsync($"{database}-import");
        var wrong = int.Parse(await camille.Page.InnerTextAsync("[data-count=invalid]"));
        wrong.ShouldBeGreaterThan(5);

        // The row without a name is corrected in place; the others are left out.
        var name = camille.Page.Locator("#v-89-DebtorName");
        await name.FillAsync("Hélène Durand");
        await name.Locator("xpath=ancestor::form").Locator("button.btn-primary").ClickAsync();
        await Assertions.Expect(camille.Page.Locator("[data-count=invalid]")).ToHaveTextAsync($"{wrong - 1}");
        await SkipAndConfirmAsync(camille);
    }

    private static async Task ImportCollectionsAsync(Person camille, TestDatabase database)
    {
        await UploadAsync(camille, "Collections", "collections.csv");
        await SkipAndConfirmAsync(camille);
        await camille.LookAsync($"{database}-import-confirmed");
    }

    private static async Task UploadAsync(Person person, string kind, string file)
    {
        await person.OpenAsync($"{Company}/imports");
        await person.Page.SelectOptionAsync("#Kind", kind);
        await person.Page.SetInputFilesAsync("input[type=file]", Path.Combine(TestEnvironment.Root, "etc", "demo", file));
        await person.Page.ClickAsync("#upload-card button.btn-primary");
        await person.Page.WaitForURLAsync("**/imports/*");
        await Assertions.Expect(person.Page.Locator("[data-count=rows]")).ToHaveTextAsync("200");
    }

    private static async Task SkipAndConfirmAsync(Person person)
    {
        await person.Page.ClickAsync("#import-summary button[formaction*=SkipInvalid]");
        await Assertions.Expect(person.Page.Locator("[data-count=invalid]")).ToHaveTextAsync("0");
        await person.Page.ClickAsync("#import-summary button.btn-primary");
        await Assertions.Expect(person.Page.Locator("#import-summary form")).ToHaveCountAsync(0);
    }

    private static async Task<string> PrepareAsync(Person camille, TestDatabase database)
    {
        await camille.OpenAsync($"{Company}/remittances/new");
        await camille.LookAsync($"{database}-remittance-new");
        await camille.Page.ClickAsync("main form button.btn-primary");
        await camille.Page.WaitForURLAsync(u => !u.EndsWith("/new"));
        await camille.LookAsync($"{database}-remittance-draft");
        await ClickIfThereAsync(camille, "form[action*=RemoveErrors] button");
        await ClickIfThereAsync(camille, "form[action*=Acknowledge] button");
        await camille.Page.ClickAsync("form[action*=Submit] button.btn-primary");
        await Assertions.Expect(camille.Page.Locator("form[action*=Submit]")).ToHaveCountAsync(0);
        (await camille.Page.Locator("form[action*=Approve]").CountAsync()).ShouldBe(0, "who prepared it cannot approve it");
        await camille.LookAsync($"{database}-remittance-submitted");
        return new Uri(camille.Page.Url).AbsolutePath;
    }

    private static async Task ClickIfThereAsync(Person person, string button)
    {
        var found = person.Page.Locator(button);
        if (await found.CountAsync() > 0)
        {
            await found.ClickAsync();
            await Assertions.Expect(found).ToHaveCountAsync(0);
        }
    }

    private static async Task<byte[]> ApproveAndDownloadAsync(Person victor, string address, TestDatabase database)
    {
        await victor.OpenAsync(address);
        await victor.LookAsync($"{database}-remittance-review");
        await victor.Page.ClickAsync("form[action*=Approve] button.btn-primary");
        await Assertions.Expect(victor.Page.Locator("form[action*=Approve]")).ToHaveCountAsync(0);
        await victor.LookAsync($"{database}-remittance-approved");
        var download = await victor.Page.RunAndWaitForDownloadAsync(() => victor.Page.ClickAsync("a[href$='/file']"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static async Task HandOverAsync(Person victor, byte[] file, TestDatabase database)
    {
        await victor.Page.ClickAsync("form[action*=HandOver] button.btn-primary");
        await Assertions.Expect(victor.Page.Locator("form[action*=HandOver]")).ToHaveCountAsync(0);
        await victor.LookAsync($"{database}-remittance-handed-over");
        var download = await victor.Page.RunAndWaitForDownloadAsync(() => victor.Page.ClickAsync("a[href$='/package']"));
        using var zip = ZipFile.OpenRead(await download.PathAsync());
        await using var entry = zip.Entries.ShouldHaveSingleItem().Open();
        using var content = new MemoryStream();
        await entry.CopyToAsync(content, TestContext.Current.CancellationToken);
        content.ToArray().ShouldBe(file);
    }

    private static async Task PrintNotesAsync(Person victor, string address, TestDatabase database)
    {
        foreach (var note in new[] { "accompanying-note", "confirmation-note" })
        {
            await victor.Page.ClickAsync($"a[href$='{note}']");
            await victor.Page.WaitForURLAsync($"**/{note}");
            await victor.LookAtBothWidthsAsync($"{database}-{note}");
            await Assertions.Expect(victor.Page.Locator("[data-p-print]")).ToBeVisibleAsync();
            var pdf = await victor.Page.RunAndWaitForDownloadAsync(() => victor.Page.ClickAsync("a[href$='/pdf']"));
            (await File.ReadAllBytesAsync(await pdf.PathAsync()))[..5].ShouldBe("%PDF-"u8.ToArray());
            await victor.OpenAsync(address);
        }

        var orders = await victor.Page.RunAndWaitForDownloadAsync(() => victor.Page.ClickAsync("a[href$='/orders.csv']"));
        orders.SuggestedFilename.ShouldEndWith(".csv");
    }

    private async Task ShouldStandInTheTrailAsync(TestHost host, TestDatabase database)
    {
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await amelie.OpenAsync($"{Company}/audit");
        await amelie.LookAsync($"{database}-audit");
        var trail = await amelie.Page.InnerTextAsync("main");
        trail.ShouldContain("Camille Roux");
        trail.ShouldContain("Victor Marchand");
    }
}
