using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>An administrator gives the inbox an address, mails a document to it, and finds it there.</summary>
[Trait("Req", "ACC-04")]
public sealed class MailInJourney_Tests(BrowserFixture browser)
{
    [Theory, Databases]
    public async Task Address_TurnedOn_BringsAMailedDocument(TestDatabase database)
    {
        var port = FreePort();
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true, Settings: new Dictionary<string, string>
        {
            ["InboundMail:Port"] = $"{port}",
            ["InboundMail:Domain"] = "inbox.platform.example",
        }));
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await amelie.OpenAsync("/t/lefevre/inbox");
        await amelie.Page.ClickAsync("main a[href$='/settings/accounting/mail']");
        await amelie.LookAtBothWidthsAsync($"{database}-mail-in-off");
        await amelie.Page.ClickAsync("form[action*=Renew] button");
        var address = await amelie.Page.InnerTextAsync("#inbox-address");
        (await SendAsync(port, "marc@fournisseur.example", address)).ShouldContain("5.7.1");
        await SendAsync(port, DemoPeople.Email("amelie"), address);
        await amelie.Page.ReloadAsync();
        await amelie.LookAtBothWidthsAsync($"{database}-mail-in-on");
        await amelie.Page.ClickAsync("#refused button");
        await Assertions.Expect(amelie.Page.Locator("#allowed")).ToContainTextAsync("marc@fournisseur.example");
        await amelie.OpenAsync("/t/lefevre/inbox");
        await amelie.LookAtBothWidthsAsync($"{database}-inbox-mailed");
        await amelie.Page.ClickAsync("#document-list a:text-is('facture.txt')");
        await Assertions.Expect(amelie.Page.Locator(".p-facts")).ToContainTextAsync(DemoPeople.Email("amelie"));
        await amelie.LookAtBothWidthsAsync($"{database}-document-mailed");
    }

    /// <returns>What the server refused it with; empty where it took it.</returns>
    private static async Task<string> SendAsync(int port, string from, string to)
    {
        using var client = new SmtpClient("127.0.0.1", port);
        using var mail = new MailMessage(from, to, "Facture de novembre", "Bonjour");
        mail.Attachments.Add(Attachment.CreateAttachmentFromString("Total 12,50", "facture.txt"));
        try
        {
            await client.SendMailAsync(mail, TestContext.Current.CancellationToken);
            return "";
        }
        catch (SmtpException e)
        {
            return e.Message;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
