using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>From two CSV files to the bank file over the HTTP API alone.</summary>
public sealed class ApiJourney_Tests
{
    private const string Company = "lefevre";

    [Theory, Databases]
    [Trait("Req", "OPS-07")]
    [Trait("Req", "SEP-04")]
    [Trait("Req", "SEP-08")]
    public async Task Journey_WithTokens_EndsInABankFile(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        using var camille = ApiClient.For(host, "camille", Company);
        using var victor = ApiClient.For(host, "victor", Company);

        (await ImportAsync(camille, "Mandates", "mandates.csv")).GetProperty("imported").GetInt32().ShouldBe(193);
        var collections = await ImportAsync(camille, "Collections", "collections.csv");
        var remittance = await PrepareAsync(camille, collections.GetProperty("id").GetString()!);
        var id = remittance.GetProperty("id").GetString()!;

        await FourEyesAsync(camille, remittance);
        var approved = await victor.PostAsync($"remittances/{id}/approve", new { contentHash = remittance.GetProperty("contentHash").GetString() });
        approved.GetProperty("status").GetString().ShouldBe("Approved");
        var file = await victor.DownloadAsync($"remittances/{id}/file");
        ShouldBeTheRemittance(file, approved);
        await BankFile.ShouldBeValidAsync(file, "pain.008.001.08");
        await ShouldBeAuditedAsync(host, id);
    }

    private static async Task<JsonElement> ImportAsync(ApiClient api, string kind, string file)
    {
        var content = await File.ReadAllTextAsync(Path.Combine(TestEnvironment.Root, "etc", "demo", file), TestContext.Current.CancellationToken);
        var batch = await api.PostFileAsync($"imports?kind={kind}&fileName={file}", content);
        var id = batch.GetProperty("id").GetString()!;
        batch.GetProperty("rows").GetInt32().ShouldBe(200);
        batch.GetProperty("invalidRows").GetInt32().ShouldBeGreaterThan(5);
        var wrong = (await api.GetAsync($"imports/{id}/rows?state=Invalid")).GetProperty("items");
        wrong.EnumerateArray().ShouldAllBe(r => r.GetProperty("line").GetInt32() > 1 && r.GetProperty("findings").GetArrayLength() > 0);
        (await api.RefusedAsync($"imports/{id}/confirm", new { }, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString().ShouldBe("Sepa:ImportHasInvalidRows");
        await api.PostAsync($"imports/{id}/skip-invalid", new { });
        var result = await api.PostAsync($"imports/{id}/confirm", new { });
        var again = await api.PostAsync($"imports/{id}/confirm", new { });
        again.GetProperty("imported").GetInt32().ShouldBe(result.GetProperty("imported").GetInt32(), "a replayed confirmation imports nothing again");
        return result;
    }

    private static async Task<JsonElement> PrepareAsync(ApiClient api, string import)
    {
        var account = (await api.GetAsync("creditor-accounts")).EnumerateArray().First(a => a.GetProperty("status").GetString() == "Approved").GetProperty("id").GetString();
        var body = new { id = Guid.CreateVersion7(), creditorAccountId = account, title = "November", scheme = "Core", selection = new { importBatchId = import } };
        var created = await api.PostAsync("remittances", body);
        var repeated = await api.PostAsync("remittances", body);
        repeated.GetProperty("number").GetString().ShouldBe(created.GetProperty("number").GetString(), "a repeated request makes no second remittance");
        var id = created.GetProperty("id").GetString()!;
        var draft = await ActAsync(api, id, "remove-errors", created);
        draft = await ActAsync(api, id, "acknowledge", draft);
        return await ActAsync(api, id, "submit", draft);
    }

    private static Task<JsonElement> ActAsync(ApiClient api, string id, string act, JsonElement seen) =>
        api.PostAsync($"remittances/{id}/{act}", new { concurrencyStamp = seen.GetProperty("concurrencyStamp").GetString() });

    private static async Task FourEyesAsync(ApiClient preparer, JsonElement remittance)
    {
        var id = remittance.GetProperty("id").GetString();
        var body = new { contentHash = remittance.GetProperty("contentHash").GetString() };
        await preparer.RefusedAsync($"remittances/{id}/approve", body, HttpStatusCode.Forbidden);
        (await preparer.StatusAsync($"remittances/{id}/file")).ShouldBe(HttpStatusCode.UnprocessableEntity, "no file before the approval");
    }

    private static void ShouldBeTheRemittance(byte[] file, JsonElement remittance)
    {
        var document = XDocument.Parse(Encoding.UTF8.GetString(file));
        var ns = document.Root!.Name.Namespace;
        var amounts = document.Descendants(ns + "InstdAmt").Select(a => decimal.Parse(a.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        amounts.Count.ShouldBe(remittance.GetProperty("count").GetInt32());
        amounts.Sum().ShouldBe(remittance.GetProperty("total").GetDecimal());
        document.Descendants(ns + "GrpHdr").Single().Element(ns + "CtrlSum")!.Value.ShouldBe(amounts.Sum().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))
            .ShouldBe(remittance.GetProperty("file").GetProperty("sha256").GetString()!.ToLowerInvariant());
    }

    private static async Task ShouldBeAuditedAsync(TestHost host, string remittance)
    {
        using var amelie = ApiClient.For(host, "amelie", Company);
        var trail = (await amelie.GetAsync($"audit?entityType=Remittance&entityId={remittance}")).GetProperty("items").EnumerateArray().ToList();
        trail.Count.ShouldBeGreaterThan(3);
        trail.ShouldAllBe(e => e.GetProperty("time").GetDateTime() != default);
    }
}
