using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Bookings that come back from the accountant.</summary>
[Trait("Req", "ACC-08"), Trait("Req", "ACC-07")]
public sealed class Bookings_Tests(HandoffHosts hosts) : IClassFixture<HandoffHosts>
{
    private const string Header = "journal;number;date;account;piece;label;debit;credit\n";

    [Theory, Databases]
    public async Task Import_OfABookedDocument_MarksItShowsItsLinesAndTells(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var (number, journal) = ($"F{Guid.CreateVersion7():N}", Journal());
        var (document, other) = (await company.AddAsync($"{number}.pdf"), await company.AddAsync("other.pdf"));
        await company.SendAsync(document, other);
        var made = await ImportAsync(company, $"{journal};1;2026-11-03;607000;{number.ToUpperInvariant()};Farine;100;\n{journal};1;2026-11-03;401000;{number};Farine;;100\n");
        (made.Added, made.Changed, made.Unchanged, made.Documents).ShouldBe((1, 0, 0, 1));
        (await company.StatesAsync(document)).ShouldBe([DocumentState.Booked]);
        (await company.StatesAsync(other)).ShouldBe([DocumentState.Sent]);
        var booked = (await AsAsync(company, s => s.GetOfDocumentAsync(document))).ShouldHaveSingleItem();
        (booked.Journal, booked.Amount).ShouldBe((journal, 100m));
        booked.Lines.Select(l => (l.Account, l.Debit, l.Credit)).ShouldBe([("607000", 100m, 0m), ("401000", 0m, 100m)]);
        using var browser = await TestBrowser.SignInAsync(company.Host, "benoit@nova.example");
        (await browser.OpenAsync(company.Path($"inbox/{document}"))).QuerySelector("main")!.TextContent.ShouldContain("607000");
        (await browser.OpenAsync(company.Path("notifications"))).QuerySelector("main")!.TextContent.ShouldContain("1 documents are booked");
    }

    [Theory, Databases]
    public async Task Import_Again_ReplacesWhatChangedAndKeepsTheRest(TestDatabase database)
    {
        var (company, journal) = (await hosts.NewAsync(database), Journal());
        var first = $"{journal};1;2026-11-03;607;;a;1;1\n";
        await ImportAsync(company, first + $"{journal};2;2026-11-03;607;;b;2;2\n");
        var again = await ImportAsync(company, first + $"{journal};2;2026-11-03;607;;changed;3;3\n{journal};3;2026-11-04;607;;c;4;4\n");
        (again.Added, again.Changed, again.Unchanged).ShouldBe((1, 1, 1));
        (await ListAsync(company, journal)).Select(b => (b.Number, b.Label, b.Amount)).ShouldBe([("3", "c", 4m), ("2", "changed", 3m), ("1", "a", 1m)], ignoreOrder: true);
        await company.DatabaseAsync(async db => (await db.BookingLines.CountAsync(l => db.Bookings.Any(b => b.Id == l.BookingId && b.Journal == journal))).ShouldBe(3));
    }

    [Theory, Databases]
    public async Task Import_OfAPieceThatFitsTwoOrNothingHandedOver_BooksNone(TestDatabase database)
    {
        var (company, journal, number) = (await hosts.NewAsync(database), Journal(), $"N{Guid.CreateVersion7():N}");
        await company.SendAsync(await company.AddAsync($"{number}.pdf"), await company.AddAsync($"{number}.png"));
        var kept = await company.AddAsync($"{number}x.pdf");
        var made = await ImportAsync(company, $"{journal};1;2026-11-03;607;{number};a;1;1\n{journal};2;2026-11-03;607;{number}x;a;1;1\n{journal};3;2026-11-03;607;7;a;1;1\n");
        made.Documents.ShouldBe(0);
        (await company.StatesAsync(kept)).ShouldBe([DocumentState.New]);
        await company.SendAsync(kept);
        (await ImportAsync(company, $"{journal};2;2026-11-03;607;{number}x;a;1;1\n")).ShouldSatisfyAllConditions(i => i.Changed.ShouldBe(1), i => i.Documents.ShouldBe(1));
    }

    [Theory, Databases]
    public async Task Import_WithAMistake_KeepsNothingAndSaysWhere(TestDatabase database)
    {
        var (company, journal) = (await hosts.NewAsync(database), Journal());
        using var browser = await TestBrowser.SignInAsync(company.Host, "benoit@nova.example");
        await Should.ThrowAsync<InputException>(() => ImportAsync(company, $"{journal};1;2026-11-03;607;;a;1;1\n{journal};2;3 November;607;;a;1;1\n"));
        (await ListAsync(company, journal)).ShouldBeEmpty();
        (await browser.OpenAsync(company.Path("bookings"))).QuerySelector("main form input[type=file]").ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07"), Trait("Req", "IDN-09")]
    public async Task Endpoints_OfOthersOrWithoutPermission_AreClosed(TestDatabase database)
    {
        var company = await hosts.NewAsync(database);
        var document = await company.AddAsync("a.pdf");
        using var stranger = company.Host.CreateClient(DemoPeople.Token("awa"));
        using var reader = company.Host.CreateClient(DemoPeople.Token("sofia"));
        using var elsewhere = company.Host.CreateClient(DemoPeople.Token("amelie"));
        foreach (var path in new[] { "bookings", "bookings/imports", $"documents/{document}/bookings" })
        {
            using var answer = await stranger.GetAsync(new Uri($"/api/t/lefevre/{path}", UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var foreign = await elsewhere.GetAsync(new Uri($"/api/t/nova/documents/{document}/bookings", UriKind.Relative), TestContext.Current.CancellationToken);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var (client, status) in new[] { (stranger, HttpStatusCode.NotFound), (reader, HttpStatusCode.Forbidden) })
        {
            using var body = new StringContent(Header);
            using var answer = await client.PostAsync(new Uri("/api/t/lefevre/bookings/imports", UriKind.Relative), body, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(status);
        }

        using var wrong = new StringContent(Header + "AC;1;x;607;;a;1;1\n");
        using var refused = await elsewhere.PostAsync(new Uri("/api/t/lefevre/bookings/imports?fileName=a.csv", UriKind.Relative), wrong, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldSatisfyAllConditions(t => t.ShouldContain("Accounting:BookingDate"), t => t.ShouldContain("\"line\":2"));
    }

    private static string Journal() => $"J{Guid.CreateVersion7():N}"[..20] + Random.Shared.Next(1000);

    private static async Task<IReadOnlyList<BookingDto>> ListAsync(HandoffCompany company, string journal) =>
        [.. (await AsAsync(company, s => s.GetListAsync(new GetBookingsInput(PageSize: 100)))).Items.Where(b => b.Journal == journal)];

    private static Task<BookingImportDto> ImportAsync(HandoffCompany company, string lines) =>
        AsAsync(company, s => s.ImportAsync("bookings.csv", new MemoryStream(Encoding.UTF8.GetBytes(Header + lines))));

    private static async Task<T> AsAsync<T>(HandoffCompany company, Func<IBookingAppService, Task<T>> work) =>
        await company.Host.RunAsync(company.Tenant, await company.Host.PersonAsync("camille"), s => work(s.GetRequiredService<IBookingAppService>()));
}
