using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Accounting;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>A company's documents on their way to its accountant, outside the platform and on it.</summary>
public sealed partial class AccountingJourney_Tests(BrowserFixture browser)
{
    private static readonly byte[] Scan = "%PDF-1.4 a scan of no great beauty"u8.ToArray();

    [Theory, Databases]
    [Trait("Req", "ACC-03")]
    [Trait("Req", "ACC-05")]
    [Trait("Req", "ACC-06")]
    public async Task Contact_OutsideThePlatform_CollectsTheZip(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await amelie.OpenAsync("/t/lefevre/inbox");
        await amelie.LookAtBothWidthsAsync($"{database}-inbox-empty");
        await amelie.Page.ClickAsync("main a[href$='/settings/accounting']");
        await amelie.Page.FillAsync("#Input_Name", "Marc Vidal");
        await amelie.Page.FillAsync("#Input_Email", "no address");
        await amelie.Page.ClickAsync("form[action*=Contact] button");
        await amelie.Page.WaitForSelectorAsync("#Input_Email-error");
        await amelie.Page.FillAsync("#Input_Email", "marc@vidal.example");
        await amelie.Page.ClickAsync("form[action*=Contact] button");
        await amelie.Page.WaitForSelectorAsync("main strong:has-text('Marc Vidal')");
        await amelie.LookAtBothWidthsAsync($"{database}-accountant");
        await UploadAsync(amelie, "four-12.pdf", database);
        await HandOverAsync(amelie, database);

        var link = await MailedLinkAsync(amelie);
        await using var marc = await Person.EnterAsync(browser, host);
        await marc.OpenAsync(new Uri(link).PathAndQuery);
        await marc.LookAtBothWidthsAsync($"{database}-handoff-collect");
        var download = await marc.Page.RunAndWaitForDownloadAsync(() => marc.Page.ClickAsync("a[href*='handler=Zip']"));
        using var zip = ZipFile.OpenRead((await download.PathAsync())!);
        zip.Entries.Select(e => e.Name).ShouldContain("four-12.pdf");
    }

    [Theory, Databases]
    [Trait("Req", "ACC-01")]
    [Trait("Req", "ACC-02")]
    [Trait("Req", "ACC-07")]
    [Trait("Req", "TEN-05")]
    public async Task Firm_OnThePlatform_AcceptsAndWorksItsQueue(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Kestrel: true));
        await using var amelie = await Person.SignInAsync(browser, host, "amelie");
        await using var awa = await Person.SignInAsync(browser, host, "awa");
        await amelie.OpenAsync("/t/lefevre/settings/accounting");
        await amelie.Page.FillAsync("#accountant-search", "fiducia cons");
        await amelie.Page.ClickAsync("#p-firms form:has-text('FR17912038460') button");
        await amelie.Page.WaitForSelectorAsync("main .p-alert:has-text('Fiducia')");
        (await awa.OpenAsync("/t/lefevre")).Status.ShouldBe(404);
        await awa.OpenAsync("/t/fiducia/clients");
        await awa.LookAtBothWidthsAsync($"{database}-clients");
        await awa.Page.ClickAsync("form[action*=Accept] button");
        await awa.Page.WaitForSelectorAsync("#p-clients a[href$='/t/lefevre']");
        await UploadAsync(amelie, "four-12.pdf", database);
        await HandOverAsync(amelie, database);

        await awa.OpenAsync("/t/fiducia/queue");
        await awa.LookAtBothWidthsAsync($"{database}-queue");
        await awa.Page.ClickAsync("#queue-list a:has-text('four-12.pdf')");
        await awa.Page.WaitForURLAsync("**/t/lefevre/inbox/**");
        await awa.LookAtBothWidthsAsync($"{database}-acting-for");
        await awa.Page.FillAsync("#question", "Pour quelle machine ?");
        await awa.Page.ClickAsync("form[action*=Ask] button");
        await AnswerAsync(amelie, database);

        await awa.OpenAsync("/t/fiducia/queue");
        await awa.Page.CheckAsync("#queue-list [data-p-row]");
        await awa.Page.ClickAsync("button[formaction*=Book]");
        await awa.Page.WaitForSelectorAsync("#queue-list .empty, #queue-list .p-empty");
        await amelie.OpenAsync("/t/lefevre/inbox");
        (await amelie.Page.InnerTextAsync("#document-list tbody")).ShouldContain("Comptabilisé");
        await BringBackAsync(awa, database);
        await EndAsync(amelie);
        (await awa.OpenAsync("/t/lefevre")).Status.ShouldBe(404);
    }

    private static async Task UploadAsync(Person person, string name, TestDatabase database)
    {
        await person.OpenAsync("/t/lefevre/inbox");
        await person.Page.SelectOptionAsync("#upload-type", "PurchaseInvoice");
        await person.Page.SetInputFilesAsync("[data-a-files]", new FilePayload { Name = name, MimeType = "application/pdf", Buffer = Scan });
        await person.Page.WaitForSelectorAsync($"#document-list tbody a:has-text('{name}')");
        await person.LookAtBothWidthsAsync($"{database}-inbox-uploaded");
    }

    private static async Task HandOverAsync(Person person, TestDatabase database)
    {
        await person.OpenAsync("/t/lefevre/inbox");
        await person.Page.CheckAsync("#document-list [data-p-row]");
        await person.Page.ClickAsync("button[formaction*='handoffs/new']");
        await person.Page.WaitForSelectorAsync("input[name='Input.DocumentIds']", new() { State = WaitForSelectorState.Attached });
        await person.LookAtBothWidthsAsync($"{database}-handoff-new");
        await person.Page.ClickAsync("main form button.btn-primary");
        await person.Page.WaitForURLAsync(new Regex("/handoffs/[0-9a-f-]{36}$"));
        await person.LookAtBothWidthsAsync($"{database}-handoff");
    }

    private static async Task AnswerAsync(Person person, TestDatabase database)
    {
        await person.OpenAsync("/t/lefevre/inbox");
        await person.Page.ClickAsync("#document-list a:has-text('four-12.pdf')");
        await person.Page.FillAsync("#answer", "Le four du fournil.");
        await person.LookAtBothWidthsAsync($"{database}-question");
        await person.Page.ClickAsync("form[action*=Answer] button");
        await person.Page.WaitForSelectorAsync(".a-answer");
    }

    private static async Task BringBackAsync(Person person, TestDatabase database)
    {
        await person.OpenAsync("/t/lefevre/bookings");
        await person.Page.SetInputFilesAsync("#Upload", File(new string('x', BookingLimits.MaxBytes)));
        (await person.Page.EvalOnSelectorAsync<string>("#Upload", "field => field.validationMessage")).ShouldContain("16 M", customMessage: "before it travels");
        await person.Page.SetInputFilesAsync("#Upload", File("AC;1;2026-11-03;607000;FOUR-12;Pièces du four;100;0\nAC;1;2026-11-03;401000;FOUR-12;Pièces du four;0;99\n"));
        await person.Page.ClickAsync("form[enctype] button");
        await person.Page.WaitForSelectorAsync("#Upload-error:has-text('100.00 / 99.00')");
        await person.LookAtBothWidthsAsync($"{database}-bookings-refused");
        await person.Page.SetInputFilesAsync("#Upload", File("AC;1;2026-11-03;607000;FOUR-12;Pièces du four;100;0\nAC;1;2026-11-03;401000;FOUR-12;Pièces du four;0;100\n"));
        await person.Page.ClickAsync("form[enctype] button");
        await person.Page.WaitForSelectorAsync("#booking-list a");
        await person.LookAtBothWidthsAsync($"{database}-bookings");
        await person.Page.ClickAsync("#booking-list a");
        await person.Page.WaitForSelectorAsync("main td:has-text('607000')");
        await person.LookAtBothWidthsAsync($"{database}-booked");

        static FilePayload File(string lines) =>
            new() { Name = "ecritures.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("journal;number;date;account;piece;label;debit;credit\n" + lines) };
    }

    private static async Task EndAsync(Person person)
    {
        await person.OpenAsync("/t/lefevre/settings/engagements");
        await person.Page.ClickAsync("form[action*=End] button");
        await person.Page.WaitForSelectorAsync("main form[action*=End]", new() { State = WaitForSelectorState.Detached });
    }

    private static async Task<string> MailedLinkAsync(Person person)
    {
        // The mail leaves through the outbox and the scheduler; the page is asked again until it is there.
        for (var attempt = 0; attempt < 120; attempt++)
        {
            await person.OpenAsync("/dev/mail");
            if (Link().Match(await person.Page.ContentAsync()) is { Success: true } match)
                return match.Value;
            await person.Page.WaitForTimeoutAsync(250);
        }

        throw new TimeoutException("No mail arrived.");
    }

    [GeneratedRegex("https?://[^\"<]+/handoffs/zip/[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
