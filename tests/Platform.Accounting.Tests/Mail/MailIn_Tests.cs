using System.Net.Mail;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Mail to the inbox over the wire: who gets in, and what becomes of it.</summary>
[Collection("MailIn"), Trait("Req", "ACC-04")]
public sealed class MailIn_Tests(MailHosts hosts)
{
    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Mail_WithTwoAttachments_ArrivesByteForByte(TestDatabase database)
    {
        var (inbox, tag) = (await hosts.OpenAsync(database), Mails.NewTag());
        byte[] invoice = [.. "%PDF-1.7\n"u8, .. Mails.NewContent(200_000)], table = Mails.NewContent();
        using (var client = new SmtpClient("127.0.0.1", inbox.Port))
        using (var mail = new MailMessage(MailInbox.Member, inbox.Address, "Factures d’été", "Voilà."))
        {
            mail.Attachments.Add(new Attachment(new MemoryStream(invoice), $"{tag} été.pdf", "image/png"));
            mail.Attachments.Add(new Attachment(new MemoryStream(table), $"{tag}.xlsx"));
            await client.SendMailAsync(mail, Aborted);
        }

        var documents = (await inbox.FindAsync(tag)).OrderBy(d => d.Id).ToList();
        documents.Select(d => d.Name).ShouldBe([$"{tag} été.pdf", $"{tag}.xlsx"]);
        (await inbox.ContentAsync(documents[0].Id)).ShouldBe(invoice);
        (await inbox.ContentAsync(documents[1].Id)).ShouldBe(table);
        documents[0].ShouldSatisfyAllConditions(
            d => d.MediaType.ShouldBe("application/pdf", "its bytes say so"), d => d.State.ShouldBe(DocumentState.New), d => d.UploadedBy.ShouldBeNull(),
            d => d.Mail.ShouldNotBeNull().ShouldSatisfyAllConditions(m => m.From.ShouldBe(MailInbox.Member), m => m.Subject.ShouldBe("Factures d’été")));
        (await inbox.ReadAsync()).Received[0].ShouldSatisfyAllConditions(m => m.Subject.ShouldBe("Factures d’été"), m => m.Documents.ShouldBe(2));
        (await inbox.TrailAsync("Created")).Where(e => e.EntityType == "Document").Select(e => e.EntityId).ShouldContain($"{documents[0].Id}");
    }

    [Theory, Databases]
    public async Task Mail_ToAnUnknownAddress_IsRefusedAtTheDoor(TestDatabase database)
    {
        var inbox = await hosts.OpenAsync(database);
        inbox.Address.ShouldMatch($@"^lefevre\.[0-9a-hjkmnp-tv-z]{{12}}@{Regex.Escape(MailHosts.Domain)}$");
        var token = inbox.Address.Split('.', '@')[1];
        foreach (var to in new[] { $"lefevre.000000000000@{MailHosts.Domain}", $"nova.{token}@{MailHosts.Domain}", $"nobody.{token}@{MailHosts.Domain}", $"lefevre@{MailHosts.Domain}", $"lefevre.{token}@other.example" })
            (await inbox.SendAsync("", to: to)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(550, to), r => r.Text.ShouldContain("5.1.1"));
        await inbox.AddressAsync(s => s.TurnOffAsync(Aborted));
        (await inbox.SendAsync("")).Code.ShouldBe(550);
        (await inbox.ReadAsync()).Address.ShouldBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-09")]
    public async Task Mail_ToAClosedCompany_IsRefusedUntilItIsTakenBack(TestDatabase database)
    {
        await using var host = await MailHosts.StartAsync(database);
        var (inbox, tag) = (await MailInbox.OpenAsync(host, "nova"), Mails.NewTag());
        var mail = Mails.Of(tag, Mails.Part($"{tag}.bin", Mails.NewContent()));
        await using (var smtp = await SmtpConversation.OpenAsync(inbox.Port))
        {
            foreach (var command in new[] { $"MAIL FROM:<{DemoPeople.Email("benoit")}>", $"RCPT TO:<{inbox.Address}>", "DATA" })
                (await smtp.AskAsync(command)).Code.ShouldBeLessThan(400);
            await CloseAsync(true);
            (await smtp.FinishAsync(mail)).Code.ShouldBe(550, "it closed while the mail was on its way");
        }

        (await inbox.SendAsync(mail, DemoPeople.Email("benoit"))).Code.ShouldBe(550);
        (await inbox.FindAsync(tag)).ShouldBeEmpty();
        await CloseAsync(false);
        (await inbox.SendAsync(mail, DemoPeople.Email("benoit"))).Code.ShouldBe(250);
        (await inbox.FindAsync(tag)).ShouldHaveSingleItem();

        Task CloseAsync(bool closed)
        {
            DateTime? since = closed ? new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc) : null;
            return inbox.RunAsync(s => s.GetRequiredService<AccountingDbContext>().Database.ExecuteSqlAsync(
                $"""UPDATE "TenancyCompanies" SET "ClosedAt" = {since} WHERE "Slug" = 'nova'""", Aborted));
        }
    }

    [Theory, Databases]
    public async Task Mail_OfAForeignSender_IsRefusedCountedAndAllowedLater(TestDatabase database)
    {
        var (inbox, tag) = (await hosts.OpenAsync(database), Mails.NewTag());
        var sender = $"{tag}@{tag}.example";
        foreach (var _ in new[] { 1, 2 })
            (await inbox.SendAsync("", sender.ToUpperInvariant())).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(550), r => r.Text.ShouldContain("5.7.1"));
        (await inbox.ReadAsync()).Refused.Single(r => r.Sender == sender).Times.ShouldBe(2);
        await inbox.AddressAsync(s => s.AllowAsync(new AllowSenderInput($"{tag}.EXAMPLE"), Aborted));
        (await inbox.ReadAsync()).Refused.ShouldNotContain(r => r.Sender == sender);
        (await inbox.SendAsync(Mails.Of(tag, Mails.Part($"{tag}.bin", Mails.NewContent())), sender)).Code.ShouldBe(250);
        (await inbox.FindAsync(tag)).ShouldHaveSingleItem().Mail!.From.ShouldBe(sender);
        (await inbox.SendAsync("", $"x@sub.{tag}.example")).Code.ShouldBe(550, "a domain is not its subdomains");
        var entry = (await inbox.ReadAsync()).Allowed.Single(a => a.Sender == $"@{tag}.example");
        await inbox.AddressAsync(s => s.DisallowAsync(entry.Id, Aborted));
        (await inbox.SendAsync("", sender)).Code.ShouldBe(550);
        (await inbox.SendAsync("", "")).Code.ShouldBe(550, "reports of mail servers name nobody");
    }

    [Theory, Databases]
    public async Task Mail_ThatIsTooLarge_IsRefused(TestDatabase database)
    {
        var (inbox, tag) = (await hosts.OpenAsync(database), Mails.NewTag());
        await using (var smtp = await SmtpConversation.OpenAsync(inbox.Port))
            (await smtp.AskAsync($"MAIL FROM:<{MailInbox.Member}> SIZE={MailHosts.MaxBytes + 1}")).Code.ShouldBe(552);
        (await inbox.SendAsync(Mails.Of(tag, Mails.Part($"{tag}.bin", Mails.NewContent(MailHosts.MaxBytes))))).Code.ShouldBe(552);
        (await inbox.FindAsync(tag)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Address_Replaced_EndsAtOnce(TestDatabase database)
    {
        var (inbox, tag) = (await hosts.OpenAsync(database), Mails.NewTag());
        var former = inbox.Address;
        await using var smtp = await SmtpConversation.OpenAsync(inbox.Port);
        (await smtp.AskAsync($"MAIL FROM:<{MailInbox.Member}>")).Code.ShouldBe(250);
        (await smtp.AskAsync($"RCPT TO:<{former}>")).Code.ShouldBe(250);
        (await smtp.AskAsync("DATA")).Code.ShouldBe(354);
        await inbox.RenewAsync();
        (await smtp.FinishAsync(Mails.Of(tag, Mails.Part($"{tag}.bin", Mails.NewContent())))).Code.ShouldBe(550, "it was replaced while the mail came in");
        (await inbox.SendAsync("", to: former)).Code.ShouldBe(550);
        (await inbox.FindAsync(tag)).ShouldBeEmpty();
        (await inbox.SendAsync(Mails.Of(tag, Mails.Part($"{tag}.bin", Mails.NewContent())))).Code.ShouldBe(250);
        (await inbox.FindAsync(tag)).ShouldHaveSingleItem();
    }

    [Theory, Databases]
    public async Task Mail_ThatComesTwice_MakesNothingTwice(TestDatabase database)
    {
        var (inbox, tag, content) = (await hosts.OpenAsync(database), Mails.NewTag(), Mails.NewContent());
        var mail = Mails.Of(tag, Mails.Text, Mails.Part($"{tag}.bin", content));
        (await inbox.SendAsync(mail)).Code.ShouldBe(250);
        (await inbox.SendAsync($"Received: from relay.example by inbox.example; {DateTimeOffset.UnixEpoch:R}\r\n{mail}")).Code.ShouldBe(250);
        (await inbox.FindAsync(tag)).ShouldHaveSingleItem();
        (await inbox.ReadAsync()).Received.Where(m => m.Subject.Contains(tag, StringComparison.Ordinal)).ShouldHaveSingleItem().Documents.ShouldBe(1);
        (await inbox.SendAsync(Mails.Of($"{tag}-2", Mails.Part($"{tag}-again.bin", content)))).Code.ShouldBe(250, "another mail, with what the inbox has");
        (await inbox.FindAsync(tag)).ShouldHaveSingleItem();
        (await inbox.ReadAsync()).Received[0].ShouldSatisfyAllConditions(m => m.Subject.ShouldContain($"{tag}-2"), m => m.Documents.ShouldBe(0));
    }

    [Theory, Databases]
    public async Task Mail_ToTwoInboxes_IsTakenForOneAtATime(TestDatabase database)
    {
        var (inbox, other) = (await hosts.OpenAsync(database), await hosts.OpenAsync(database, "nova"));
        await using var smtp = await SmtpConversation.OpenAsync(inbox.Port);
        var sender = DemoPeople.Email("amelie");
        (await smtp.AskAsync($"MAIL FROM:<{sender}>")).Code.ShouldBe(250);
        (await smtp.AskAsync($"RCPT TO:<{inbox.Address}>")).Code.ShouldBe(250);
        (await smtp.AskAsync($"RCPT TO:<{inbox.Address}>")).Code.ShouldBe(250);
        (await smtp.AskAsync($"RCPT TO:<{other.Address}>")).Code.ShouldBe(452);
        (await smtp.AskAsync("RSET")).Code.ShouldBe(250);
        (await smtp.SendAsync(sender, [other.Address], Mails.Of(Mails.NewTag(), Mails.Part("n.bin", Mails.NewContent())))).Code.ShouldBe(250);
    }

    [Theory, Databases]
    public async Task Records_OfThreeMonths_AreRemoved(TestDatabase database)
    {
        var inbox = await hosts.OpenAsync(database, "nova");
        var now = DateTime.SpecifyKind(inbox.Host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, DateTimeKind.Utc);
        await inbox.RunAsync(async s =>
        {
            var db = s.GetRequiredService<AccountingDbContext>();
            db.RefusedSenders.AddRange(new RefusedSender("old@x.example", now - RefusedSender.Kept), new RefusedSender("new@x.example", now.AddDays(-80)));
            var mail = new IncomingMail("a@x.example", "", "", []);
            db.ReceivedMails.AddRange(new ReceivedMail(mail, Mails.NewTag(), 7, now - ReceivedMail.Kept), new ReceivedMail(mail, Mails.NewTag(), 8, now.AddDays(-80)));
            await s.GetRequiredService<IUnitOfWork>().CompleteAsync(Aborted);
            await s.GetRequiredService<DocumentCleanup>().RunAsync(Aborted);
            return true;
        });
        var kept = await inbox.ReadAsync();
        kept.Refused.Select(r => r.Sender).Where(r => r.EndsWith("@x.example", StringComparison.Ordinal)).ShouldBe(["new@x.example"]);
        kept.Received.Where(m => m.From == "a@x.example").Select(m => m.Documents).ShouldBe([8]);
        await inbox.AddressAsync(s => s.AllowAsync(new AllowSenderInput("x.example"), Aborted));
    }
}
