using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.ModuleName.Tests;

/// <summary>The tenant type, the kind of engagement and the module's doors, over HTTP.</summary>
public sealed class ModuleName_Tests(TestHosts hosts)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Firm_OfTheNewType_IsFoundAndOfferedToClients(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var firm = await Firm.CompanyAsync(host, "modulename");
        host.Services.GetRequiredService<TenantTypeCatalog>().Contains("modulename").ShouldBeTrue();
        using var amelie = await ClientAsync(database, "amelie");
        var found = await amelie.GetFromJsonAsync<FirmDto[]>($"/api/t/lefevre/engagements/firms?kind=modulename&search={Uri.EscapeDataString(firm.Name)}", Cancelled);
        found!.ShouldHaveSingleItem().Id.ShouldBe(firm.Id);
        using var browser = await TestBrowser.SignInAsync(host, DemoPeople.Email("amelie"));
        (await browser.OpenAsync("/t/lefevre/settings/engagements")).QuerySelector("main a[href$='kind=modulename']").ShouldNotBeNull();
        (await browser.OpenAsync("/t/lefevre/modulename")).QuerySelector("main .p-empty, main .empty").ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Open_ByTheCompanyItself_IsRefused(TestDatabase database)
    {
        using var amelie = await ClientAsync(database, "amelie");
        using var answer = await amelie.PostAsJsonAsync("/api/t/lefevre/modulename/matters", new OpenMatterDto { Subject = "Annual report" }, Cancelled);
        (await answer.Content.ReadAsStringAsync(Cancelled)).ShouldContain(ModuleNameErrorCodes.FirmOnly);
    }

    [Theory, Databases]
    public async Task Work_OfACompanyThatIsNoFirm_IsNotFound(TestDatabase database) =>
        (await StatusesAsync(database, "amelie", "lefevre", [(HttpMethod.Get, "work")])).ShouldBe([HttpStatusCode.NotFound]);

    [Theory, Databases]
    public async Task Endpoints_WithoutPermission_AreForbidden(TestDatabase database) =>
        (await StatusesAsync(database, "sofia", "lefevre", Endpoints())).ShouldAllBe(s => s == HttpStatusCode.Forbidden);

    [Theory, Databases]
    public async Task Endpoints_CompanyOfOthers_AreNotFound(TestDatabase database) =>
        (await StatusesAsync(database, "awa", "lefevre", Endpoints())).ShouldAllBe(s => s == HttpStatusCode.NotFound);

    private static IReadOnlyList<(HttpMethod Method, string Path)> Endpoints() =>
    [
        (HttpMethod.Get, "work"), (HttpMethod.Get, "matters"), (HttpMethod.Post, "matters"), (HttpMethod.Get, $"matters/{Guid.CreateVersion7()}"),
        (HttpMethod.Post, $"matters/{Guid.CreateVersion7()}/close"),
    ];

    private async Task<IReadOnlyList<HttpStatusCode>> StatusesAsync(TestDatabase database, string person, string company, IEnumerable<(HttpMethod Method, string Path)> endpoints)
    {
        using var client = await ClientAsync(database, person);
        var statuses = new List<HttpStatusCode>();
        foreach (var (method, path) in endpoints)
        {
            using var request = new HttpRequestMessage(method, $"/api/t/{company}/modulename/{path}");
            request.Content = method == HttpMethod.Post ? JsonContent.Create(new { }) : null;
            using var answer = await client.SendAsync(request, Cancelled);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }

    private async Task<HttpClient> ClientAsync(TestDatabase database, string name) => (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(name));
}
