using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-03")]
public sealed class VaultKeysApi_Tests(TestHosts hosts)
{
    private static readonly string[] Acts = ["rotate-master-key", "rotate-data-keys", "rewrap-master-keys", "retry-damaged", "discard-shredded", "unseal", "retire/1"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Status_Operator_HoldsNoKeyMaterial(TestDatabase database)
    {
        using var amelie = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("amelie"));
        var status = await amelie.GetFromJsonAsync<JsonElement>("/api/t/lefevre/vault", Cancelled);
        (status.GetProperty("isSealed").GetBoolean(), status.GetProperty("kmsProvider").GetString()).ShouldBe((false, "file"));
        status.GetProperty("versions")[0].EnumerateObject().Select(p => p.Name)
            .ShouldBe(["version", "state", "kmsKeyId", "createdAt", "retiredAt", "secrets", "damaged"]);
    }

    [Theory, Databases]
    public async Task Everything_AnyoneElse_IsRefused(TestDatabase database)
    {
        foreach (var (person, company) in new[] { ("amelie", "nova"), ("awa", "fiducia"), ("camille", "lefevre") })
        {
            using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(person));
            using var status = await client.GetAsync(new Uri($"/api/t/{company}/vault", UriKind.Relative), Cancelled);
            status.StatusCode.ShouldBe(HttpStatusCode.Forbidden, person);
            foreach (var act in Acts)
            {
                using var answer = await client.PostAsync(new Uri($"/api/t/{company}/vault/{act}", UriKind.Relative), null, Cancelled);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{person}: {act}");
            }
        }
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    [Trait("Req", "VLT-04")]
    public async Task Acts_Operator_AnswerTheNewStatus(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        foreach (var act in Acts)
        {
            using var answer = await PostAsync(amelie, act);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, act);
        }

        var states = (await amelie.GetFromJsonAsync<JsonElement>("/api/t/lefevre/vault", Cancelled)).GetProperty("versions").EnumerateArray();
        states.Select(v => v.GetProperty("state").GetString()).ShouldBe(["Active", "Retired"]);
        using var again = await PostAsync(amelie, "retire/2");
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await again.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("code").GetString().ShouldBe(VaultErrorCodes.KeyVersionInUse);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string act) =>
        client.PostAsync(new Uri($"/api/t/lefevre/vault/{act}", UriKind.Relative), null, Cancelled);
}
