using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Platform.Tenancy;

namespace Platform.Notary.Tests;

[Collection("Engagements")]
[Trait("Req", "TEN-10")]
public sealed partial class NotaryPages_Tests(TestHosts hosts)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Menu_OfEachTenantType_HasItsOwnEntryOnly(TestDatabase database)
    {
        (await MenuAsync(database, "amelie", "lefevre")).ShouldBe(["/t/lefevre/notary"]);
        (await MenuAsync(database, "ines", "carpentier")).ShouldBe(["/t/carpentier/deeds"]);
        (await MenuAsync(database, "awa", "fiducia")).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Deed_OpenedOnThePage_IsTakenOnThere(TestDatabase database)
    {
        var engagement = await EngageAsync(database);
        using var ines = await SignInAsync(database, "ines");
        (await ines.OpenAsync("/t/carpentier/deeds")).QuerySelectorAll("main a[href='/t/nova/notary/new']").ShouldHaveSingleItem();
        var reference = $"N-{Guid.CreateVersion7():N}"[..20];
        using var opened = await ines.SubmitAsync("/t/nova/notary/new", "main form", ("Input.Reference", reference), ("Input.Kind", "Lease"), ("Input.Subject", "Bail de l’atelier"));
        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = opened.Headers.Location!.ToString();
        using var past = await ines.SubmitAsync(page, "form[action*=Appointment]", ("Day", "2020-01-01"));
        past.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(past)).QuerySelector("#Day-error").ShouldNotBeNull();
        using var planned = await ines.SubmitAsync(page, "form[action*=Appointment]", ("Day", "2099-01-05"));
        planned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var signed = await ines.SubmitAsync(page, "form[action*=Sign]");
        signed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await ines.OpenAsync("/t/carpentier/deeds?state=Signed")).QuerySelectorAll("#deed-list tbody tr").ShouldContain(r => r.TextContent.Contains(reference, StringComparison.Ordinal));
        await ClientSeesAsync(database, page, reference);
        await EndAsync(database, engagement);
        using var closed = await ines.GetAsync(page);
        closed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    public async Task New_NothingFilledIn_SaysSoBesideEachField(TestDatabase database)
    {
        var engagement = await EngageAsync(database);
        using var ines = await SignInAsync(database, "ines");
        using var refused = await ines.SubmitAsync("/t/nova/notary/new", "main form", ("Input.Reference", " "), ("Input.Kind", ""), ("Input.Subject", ""));
        await EndAsync(database, engagement);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await TestBrowser.ReadAsync(refused);
        foreach (var field in new[] { "Reference", "Kind", "Subject" })
            page.QuerySelector($"#Input_{field}-error").ShouldNotBeNull(field);
    }

    // The company's own people see the deed and nothing to do with it.
    private async Task ClientSeesAsync(TestDatabase database, string page, string reference)
    {
        using var amelie = await SignInAsync(database, "amelie");
        (await amelie.OpenAsync("/t/nova/notary")).QuerySelector("#deed-list")!.TextContent.ShouldContain(reference);
        (await amelie.OpenAsync(page)).QuerySelectorAll("main form").ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> MenuAsync(TestDatabase database, string person, string company)
    {
        using var browser = await SignInAsync(database, person);
        var page = await browser.OpenAsync($"/t/{company}");
        return page.QuerySelectorAll("nav a").Select(a => a.GetAttribute("href") ?? "").Where(h => Own().IsMatch(h)).Distinct();
    }

    private async Task<Guid> EngageAsync(TestDatabase database)
    {
        using var amelie = await ClientAsync(database, "amelie");
        using var ines = await ClientAsync(database, "ines");
        var firm = (await hosts.GetAsync(database)).CompanyAsync("carpentier");
        using var asked = await amelie.PostAsJsonAsync("/api/t/nova/engagements", new RequestEngagementDto("notary", (await firm).Id), Cancelled);
        asked.IsSuccessStatusCode.ShouldBeTrue(await asked.Content.ReadAsStringAsync(Cancelled));
        var id = (await asked.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Cancelled)).GetProperty("id").GetGuid();
        using var accepted = await ines.PostAsync(new Uri($"/api/t/carpentier/clients/{id}/accept", UriKind.Relative), null, Cancelled);
        accepted.StatusCode.ShouldBe(HttpStatusCode.OK);
        return id;
    }

    private async Task EndAsync(TestDatabase database, Guid engagement)
    {
        using var amelie = await ClientAsync(database, "amelie");
        using var ended = await amelie.PostAsync(new Uri($"/api/t/nova/engagements/{engagement}/end", UriKind.Relative), null, Cancelled);
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task<HttpClient> ClientAsync(TestDatabase database, string name) => (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(name));

    private async Task<TestBrowser> SignInAsync(TestDatabase database, string name) => await TestBrowser.SignInAsync(await hosts.GetAsync(database), DemoPeople.Email(name));

    [GeneratedRegex("/(notary|deeds)$")]
    private static partial Regex Own();
}
