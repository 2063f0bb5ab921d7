using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>Over HTTP: who may close, what it asks for, who is shut out at once, and what comes back.</summary>
[Trait("Req", "TEN-09")]
public sealed class Closing_Tests
{
    private const string Api = "/api/t/nova/closing";
    private const string Name = "Atelier Nova SRL";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Closed_FromTheNextRequestOn_RefusesEverybodyButItsAdministrators(TestDatabase database)
    {
        var (host, clock) = await ExportHost.StartAsync(database);
        await using var own = host;
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        using var benoit = host.CreateClient(DemoPeople.Token("benoit"));
        using var awa = host.CreateClient(DemoPeople.Token("awa"));
        using var browser = await TestBrowser.SignInAsync(host, DemoPeople.Email("benoit"));
        using var hers = await TestBrowser.SignInAsync(host, DemoPeople.Email("amelie"));
        await EngageAsync(amelie, awa);
        foreach (var open in new[] { amelie, benoit, awa })
            (await StatusAsync(open, "GET", "/api/t/nova/company")).ShouldBe(HttpStatusCode.OK);
        await new ExportHost(host, clock).CloseAsync(await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));

        (await StatusAsync(benoit, "GET", "/api/t/nova/company")).ShouldBe(HttpStatusCode.NotFound, "a member");
        (await StatusAsync(awa, "GET", "/api/t/nova/company")).ShouldBe(HttpStatusCode.NotFound, "the firm's");
        (await StatusAsync(amelie, "GET", "/api/t/nova/company")).ShouldBe(HttpStatusCode.Forbidden, "the administrator's token");
        using (var page = await browser.GetAsync("/t/nova"))
            page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var path in new[] { "/t/nova", "/t/nova/settings/company", "/t/nova/settings/export", "/t/nova/mandates" })
        {
            using var page = await hers.GetAsync(path);
            page.Headers.Location?.ToString().ShouldStartWith("/t/nova/settings/closing?", customMessage: path);
        }

        (await hers.OpenAsync("/t/nova/settings/closing")).QuerySelectorAll("nav a[href*='/t/nova/']").ShouldBeEmpty("no other page");
        (await benoit.GetFromJsonAsync<CompanyListItemDto[]>("/api/companies", Cancelled))!.ShouldNotContain(c => c.Slug == "nova");
        (await amelie.GetFromJsonAsync<CompanyListItemDto[]>("/api/companies", Cancelled))!.Single(c => c.Slug == "nova").IsClosing.ShouldBeTrue();
        (await host.RunAsync(null, null, s => s.GetRequiredService<ICompanyDirectory>().GetIdsAsync(Cancelled))).ShouldNotContain((await host.CompanyAsync("nova")).Id, "no worker works there");

        (await StatusAsync(amelie, "DELETE", Api)).ShouldBe(HttpStatusCode.NoContent);
        foreach (var open in new[] { amelie, benoit })
            (await StatusAsync(open, "GET", "/api/t/nova/company")).ShouldBe(HttpStatusCode.OK, "as before");
        (await StatusAsync(awa, "GET", "/api/t/nova/company")).ShouldBe(HttpStatusCode.NotFound, "what ended stays ended");
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_CompanyOfOthersOrWithoutPermission_AreRefused(TestDatabase database)
    {
        var (host, _) = await ExportHost.StartAsync(database);
        await using var own = host;
        using var awa = host.CreateClient(DemoPeople.Token("awa"));
        using var benoit = host.CreateClient(DemoPeople.Token("benoit"));
        foreach (var method in new[] { "GET", "POST", "DELETE" })
        {
            (await StatusAsync(awa, method, Api)).ShouldBe(HttpStatusCode.NotFound, $"stranger: {method}");
            (await StatusAsync(benoit, method, Api)).ShouldBe(HttpStatusCode.Forbidden, $"bookkeeper: {method}");
        }

        host.Services.GetRequiredService<EngagementKindCatalog>().All.ShouldAllBe(k => !k.Scopes.Contains(TenancyPermissions.Company.Close));
    }

    [Theory, Databases]
    public async Task Close_WithoutExportOrName_IsRefused(TestDatabase database)
    {
        var (host, clock) = await ExportHost.StartAsync(database);
        await using var own = host;
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        (await RefusalAsync(amelie, Name)).ShouldContain(TenancyErrorCodes.ClosingExport);
        await new ExportHost(host, clock).ExportAsync(await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));
        (await RefusalAsync(amelie, "Atelier Nova")).ShouldContain(TenancyErrorCodes.ClosingName);
        clock.Advance(TimeSpan.FromHours(25));
        (await RefusalAsync(amelie, Name)).ShouldContain(TenancyErrorCodes.ClosingExport, customMessage: "it is too old");
        (await StatusAsync(amelie, "DELETE", Api)).ShouldBe(HttpStatusCode.UnprocessableEntity, "nothing was closed");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Close_LongAfterSignIn_AsksForAFreshProof(TestDatabase database)
    {
        var (host, clock) = await ExportHost.StartAsync(database);
        await using var own = host;
        using var browser = await TestBrowser.SignInAsync(host, DemoPeople.Email("amelie"));
        await new ExportHost(host, clock).ExportAsync(await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));
        clock.Advance(TimeSpan.FromMinutes(11));
        using var stale = await browser.SubmitAsync("/t/nova/settings/closing", "form[action*=Close]", ("Input.Name", Name));
        stale.Headers.Location!.ToString().ShouldStartWith("/account/confirm?");
        (await host.CompanyAsync("nova")).ClosedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Close_OfTheOperatorsCompany_IsRefused()
    {
        var (host, _) = await ExportHost.StartAsync(TestDatabase.Sqlite, new Dictionary<string, string> { ["Operator:Company"] = "nova" });
        await using var own = host;
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        (await RefusalAsync(amelie, Name)).ShouldContain(TenancyErrorCodes.ClosingOperator);
    }

    [Theory, Databases]
    public async Task Closed_WorkInTheBackground_WaitsAndAdministratorsAreTold(TestDatabase database)
    {
        var (host, clock) = await ExportHost.StartAsync(database);
        await using var own = host;
        var (nova, amelie) = (await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));
        await new ExportHost(host, clock).CloseAsync(nova, amelie);
        await ClosingHost.EventuallyAsync(async () => await host.CountAsync(null, "\"PlatformCapturedMails\" WHERE \"Subject\" = 'Atelier Nova SRL : le compte est clos'") == 1);
        await host.RunAsync(nova, null, s => s.GetRequiredService<IEmailSender>().QueueAsync(new EmailMessage("debtor@example.org", "We collect", "Text"), Cancelled));
        await ClosingHost.EventuallyAsync(async () => await host.CountAsync(null, "\"PlatformOutbox\"") == 0);
        await host.RunAsync(null, null, s => s.GetRequiredService<IEmailSender>().QueueAsync(new EmailMessage("host@example.org", "Later", "Text"), Cancelled));
        await ClosingHost.EventuallyAsync(async () => await host.CountAsync(null, "\"PlatformCapturedMails\" WHERE \"Subject\" = 'Later'") == 1);
        (await host.CountAsync(null, "\"PlatformCapturedMails\" WHERE \"Subject\" = 'We collect'")).ShouldBe(0, "queued before it, and still waiting");
        (await host.CountAsync(nova, "\"AuditEntries\" WHERE \"Action\" = 'Tenancy.Company.Closed'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("181")]
    [InlineData("soon")]
    public void Days_OutOfBounds_AreRefused(string days)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Closing:Days", (string?)days)]).Build();
        Should.Throw<InvalidOperationException>(() => new ClosingOptions(configuration));
    }

    private static async Task EngageAsync(HttpClient amelie, HttpClient awa)
    {
        var firm = (await amelie.GetFromJsonAsync<FirmDto[]>("/api/t/nova/engagements/firms?kind=accounting&search=fiducia", Cancelled)).ShouldHaveSingleItem();
        using var asked = await amelie.PostAsJsonAsync("/api/t/nova/engagements", new RequestEngagementDto("accounting", firm.Id), Cancelled);
        var id = (await asked.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Cancelled)).GetProperty("id").GetGuid();
        using var accepted = await awa.PostAsync(new Uri($"/api/t/fiducia/clients/{id}/accept", UriKind.Relative), null, Cancelled);
        accepted.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> RefusalAsync(HttpClient client, string name)
    {
        using var answer = await client.PostAsJsonAsync(Api, new CloseCompanyDto(name), Cancelled);
        answer.IsSuccessStatusCode.ShouldBeFalse();
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method == "POST")
            request.Content = JsonContent.Create(new CloseCompanyDto(Name));
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }
}
