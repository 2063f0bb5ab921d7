using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

[Trait("Req", "OPS-07")]
public sealed class CompanyApi_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task Companies_Token_ListsOnlyThePersonsOwn(TestDatabase database)
    {
        using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("camille@lefevre.example"));
        var mine = await client.GetFromJsonAsync<CompanyListItemDto[]>("/api/companies", TestContext.Current.CancellationToken);
        mine.ShouldNotBeNull().Select(c => c.Slug).ShouldBe(["lefevre"]);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Company_ForeignOrUnknown_IsTheSame404(TestDatabase database)
    {
        using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("camille@lefevre.example"));
        foreach (var slug in new[] { "nova", "no-such-company" })
        {
            using var response = await client.GetAsync($"/api/t/{slug}/company", TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, slug);
        }
    }

    [Theory, Databases]
    public async Task Company_PutWithoutRight_IsForbidden(TestDatabase database)
    {
        using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("camille@lefevre.example"));
        using var response = await client.PutAsJsonAsync("/api/t/lefevre/company", new UpdateCompanyDto(), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    public async Task Company_PutBrokenInput_NamesEveryField(TestDatabase database)
    {
        using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("amelie@lefevre.example"));
        using var response = await client.PutAsJsonAsync(
            "/api/t/nova/company", new { name = "x", vatNumber = "FR1", address = (object?)null, language = "fr", color = "#0f766e" }, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString())
            .ShouldBe([TenancyErrorCodes.VatFormat, TenancyErrorCodes.Required, TenancyErrorCodes.Required]);
    }

    [Theory, Databases]
    public async Task Company_PutStale_IsAConflict(TestDatabase database)
    {
        using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("amelie@lefevre.example"));
        var company = await client.GetFromJsonAsync<CompanyDto>("/api/t/nova/company", TestContext.Current.CancellationToken);
        using var response = await client.PutAsJsonAsync(
            "/api/t/nova/company", company! with { ConcurrencyStamp = Guid.CreateVersion7() }, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
