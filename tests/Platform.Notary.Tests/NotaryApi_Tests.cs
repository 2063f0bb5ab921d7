using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Audit;
using Platform.Identity;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Notary.Tests;

/// <summary>From the client's request to the signed deed. In one collection with the pages, so that no other test meets the engagements.</summary>
[Collection("Engagements")]
[Trait("Req", "TEN-10")]
public sealed class NotaryApi_Tests(TestHosts hosts)
{
    private const string Client = "/api/t/lefevre/";
    private const string Firm = "/api/t/carpentier/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    [Trait("Req", "TEN-05")]
    public async Task Deed_OfAnEngagedOffice_IsSeenByBothUntilTheEnd(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        using var ines = await TokenAsync(database, "ines");
        (await StatusAsync(ines, HttpMethod.Get, $"{Client}notary/deeds")).ShouldBe(HttpStatusCode.NotFound);
        var engagement = await EngageAsync(amelie, ines);
        var deed = await OpenAsync(ines);
        (await GetAsync<PagedResult<OfficeDeedDto>>(ines, $"{Firm}deeds?state=Opened")).Items.Single(d => d.Deed.Id == deed.Id).ClientSlug.ShouldBe("lefevre");
        await PostAsync(ines, $"{Client}notary/deeds/{deed.Id}/appointment", new AppointmentDto(DateOnly.FromDateTime(deed.OpenedAt).AddDays(5)));
        (await GetAsync<DeedDto>(amelie, $"{Client}notary/deeds/{deed.Id}")).State.ShouldBe(DeedState.AppointmentSet);
        await ClosedToTheAddressShowsNothingAsync(database, ines, deed.Id);
        await PostAsync(ines, $"{Client}notary/deeds/{deed.Id}/sign", null);
        await PostAsync(ines, $"{Client}notary/deeds/{deed.Id}/close", null);
        (await GetAsync<PagedResult<DeedDto>>(amelie, $"{Client}notary/deeds")).Items.Single(d => d.Id == deed.Id).State.ShouldBe(DeedState.Closed);
        await ActsAreInBothTrailsAsync(amelie, ines, deed.Id);
        await EndedIsClosedAsync(amelie, ines, engagement, deed.Id);
    }

    [Theory, Databases]
    public async Task Open_ByTheCompanyItself_IsRefused(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        using var answer = await amelie.PostAsJsonAsync($"{Client}notary/deeds", NewDeed(), Json, Cancelled);
        ((int)answer.StatusCode).ShouldBeInRange(400, 422);
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldContain(NotaryErrorCodes.OfficeOnly);
    }

    [Theory, Databases]
    public async Task OfficeList_OfACompanyThatIsNone_IsNotFound(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        (await StatusAsync(amelie, HttpMethod.Get, $"{Client}deeds")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_CompanyOfOthers_AreNotFound(TestDatabase database)
    {
        using var ines = await TokenAsync(database, "ines");
        foreach (var (method, path) in Endpoints(Guid.CreateVersion7()))
            (await StatusAsync(ines, method, $"/api/t/nova/{path}")).ShouldBe(HttpStatusCode.NotFound, path);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_DeedOfAnotherCompany_IsNotFound(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        using var ines = await TokenAsync(database, "ines");
        var engagement = await EngageAsync(amelie, ines);
        var elsewhere = await EngageAsync(amelie, ines, "/api/t/nova/");
        var deed = await OpenAsync(ines);
        foreach (var (method, path) in Endpoints(deed.Id).Where(e => e.Path.Contains(deed.Id.ToString(), StringComparison.Ordinal)))
            (await StatusAsync(ines, method, $"/api/t/nova/{path}")).ShouldBe(HttpStatusCode.NotFound, path);
        (await GetAsync<PagedResult<DeedDto>>(amelie, "/api/t/nova/notary/deeds")).Items.ShouldNotContain(d => d.Id == deed.Id);
        await PostAsync(amelie, $"{Client}engagements/{engagement}/end", null, HttpStatusCode.NoContent);
        await PostAsync(amelie, $"/api/t/nova/engagements/{elsewhere}/end", null, HttpStatusCode.NoContent);
    }

    [Theory, Databases]
    public async Task OfficeList_OfSeveralClients_IsOneListInPages(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        using var ines = await TokenAsync(database, "ines");
        string[] companies = [Client, "/api/t/nova/"];
        var engagements = new[] { await EngageAsync(amelie, ines, companies[0]), await EngageAsync(amelie, ines, companies[1]) };
        var deeds = new[] { await OpenAsync(ines, companies[0]), await OpenAsync(ines, companies[1]), await OpenAsync(ines, companies[0]) };
        var first = await GetAsync<PagedResult<OfficeDeedDto>>(ines, $"{Firm}deeds?pageSize=2");
        first.Items.Select(d => (d.Deed.Id, d.ClientSlug)).ShouldBe([(deeds[2].Id, "lefevre"), (deeds[1].Id, "nova")]);
        var second = await GetAsync<PagedResult<OfficeDeedDto>>(ines, $"{Firm}deeds?pageSize=2&cursor={first.NextCursor}");
        second.Items[0].Deed.Id.ShouldBe(deeds[0].Id);
        for (var i = 0; i < companies.Length; i++)
            await PostAsync(amelie, $"{companies[i]}engagements/{engagements[i]}/end", null, HttpStatusCode.NoContent);
        (await GetAsync<PagedResult<OfficeDeedDto>>(ines, $"{Firm}deeds")).Items.ShouldBeEmpty();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Endpoints_WithoutPermission_AreForbidden(TestDatabase database)
    {
        using var sofia = await TokenAsync(database, "sofia");
        foreach (var (method, path) in Endpoints(Guid.CreateVersion7()))
            (await StatusAsync(sofia, method, $"{Client}{path}")).ShouldBe(HttpStatusCode.Forbidden, path);
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Endpoints(Guid deed) =>
    [
        (HttpMethod.Get, "deeds"), (HttpMethod.Get, "notary/deeds"), (HttpMethod.Post, "notary/deeds"), (HttpMethod.Get, $"notary/deeds/{deed}"),
        (HttpMethod.Post, $"notary/deeds/{deed}/appointment"), (HttpMethod.Post, $"notary/deeds/{deed}/sign"), (HttpMethod.Post, $"notary/deeds/{deed}/close"),
    ];

    private static OpenDeedDto NewDeed() => new() { Reference = $"2026-{Guid.CreateVersion7():N}", Kind = DeedKind.Lease, Subject = "Bail du fournil" };

    private static async Task<Guid> EngageAsync(HttpClient client, HttpClient firm, string company = Client)
    {
        var found = (await GetAsync<FirmDto[]>(client, $"{company}engagements/firms?kind=notary&search=carpentier")).ShouldHaveSingleItem();
        var asked = await PostAsync<EngagementDto>(client, $"{company}engagements", new RequestEngagementDto("notary", found.Id));
        return (await PostAsync<EngagementDto>(firm, $"{Firm}clients/{asked.Id}/accept", null)).Id;
    }

    private static async Task<DeedDto> OpenAsync(HttpClient firm, string company = Client)
    {
        using var created = await firm.PostAsJsonAsync($"{company}notary/deeds", NewDeed(), Json, Cancelled);
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync(Cancelled));
        return await GetAsync<DeedDto>(firm, created.Headers.Location!.ToString());
    }

    private async Task ClosedToTheAddressShowsNothingAsync(TestDatabase database, HttpClient office, Guid deed)
    {
        await RestrictAsync("true");
        (await GetAsync<PagedResult<OfficeDeedDto>>(office, $"{Firm}deeds")).Items.ShouldNotContain(d => d.Deed.Id == deed);
        (await StatusAsync(office, HttpMethod.Get, $"{Client}notary/deeds/{deed}")).ShouldBe(HttpStatusCode.Forbidden);
        await RestrictAsync(null);
        (await GetAsync<PagedResult<OfficeDeedDto>>(office, $"{Firm}deeds")).Items.ShouldContain(d => d.Deed.Id == deed);

        async Task RestrictAsync(string? value)
        {
            var host = await hosts.GetAsync(database);
            var client = await host.CompanyAsync("lefevre");
            await host.RunAsync(client, null, s => s.GetRequiredService<ISettingManager>().SetAsync(IdentitySettings.AddressesRestricted, SettingLevel.Entity, client.Id, value));
        }
    }

    private static async Task ActsAreInBothTrailsAsync(HttpClient client, HttpClient firm, Guid deed)
    {
        var own = (await GetAsync<PagedResult<AuditEntryDto>>(client, $"{Client}audit?entityId={deed}")).Items;
        own.Count.ShouldBe(4, "opened, appointment, signed, closed");
        own.ShouldAllBe(e => e.FirmName == "Étude Carpentier, notaires");
        (await GetAsync<PagedResult<AuditEntryDto>>(firm, $"{Firm}audit?entityId={deed}")).Items.Count.ShouldBe(4, "the office sees each act of its people");
    }

    private static async Task EndedIsClosedAsync(HttpClient client, HttpClient firm, Guid engagement, Guid deed)
    {
        await PostAsync(client, $"{Client}engagements/{engagement}/end", null, HttpStatusCode.NoContent);
        foreach (var (method, path) in Endpoints(deed).Skip(1))
            (await StatusAsync(firm, method, $"{Client}{path}")).ShouldBe(HttpStatusCode.NotFound, path);
        (await GetAsync<PagedResult<OfficeDeedDto>>(firm, $"{Firm}deeds")).Items.ShouldNotContain(d => d.Deed.Id == deed);
        (await GetAsync<DeedDto>(client, $"{Client}notary/deeds/{deed}")).Id.ShouldBe(deed, "the client keeps its deed");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Post)
            request.Content = JsonContent.Create(new { });
        using var answer = await client.SendAsync(request, Cancelled);
        return answer.StatusCode;
    }

    private static async Task<T> GetAsync<T>(HttpClient client, string path) => (await client.GetFromJsonAsync<T>(path, Json, Cancelled))!;

    private static async Task<T> PostAsync<T>(HttpClient client, string path, object? body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Json, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancelled));
        return (await answer.Content.ReadFromJsonAsync<T>(Json, Cancelled))!;
    }

    private static async Task PostAsync(HttpClient client, string path, object? body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Json, Cancelled);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private async Task<HttpClient> TokenAsync(TestDatabase database, string name) => (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(name));
}
