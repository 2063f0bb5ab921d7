using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting.Tests;

/// <summary>Who keeps the books. One class, so that no other test meets the engagement.</summary>
public sealed class AccountantApi_Tests(TestHosts hosts)
{
    private const string Nova = "/api/t/nova/accountant";

    private static readonly AccountantContactDto Contact = new() { Name = "Marc Vidal", Email = "marc@vidal.example", Phone = "+33 1 40 00 00 01", Language = "fr" };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    [Trait("Req", "ACC-03")]
    public async Task Contact_OutsideThePlatform_IsTheAccountantAtOnce(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        await PutAsync(amelie, Contact);
        await PutAsync(amelie, Contact with { Phone = "+33 1 40 00 00 02", Email = "MARC@vidal.example" });
        (await GetAsync(amelie)).Current!.Phone.ShouldBe("+33 1 40 00 00 02");
        var before = (await GetAsync(amelie)).Former.Count;
        await PutAsync(amelie, Contact with { Name = "Zoé Petit", Email = "zoe@petit.example" });
        var now = await GetAsync(amelie);
        (now.Current!.Name, now.Former.Count, now.Former[0].Name).ShouldBe(("Zoé Petit", before + 1, "Marc Vidal"));
        using var ended = await amelie.DeleteAsync(new Uri(Nova, UriKind.Relative), Cancelled);
        ended.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await GetAsync(amelie)).Current.ShouldBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "ACC-03")]
    public async Task Contact_WrongValues_AreRefusedAtTheirFields(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        using var answer = await amelie.PutAsJsonAsync($"{Nova}/contact", new AccountantContactDto { Name = " ", Email = "no address", Phone = "call me", Language = "xx" }, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        foreach (var code in new[] { AccountingErrorCodes.Required, AccountingErrorCodes.EmailFormat, AccountingErrorCodes.PhoneFormat, AccountingErrorCodes.LanguageUnknown })
            text.ShouldContain(code);
    }

    [Theory, Databases]
    [Trait("Req", "ACC-02")]
    public async Task Firm_AcceptsAndIsReplaced_IsTheAccountantInBetween(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        using var awa = await TokenAsync(database, "awa");
        var firm = (await amelie.GetFromJsonAsync<FirmDto[]>($"{Nova}/firms?search=fidu", Cancelled)).ShouldHaveSingleItem();
        using var asked = await amelie.PostAsync(new Uri($"{Nova}/firms/{firm.Id}", UriKind.Relative), null, Cancelled);
        asked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var waiting = await GetAsync(amelie);
        (waiting.Current, waiting.Asked!.Firm.Id).ShouldBe((null, firm.Id));
        using var accepted = await awa.PostAsync(new Uri($"/api/t/fiducia/clients/{waiting.Asked.Id}/accept", UriKind.Relative), null, Cancelled);
        accepted.StatusCode.ShouldBe(HttpStatusCode.OK);
        var current = (await GetAsync(amelie)).Current!;
        (current.FirmId, current.Name, current.Email).ShouldBe((firm.Id, "Fiducia Conseil SAS", "cabinet@fiducia.example"));
        (await awa.GetFromJsonAsync<AccountantsDto>(Nova, Json, Cancelled))!.Current!.Id.ShouldBe(current.Id, "the firm sees who keeps the books");
        await PutAsync(amelie, Contact);
        (await GetAsync(amelie)).Current!.FirmId.ShouldBeNull();
        using var outside = await awa.GetAsync(new Uri(Nova, UriKind.Relative), Cancelled);
        outside.StatusCode.ShouldBe(HttpStatusCode.NotFound, "another accountant ends the engagement");
        using var ended = await amelie.DeleteAsync(new Uri(Nova, UriKind.Relative), Cancelled);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_CompanyOfOthers_AreNotFound(TestDatabase database)
    {
        using var camille = await TokenAsync(database, "camille");
        foreach (var request in Requests())
        {
            using var answer = await camille.SendAsync(request, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, request.RequestUri!.OriginalString);
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Endpoints_WithoutPermission_AreForbidden(TestDatabase database)
    {
        using var benoit = await TokenAsync(database, "benoit");
        foreach (var request in Requests().Where(r => r.Method != HttpMethod.Get || r.RequestUri!.OriginalString != Nova))
        {
            using var answer = await benoit.SendAsync(request, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, request.RequestUri!.OriginalString);
        }
    }

    private static IEnumerable<HttpRequestMessage> Requests()
    {
        yield return new HttpRequestMessage(HttpMethod.Get, Nova);
        yield return new HttpRequestMessage(HttpMethod.Get, $"{Nova}/firms?search=fid");
        yield return new HttpRequestMessage(HttpMethod.Post, $"{Nova}/firms/{Guid.CreateVersion7()}");
        yield return new HttpRequestMessage(HttpMethod.Put, $"{Nova}/contact") { Content = JsonContent.Create(Contact) };
        yield return new HttpRequestMessage(HttpMethod.Delete, Nova);
    }

    private static async Task<AccountantsDto> GetAsync(HttpClient client) => (await client.GetFromJsonAsync<AccountantsDto>(Nova, Json, Cancelled))!;

    private static async Task PutAsync(HttpClient client, AccountantContactDto contact)
    {
        using var answer = await client.PutAsJsonAsync($"{Nova}/contact", contact, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private async Task<HttpClient> TokenAsync(TestDatabase database, string name) => (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(name));
}
