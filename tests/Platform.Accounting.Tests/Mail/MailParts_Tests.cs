namespace Platform.Accounting.Tests;

/// <summary>Which parts of a mail become documents, and under what name.</summary>
[Collection("MailIn"), Trait("Req", "ACC-04")]
public sealed class MailParts_Tests(MailHosts hosts, Clamd clamd)
{
    private static readonly byte[] SmallPicture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Guid.CreateVersion7().ToByteArray()];

    [Theory, Databases]
    public async Task Names_OfANodeMail_AreReadAndMadeSafe(TestDatabase database)
    {
        var (inbox, tag) = (await hosts.OpenAsync(database), Mails.NewTag());
        string[] names = [$"../../etc/{tag}-path", $@"C:\scans\{tag}-dos.pdf", $"{tag}-{new string('n', 300)}.pdf", $"{tag} Façture №1 – «été» 請求書.pdf", $"{tag}-\r\nline.txt", $"{tag}-con.txt"];
        var reply = await NodeMail.SendAsync(inbox, "Pièces jointes – été", [.. names.Select(n => (n, Mails.NewContent(100)))]);
        reply.Code.ShouldBe(250, reply.Text);
        var found = await inbox.FindAsync(tag);
        found.Count.ShouldBe(names.Length);
        found.ShouldAllBe(d => d.Mail!.Subject == "Pièces jointes – été" && !d.Name.Any(char.IsControl) && !d.Name.Contains('/') && !d.Name.Contains('\\') && d.Name.Length <= 120);
        var kept = found.Select(d => d.Name).ToList();
        kept.ShouldBeSubsetOf([$"{tag}-path", $"{tag}-dos.pdf", $"{tag}-{new string('n', 120 - tag.Length - 5)}.pdf", names[3], .. kept.Where(n => n.Contains("line.txt", StringComparison.Ordinal)), $"{tag}-con.txt"]);
    }

    [Theory, Databases]
    public async Task Names_OfTheRfcs_AreDecoded(TestDatabase database)
    {
        var (inbox, tag) = (await hosts.OpenAsync(database), Mails.NewTag());
        string[] parts =
        [
            Encoded($"filename*=utf-8''{tag}-%C3%A9t%C3%A9.pdf"),
            Encoded($"filename*0*=utf-8'fr'{tag}-%C3%A9; filename*1=t; filename*2*=%C3%A9-2.pdf"),
            Encoded($"filename=\"=?utf-8?B?{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{tag}-été-3.pdf"))}?=\""),
            Encoded("filename=\"\""),
        ];
        (await inbox.SendAsync(Mails.Of(tag, parts))).Code.ShouldBe(250);
        (await inbox.FindAsync(tag)).Select(d => d.Name).Order(StringComparer.Ordinal).ShouldBe([$"{tag}-été-2.pdf", $"{tag}-été-3.pdf", $"{tag}-été.pdf"]);
        (await inbox.FindAsync("document")).ShouldContain(d => d.Mail != null && d.Mail.MessageId == tag, "without a name it is called a document");

        static string Encoded(string name) =>
            $"Content-Type: application/pdf\r\nContent-Disposition: attachment; {name}\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Mails.NewContent(40))}\r\n";
    }

    [Theory, Databases]
    public async Task Mail_WithinAMail_GivesItsAttachments(TestDatabase database)
    {
        var (inbox, tag, content) = (await hosts.OpenAsync(database), Mails.NewTag(), Mails.NewContent());
        (await inbox.SendAsync(Mails.Of(tag, Mails.Text, Forwarded(Mails.Of($"{tag}-inner", Mails.Text, Mails.Part($"{tag}-inner.pdf", content)))))).Code.ShouldBe(250);
        (await inbox.ContentAsync((await inbox.FindAsync(tag)).ShouldHaveSingleItem().Id)).ShouldBe(content);
        var deep = Mails.Part($"{tag}-deep.pdf", Mails.NewContent());
        for (var level = 0; level < 12; level++)
            deep = Mails.Multipart([deep]);
        (await inbox.SendAsync(Mails.Of($"{tag}-deep", deep))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(554), r => r.Text.ShouldContain("ten levels"));
        (await inbox.FindAsync(tag)).ShouldHaveSingleItem();

        static string Forwarded(string mail) => $"Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=\"forwarded.eml\"\r\n\r\n{mail}";
    }

    [Theory, Databases]
    public async Task Mail_WithoutADocument_IsRefusedInWords(TestDatabase database)
    {
        var (inbox, tag) = (await hosts.OpenAsync(database), Mails.NewTag());
        string[] noise =
        [
            Mails.Text, "Content-Type: text/html\r\n\r\n<p>Hello</p>\r\n", Mails.Part($"{tag}-logo.png", SmallPicture, "image/png", "inline"),
            Mails.Part($"{tag}-smime.p7s", Mails.NewContent(), "application/pkcs7-signature"), Mails.Part($"{tag}-empty.pdf", []),
        ];
        (await inbox.SendAsync(Mails.Of(tag, noise))).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(554), r => r.Text.ShouldContain("No document is attached"));
        (await inbox.SendAsync($"Subject: x\r\n\r\nOnly words.\r\n")).Code.ShouldBe(554);
        (await inbox.FindAsync(tag)).ShouldBeEmpty();
        (await inbox.SendAsync(Mails.Of(tag, [.. noise, Mails.Part($"{tag}-stamp.png", SmallPicture, "image/png"), Mails.Part($"{tag}-scan.png", [.. SmallPicture, .. new byte[20_000]], "image/png", "inline"), Mails.Part($"{tag}-note.txt", "Note"u8.ToArray(), "text/plain", "inline")]))).Code.ShouldBe(250);
        (await inbox.FindAsync(tag)).Select(d => d.Name).Order(StringComparer.Ordinal).ShouldBe([$"{tag}-note.txt", $"{tag}-scan.png", $"{tag}-stamp.png"]);
    }

    [Theory, Databases]
    public async Task Attachments_BeyondAHundred_AreNone(TestDatabase database)
    {
        var (inbox, tag) = (await hosts.OpenAsync(database), Mails.NewTag());
        var parts = Enumerable.Range(0, MailInLimits.MaxAttachments + 1).Select(i => Mails.Part($"{tag}-{i}.bin", Mails.NewContent(20))).ToList();
        (await inbox.SendAsync(Mails.Of(tag, parts))).Code.ShouldBe(554);
        (await inbox.FindAsync(tag)).ShouldBeEmpty();
        (await inbox.SendAsync(Mails.Of(tag, parts.Skip(1)))).Code.ShouldBe(250);
        (await inbox.FindAsync(tag)).Count.ShouldBe(25, "a page of them");
    }

    [Theory, Databases]
    public async Task Mail_WithAVirus_IsRefusedAsAWholeAndRecorded(TestDatabase database)
    {
        await using var host = await MailHosts.StartAsync(database, ("VirusScan:Address", await clamd.TcpAsync()));
        var (inbox, tag) = (await MailInbox.OpenAsync(host), Mails.NewTag());
        (await inbox.SendAsync(Mails.Of(tag, Mails.Part($"{tag}-clean.bin", Mails.NewContent()), Mails.Part($"{tag}-holiday.jpg", Clamd.Infected)))).Code.ShouldBe(554);
        (await inbox.FindAsync(tag)).ShouldBeEmpty();
        (await inbox.TrailAsync("Accounting.Document.Infected")).ShouldHaveSingleItem();
        (await inbox.SendAsync(Mails.Of(tag, Mails.Part($"{tag}-clean.bin", Mails.NewContent())))).Code.ShouldBe(250);
        (await inbox.FindAsync(tag)).ShouldHaveSingleItem().ScannedAt.ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Mail_WhileTheScannerIsDown_ComesAgainLater(TestDatabase database)
    {
        await using var host = await MailHosts.StartAsync(database, ("VirusScan:Address", $"unix://{Path.GetTempPath()}clamd-{Guid.CreateVersion7():N}"));
        var (inbox, tag) = (await MailInbox.OpenAsync(host), Mails.NewTag());
        (await inbox.SendAsync(Mails.Of(tag, Mails.Part($"{tag}.bin", Mails.NewContent())))).Code.ShouldBe(451);
        (await inbox.FindAsync(tag)).ShouldBeEmpty();
        (await inbox.ReadAsync()).Received.ShouldBeEmpty();
    }
}
