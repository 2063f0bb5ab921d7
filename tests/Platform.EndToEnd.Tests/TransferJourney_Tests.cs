using System.Text;
using System.Xml.Linq;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>An invoice is paid: one person enters the transfer, another approves, signs and hands it over; the bank refuses it.</summary>
public sealed class TransferJourney_Tests(BrowserFixture browser)
{
    private const string Company = "/t/lefevre";

    [Theory]
    [InlineData("fr", "84,50", "clé de contrôle")]
    [InlineData("en", "84.50", "check digits")]
    [Trait("Req", "SEP-03")]
    [Trait("Req", "SEP-05")]
    [Trait("Req", "SEP-06")]
    [Trait("Req", "SEP-09")]
    [Trait("Req", "SEP-11")]
    [Trait("Req", "OPS-06")]
    public async Task Journey_FromInvoiceToTheBanksAnswer_NeedsTwoPeople(string language, string amount, string wrongDigits)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));
        await using var camille = await SignInAsync(host, "camille", language);
        await EnterAsync(camille, language, amount, wrongDigits);
        var address = await PrepareAsync(camille, language);
        await using var victor = await SignInAsync(host, "victor", language);
        var file = await ApproveAndDownloadAsync(victor, address, language);
        Encoding.UTF8.GetString(file).ShouldContain("Ferme du Val");
        await BankFile.ShouldBeValidAsync(file, "pain.001.001.09");
        await SignAndHandOverAsync(victor, address, language);
        await AnswerAsync(camille, address, file, language);
    }

    private async Task<Person> SignInAsync(TestHost host, string name, string language)
    {
        var person = await Person.SignInAsync(browser, host, name);
        await person.OpenAsync($"/preferences/culture?culture={language}&returnUrl=%2Ft%2Flefevre");
        return person;
    }

    private static async Task EnterAsync(Person camille, string language, string amount, string wrongDigits)
    {
        await camille.OpenAsync($"{Company}/transfers/new");
        await camille.Page.FillAsync("#Input_CreditorName", "Ferme du Val");
        await camille.Page.FillAsync("#Input_CreditorIban", "FR76 1695 8230 0400 0966 8127 477");
        await camille.Page.FillAsync("#Input_Amount", amount);
        await camille.Page.FillAsync("#Input_InvoiceNumber", "FV-2026-118");
        await camille.Page.ClickAsync("main form button.btn-primary");
        await Assertions.Expect(camille.Page.Locator("#Input_CreditorIban-error")).ToContainTextAsync(wrongDigits);
        await camille.LookAtBothWidthsAsync($"{language}-transfer-error");
        await camille.Page.FillAsync("#Input_CreditorIban", "FR76 1695 8230 0400 0966 8127 476");
        await camille.Page.ClickAsync("main form button.btn-primary");
        await camille.Page.WaitForURLAsync("**/transfers");
        await Assertions.Expect(camille.Page.Locator("#transfer-list")).ToContainTextAsync("Ferme du Val");
        await camille.LookAtBothWidthsAsync($"{language}-transfers");
    }

    private static async Task<string> PrepareAsync(Person camille, string language)
    {
        await camille.Page.ClickAsync("a[href*='remittances/new']");
        await Assertions.Expect(camille.Page.Locator("#Input_Scheme")).ToHaveValueAsync("Sct");
        await camille.Page.ClickAsync("main form button.btn-primary");
        await camille.Page.WaitForURLAsync(u => !u.Contains("/new", StringComparison.Ordinal));
        await camille.LookAtBothWidthsAsync($"{language}-transfer-draft");
        await camille.Page.ClickAsync("form[action*=Acknowledge] button");
        await camille.Page.ClickAsync("form[action*=Submit] button.btn-primary");
        await Assertions.Expect(camille.Page.Locator("form[action*=Submit]")).ToHaveCountAsync(0);
        (await camille.Page.Locator("form[action*=Approve]").CountAsync()).ShouldBe(0, "who prepared it cannot approve it");
        return new Uri(camille.Page.Url).AbsolutePath;
    }

    private static async Task<byte[]> ApproveAndDownloadAsync(Person victor, string address, string language)
    {
        await victor.OpenAsync(address);
        await victor.LookAtBothWidthsAsync($"{language}-transfer-review");
        await victor.Page.ClickAsync("form[action*=Approve] button.btn-primary");
        await Assertions.Expect(victor.Page.Locator("form[action*=Approve]")).ToHaveCountAsync(0);
        await victor.LookAtBothWidthsAsync($"{language}-transfer-approved");
        var download = await victor.Page.RunAndWaitForDownloadAsync(() => victor.Page.ClickAsync("a[href$='/file']"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static async Task SignAndHandOverAsync(Person victor, string address, string language)
    {
        var recovery = await SecondFactorJourney_Tests.SetUpAsync(victor, "victor");
        await victor.OpenAsync($"{Company}/signing");
        await victor.Page.ClickAsync("form[action*=Demonstration] button");
        await victor.LookAtBothWidthsAsync($"{language}-transfer-certificate");
        await victor.OpenAsync(address);
        await victor.Page.ClickAsync("form[action*=Sign] button.btn-primary");
        await victor.LookAtBothWidthsAsync($"{language}-transfer-unconfirmed");
        await victor.Page.ClickAsync("a[href*='account/confirm']");
        await victor.Page.FillAsync("#Proof", recovery);
        await victor.Page.PressAsync("#Proof", "Enter");
        await victor.Page.ClickAsync("form[action*=Sign] button.btn-primary");
        await Assertions.Expect(victor.Page.Locator("a[href*='/signatures/']")).ToHaveCountAsync(1);
        await victor.LookAtBothWidthsAsync($"{language}-transfer-signed");
        await victor.Page.ClickAsync("form[action*=HandOver] button.btn-primary");
        await Assertions.Expect(victor.Page.Locator("form[action*=HandOver]")).ToHaveCountAsync(0);
        await victor.LookAtBothWidthsAsync($"{language}-transfer-handed-over");
    }

    private static async Task AnswerAsync(Person camille, string address, byte[] file, string language)
    {
        var sent = XDocument.Parse(Encoding.UTF8.GetString(file)).Descendants().ToLookup(e => e.Name.LocalName, e => e.Value);
        var answer = $"""
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>PSR-1</MsgId></GrpHdr><OrgnlGrpInfAndSts>
            <OrgnlMsgId>{sent["MsgId"].First()}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>
            <OrgnlPmtInfId>{sent["PmtInfId"].First()}</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>{sent["EndToEndId"].First()}</OrgnlEndToEndId><TxSts>RJCT</TxSts>
            <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn></StsRsnInf></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """;
        await camille.OpenAsync($"{Company}/bank-answers");
        await camille.Page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "answer.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(answer) });
        await camille.Page.ClickAsync("#upload-card button.btn-primary");
        await camille.Page.WaitForURLAsync(u => u.Contains("/bank-answers/", StringComparison.Ordinal));
        await Assertions.Expect(camille.Page.Locator("[data-count=failed]")).ToHaveTextAsync("1");
        await camille.LookAtBothWidthsAsync($"{language}-transfer-answer");
        await camille.OpenAsync(address);
        await Assertions.Expect(camille.Page.Locator("main")).ToContainTextAsync("AC04");
        await camille.LookAtBothWidthsAsync($"{language}-transfer-rejected");
        await camille.OpenAsync($"{address}/confirmation-note");
        await camille.LookAtBothWidthsAsync($"{language}-transfer-print");
    }
}
