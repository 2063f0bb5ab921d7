using System.Text;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>An invoice is paid: one person enters the transfer, another approves it, the bank's file is valid.</summary>
public sealed class TransferJourney_Tests(BrowserFixture browser)
{
    private const string Company = "/t/lefevre";

    [Fact]
    [Trait("Req", "SEP-03")]
    [Trait("Req", "SEP-05")]
    [Trait("Req", "SEP-06")]
    [Trait("Req", "OPS-06")]
    public async Task Journey_FromInvoiceToBankFile_NeedsTwoPeople()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));
        await using var camille = await Person.SignInAsync(browser, host, "camille");
        await EnterAsync(camille);
        var address = await PrepareAsync(camille);
        await using var victor = await Person.SignInAsync(browser, host, "victor");
        var file = await ApproveAndDownloadAsync(victor, address);
        Encoding.UTF8.GetString(file).ShouldContain("Ferme du Val");
        await BankFile.ShouldBeValidAsync(file, "pain.001.001.09");
    }

    private static async Task EnterAsync(Person camille)
    {
        await camille.OpenAsync($"{Company}/transfers/new");
        await camille.Page.FillAsync("#Input_CreditorName", "Ferme du Val");
        await camille.Page.FillAsync("#Input_CreditorIban", "FR76 1695 8230 0400 0966 8127 477");
        await camille.Page.FillAsync("#Input_Amount", "84,50");
        await camille.Page.FillAsync("#Input_InvoiceNumber", "FV-2026-118");
        await camille.Page.ClickAsync("main form button.btn-primary");
        await Assertions.Expect(camille.Page.Locator("#Input_CreditorIban-error")).ToContainTextAsync("clé de contrôle");
        await camille.LookAsync("transfer-error");
        await camille.Page.FillAsync("#Input_CreditorIban", "FR76 1695 8230 0400 0966 8127 476");
        await camille.Page.ClickAsync("main form button.btn-primary");
        await camille.Page.WaitForURLAsync("**/transfers");
        await Assertions.Expect(camille.Page.Locator("#transfer-list")).ToContainTextAsync("Ferme du Val");
        await camille.LookAsync("transfers");
    }

    private static async Task<string> PrepareAsync(Person camille)
    {
        await camille.Page.ClickAsync("a[href*='remittances/new']");
        await Assertions.Expect(camille.Page.Locator("#Input_Scheme")).ToHaveValueAsync("Sct");
        await camille.Page.ClickAsync("main form button.btn-primary");
        await camille.Page.WaitForURLAsync(u => !u.Contains("/new", StringComparison.Ordinal));
        await camille.LookAsync("transfer-draft");
        await camille.Page.ClickAsync("form[action*=Acknowledge] button");
        await camille.Page.ClickAsync("form[action*=Submit] button.btn-primary");
        await Assertions.Expect(camille.Page.Locator("form[action*=Submit]")).ToHaveCountAsync(0);
        (await camille.Page.Locator("form[action*=Approve]").CountAsync()).ShouldBe(0, "who prepared it cannot approve it");
        return new Uri(camille.Page.Url).AbsolutePath;
    }

    private static async Task<byte[]> ApproveAndDownloadAsync(Person victor, string address)
    {
        await victor.OpenAsync(address);
        await victor.LookAsync("transfer-review");
        await victor.Page.ClickAsync("form[action*=Approve] button.btn-primary");
        await Assertions.Expect(victor.Page.Locator("form[action*=Approve]")).ToHaveCountAsync(0);
        await victor.LookAsync("transfer-approved");
        var download = await victor.Page.RunAndWaitForDownloadAsync(() => victor.Page.ClickAsync("a[href$='/file']"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
