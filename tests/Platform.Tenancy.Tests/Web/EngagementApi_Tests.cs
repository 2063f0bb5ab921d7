using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Audit;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>Over HTTP, with the demonstration's bakery and its accountant. One class, so that no other test meets the engagement.</summary>
[Trait("Req", "TEN-05")]
public sealed class EngagementApi_Tests(TestHosts hosts)
{
    private const string Client = "/api/t/lefevre/";
    private const string Firm = "/api/t/fiducia/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Engagement_FromRequestToEnd_OpensAndClosesTheClient(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        using var awa = await TokenAsync(database, "awa");
        var firm = (await amelie.GetFromJsonAsync<FirmDto[]>($"{Client}engagements/firms?kind=accounting&search=fiducia", Cancelled)).ShouldHaveSingleItem();
        (await StatusAsync(awa, $"{Client}company")).ShouldBe(HttpStatusCode.NotFound);
        var asked = await PostAsync<EngagementDto>(amelie, $"{Client}engagements", new RequestEngagementDto("accounting", firm.Id));
        var waiting = await awa.GetFromJsonAsync<PagedResult<EngagementDto>>($"{Firm}clients?state=Requested&search=lefevre", Json, Cancelled);
        waiting!.Items.ShouldHaveSingleItem().Id.ShouldBe(asked.Id);
        (await PostAsync<EngagementDto>(awa, $"{Firm}clients/{asked.Id}/accept", null)).State.ShouldBe(EngagementState.Accepted);
        var company = await awa.GetFromJsonAsync<CompanyDto>($"{Client}company", Cancelled);
        company!.Slug.ShouldBe("lefevre");
        using var change = await awa.PutAsJsonAsync($"{Client}company", company, Cancelled);
        change.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var mine = await awa.GetFromJsonAsync<CompanyListItemDto[]>("/api/companies?search=FR 68 904", Cancelled);
        mine!.ShouldHaveSingleItem().ActingFor.ShouldBe("Fiducia Conseil SAS");
        (await amelie.GetFromJsonAsync<CompanyListItemDto[]>("/api/companies?search=Lefevre", Cancelled))!.ShouldHaveSingleItem().Firms.ShouldBe(["Fiducia Conseil SAS"]);
        await ActionsAreInBothTrailsAsync(amelie, awa, asked.Id);
        using var ended = await amelie.PostAsync(new Uri($"{Client}engagements/{asked.Id}/end", UriKind.Relative), null, Cancelled);
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await StatusAsync(awa, $"{Client}company")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_CompanyOfOthers_AreNotFound(TestDatabase database)
    {
        using var awa = await TokenAsync(database, "awa");
        var id = Guid.CreateVersion7();
        foreach (var path in new[] { "engagements", $"engagements/{id}", "engagements/firms", "clients" })
            (await StatusAsync(awa, $"/api/t/nova/{path}")).ShouldBe(HttpStatusCode.NotFound, path);
        foreach (var path in new[] { "engagements", $"engagements/{id}/end", $"clients/{id}/accept", $"clients/{id}/refuse", $"clients/{id}/end" })
        {
            using var answer = await awa.PostAsJsonAsync($"/api/t/nova/{path}", new RequestEngagementDto("accounting", id), Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Endpoints_WithoutPermission_AreForbidden(TestDatabase database)
    {
        using var camille = await TokenAsync(database, "camille");
        using var asked = await camille.PostAsJsonAsync($"{Client}engagements", new RequestEngagementDto("accounting", Guid.CreateVersion7()), Cancelled);
        asked.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(camille, $"{Client}engagements/firms?kind=accounting&search=fiducia")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    [Trait("Req", "ACC-01")]
    public async Task FindFirms_PartsOfNameOrNumber_FindTheFirm(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        foreach (var search in new[] { "fid", "FIDUCIA", "conseil fid", "FR17912038460", "17912038460", "912 038 460", "FR 17 912.038", "fiducià" })
            (await FirmsAsync(amelie, search)).ShouldBe(["Fiducia Conseil SAS"], search);
        foreach (var search in new[] { "", "f", "lefevre", "nova", "%", "__", "fi%cia", "f_ducia", @"fid\ucia", "FR68904173523" })
            (await FirmsAsync(amelie, search)).ShouldBeEmpty(search);
    }

    private static async Task<IEnumerable<string>> FirmsAsync(HttpClient client, string search) =>
        (await client.GetFromJsonAsync<FirmDto[]>($"/api/t/nova/engagements/firms?kind=accounting&search={Uri.EscapeDataString(search)}", Cancelled))!.Select(f => f.Name);

    private static async Task ActionsAreInBothTrailsAsync(HttpClient client, HttpClient firm, Guid engagement)
    {
        foreach (var (reader, trail) in new[] { (client, Client), (firm, Firm) })
        {
            var entries = await reader.GetFromJsonAsync<PagedResult<AuditEntryDto>>($"{trail}audit?entityId={engagement}", Cancelled);
            entries!.Items.Select(e => e.Action).ShouldContain("Tenancy.Engagement.Requested");
            entries.Items.Select(e => e.Action).ShouldContain("Tenancy.Engagement.Accepted");
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }

    private static async Task<T> PostAsync<T>(HttpClient client, string path, object? body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancelled));
        return (await answer.Content.ReadFromJsonAsync<T>(Json, Cancelled))!;
    }

    private async Task<HttpClient> TokenAsync(TestDatabase database, string name) => (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(name));
}
