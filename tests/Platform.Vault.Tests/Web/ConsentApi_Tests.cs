using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-08")]
public sealed class ConsentApi_Tests(TestHosts hosts)
{
    private const string Api = "/api/t/lefevre/consents";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task List_OwnConsents_HoldsNoSecretAndPagesByCursor(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var older = await Consents.GiveAsync(host, "victor");
        var newer = await Consents.GiveAsync(host, "victor");
        using var client = host.CreateClient(DemoPeople.Token("victor"));
        var first = await client.GetFromJsonAsync<JsonElement>($"{Api}?pageSize=1&state=Active", Cancelled);
        var second = await client.GetFromJsonAsync<JsonElement>($"{Api}?pageSize=1&state=Active&cursor={first.GetProperty("nextCursor").GetString()}", Cancelled);
        (IdOf(first), IdOf(second)).ShouldBe((newer, older));
        first.GetProperty("items")[0].TryGetProperty("secret", out _).ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task Revoke_Twice_AnswersTheSame(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var id = await Consents.GiveAsync(host, "camille");
        using var client = host.CreateClient(DemoPeople.Token("camille"));
        var first = await PostAsync(client, $"{Api}/{id}/revoke");
        var second = await PostAsync(client, $"{Api}/{id}/revoke");
        first.GetProperty("state").GetString().ShouldBe("Revoked");
        second.GetProperty("revokedAt").GetDateTime().ShouldBe(first.GetProperty("revokedAt").GetDateTime(), TimeSpan.FromMilliseconds(1));
        (await client.GetFromJsonAsync<JsonElement>($"{Api}/{id}", Cancelled)).GetProperty("canRevoke").GetBoolean().ShouldBeFalse();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task GetAndRevoke_OthersOrAnotherCompanys_AreNotFound(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var others = await Consents.GiveAsync(host, "camille");
        var foreign = await Consents.GiveAsync(host, "benoit", "nova");
        foreach (var (person, id) in new[] { ("victor", others), ("benoit", others), ("benoit", foreign), ("amelie", foreign) })
        {
            using var client = host.CreateClient(DemoPeople.Token(person));
            using var read = await client.GetAsync(new Uri($"{Api}/{id}", UriKind.Relative), Cancelled);
            using var revoke = await client.PostAsync(new Uri($"{Api}/{id}/revoke", UriKind.Relative), null, Cancelled);
            (read.StatusCode, revoke.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound), person);
        }
    }

    private static Guid IdOf(JsonElement page) => page.GetProperty("items")[0].GetProperty("id").GetGuid();

    private static async Task<JsonElement> PostAsync(HttpClient client, string path)
    {
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), null, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
    }
}
