using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>The bakery of the demonstration operates the installation: its administrator confirms who founded a company.</summary>
[Trait("Req", "TEN-09")]
public sealed class Trial_Tests(ExportHosts hosts) : IClassFixture<ExportHosts>
{
    private const string Trials = "/api/t/lefevre/trials";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Firm_FoundedByItsPeople_IsMarkedInTheDirectoryUntilConfirmed(TestDatabase database)
    {
        var (host, _) = await hosts.GetAsync(database);
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        var name = $"Cabinet {Guid.CreateVersion7():N}"[..28];
        var founder = await host.PersonAsync("victor");
        var slug = await Founding_Tests.FoundAsync(host, founder, Founding_Tests.Input() with { Name = name, TenantType = TenantTypes.Accountant, VatNumber = "FR 83 404 833 048" });
        var company = await host.CompanyAsync(slug);
        (await FirmAsync(amelie, name)).IsOnTrial.ShouldBeTrue();
        var trial = (await ListAsync(amelie)).Single(t => t.Id == company.Id);
        (trial.TenantType, trial.ContactEmail, trial.IsTwin).ShouldBe((TenantTypes.Accountant, founder.Email, false));
        using var confirmed = await amelie.PostAsync(new Uri($"{Trials}/{company.Id}/confirm", UriKind.Relative), null, Cancelled);
        confirmed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await FirmAsync(amelie, name)).IsOnTrial.ShouldBeFalse();
        (await ListAsync(amelie)).ShouldNotContain(t => t.Id == company.Id);
        using var again = await amelie.PostAsync(new Uri($"{Trials}/{company.Id}/confirm", UriKind.Relative), null, Cancelled);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "ACC-01")]
    public async Task Firm_WithALigature_IsFoundHoweverItIsWritten(TestDatabase database)
    {
        var (host, _) = await hosts.GetAsync(database);
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        var mark = $"{Guid.CreateVersion7():N}"[..20];
        var name = $"Sœurs Boetie {mark}";
        await Founding_Tests.FoundAsync(host, await host.PersonAsync("camille"), Founding_Tests.Input() with { Name = name, TenantType = TenantTypes.Accountant, VatNumber = "FR 40 303 265 045" });
        foreach (var search in new[] { "soeurs", "SŒURS", "boetie", "bœtie", "sœu boe" })
            (await FirmAsync(amelie, $"{search} {mark}")).Name.ShouldBe(name);
    }

    [Theory, Databases]
    [Trait("Req", "ACC-01")]
    public async Task Firms_MoreThanFit_AreThoseThatBeginWithItAndThenTheLongestHere(TestDatabase database)
    {
        var (host, _) = await hosts.GetAsync(database);
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        var mark = $"{Guid.CreateVersion7():N}"[..20];
        // Late in the alphabet is early on the platform.
        var older = Enumerable.Range(0, 12).Select(i => $"{(char)('z' - i)} of {mark}").ToArray();
        string[] begin = [$"{mark} b", $"{mark} a", $"{mark}\U0001F950"];
        foreach (var name in older.Concat(begin))
        {
            var profile = CompanyProfile.Read(Samples.Profile() with { Name = name });
            await host.RunAsync(null, null, s => Task.FromResult(s.GetRequiredService<TenancyDbContext>().Companies.Add(new Company($"c{Guid.CreateVersion7():N}", TenantTypes.Accountant, profile))));
        }

        (await FirmsAsync(amelie, mark)).Select(f => f.Name).ShouldBe([begin[1], begin[0], .. older[..8]]);
        (await FirmsAsync(amelie, $"{mark} a")).Select(f => f.Name).First().ShouldBe(begin[1]);
        (await FirmAsync(amelie, begin[2])).Name.ShouldBe(begin[2]);
    }

    [Theory, Databases]
    public async Task Trial_Extended_LastsFromItsEndOrFromNow(TestDatabase database)
    {
        var (host, clock) = await hosts.GetAsync(database);
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        var company = await host.CompanyAsync(await Founding_Tests.FoundAsync(host, await host.PersonAsync("sofia"), Founding_Tests.Input()));
        var end = (await ListAsync(amelie)).Single(t => t.Id == company.Id).TrialEndsAt;
        await ExtendAsync(amelie, company.Id, 10, HttpStatusCode.NoContent);
        (await ListAsync(amelie)).Single(t => t.Id == company.Id).TrialEndsAt.ShouldBe(end.AddDays(10), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromDays(60));
        await ExtendAsync(amelie, company.Id, 10, HttpStatusCode.NoContent);
        (await ListAsync(amelie)).Single(t => t.Id == company.Id).TrialEndsAt.ShouldBe(clock.GetUtcNow().UtcDateTime.AddDays(10), TimeSpan.FromMinutes(1));
        foreach (var days in new[] { 0, 91, -1 })
            await ExtendAsync(amelie, company.Id, days, HttpStatusCode.BadRequest);
        await ExtendAsync(amelie, (await host.CompanyAsync("nova")).Id, 10, HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_OutsideTheOperatorsCompany_AreClosed(TestDatabase database)
    {
        var (host, _) = await hosts.GetAsync(database);
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        using var camille = host.CreateClient(DemoPeople.Token("camille"));
        using var awa = host.CreateClient(DemoPeople.Token("awa"));
        var id = Guid.CreateVersion7();
        foreach (var (client, at, expected) in new[]
        {
            (camille, "lefevre", HttpStatusCode.Forbidden), (amelie, "nova", HttpStatusCode.Forbidden), (awa, "fiducia", HttpStatusCode.Forbidden), (awa, "lefevre", HttpStatusCode.NotFound),
        })
        {
            (await client.GetAsync(new Uri($"/api/t/{at}/trials", UriKind.Relative), Cancelled)).StatusCode.ShouldBe(expected, at);
            (await client.PostAsync(new Uri($"/api/t/{at}/trials/{id}/confirm", UriKind.Relative), null, Cancelled)).StatusCode.ShouldBe(expected, at);
            (await client.PostAsync(new Uri($"/api/t/{at}/trials/{id}/extend?days=5", UriKind.Relative), null, Cancelled)).StatusCode.ShouldBe(expected, at);
        }

        (await awa.GetAsync(new Uri("/api/t/lefevre/first-steps", UriKind.Relative), Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    public async Task List_PageByPage_GivesEveryTrialOnce(TestDatabase database)
    {
        var (host, _) = await hosts.GetAsync(database);
        var camille = await host.PersonAsync("camille");
        for (var i = 0; i < 3; i++)
            await Founding_Tests.FoundAsync(host, camille, Founding_Tests.Input());
        var seen = new List<Guid>();
        for (string? cursor = null; ;)
        {
            var page = await host.RunAsync(
                await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"), s => s.GetRequiredService<ITrialAppService>().GetListAsync(cursor, 2, Cancelled));
            seen.AddRange(page.Items.Select(t => t.Id));
            if ((cursor = page.NextCursor) is null)
                break;
        }

        seen.Count.ShouldBeGreaterThanOrEqualTo(3);
        seen.Distinct().Count().ShouldBe(seen.Count);
    }

    private static async Task<FirmDto> FirmAsync(HttpClient client, string name) => (await FirmsAsync(client, name)).ShouldHaveSingleItem();

    private static async Task<FirmDto[]> FirmsAsync(HttpClient client, string search) =>
        (await client.GetFromJsonAsync<FirmDto[]>($"/api/t/nova/engagements/firms?kind=accounting&search={Uri.EscapeDataString(search)}", Cancelled))!;

    private static async Task<IReadOnlyList<TrialDto>> ListAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<PagedResult<TrialDto>>($"{Trials}?pageSize=100", Cancelled))!.Items;

    private static async Task ExtendAsync(HttpClient client, Guid id, int days, HttpStatusCode expected)
    {
        using var answer = await client.PostAsync(new Uri($"{Trials}/{id}/extend?days={days}", UriKind.Relative), null, Cancelled);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(Cancelled));
    }
}
