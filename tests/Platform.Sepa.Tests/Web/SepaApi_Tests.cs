using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>The journey over HTTP with tokens, by people who hold the rights of their roles.</summary>
[Trait("Req", "OPS-07")]
public sealed class SepaApi_Tests(TestHosts hosts)
{
    private const string Bookkeeper = "camille";
    private const string Validator = "victor";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    [Theory, Databases]
    public async Task Journey_OverTheApi_EndsInAVerifiedFile(TestDatabase database)
    {
        var (bookkeeper, validator) = await ClientsAsync(database);
        var id = Unique();
        var mandates = await UploadAsync(bookkeeper, ImportKind.Mandates, $"mandate_reference;signature_date;debtor_name;iban\n{id};2026-01-15;Eric;FR7616958230040009668127476\n");
        await ConfirmAsync(bookkeeper, mandates.Id);
        var orders = await UploadAsync(bookkeeper, ImportKind.Collections, $"mandate_reference;amount;end_to_end_id\n{id};12.34;E-{id}\n");
        (await ConfirmAsync(bookkeeper, orders.Id)).Total.ShouldBe(12.34m);
        var remittance = await CreateAsync(bookkeeper, orders.Id);
        remittance = await PostAsync<RemittanceDto>(bookkeeper, $"remittances/{remittance.Id}/submit", new RemittanceActInput(remittance.ConcurrencyStamp));
        var approved = await PostAsync<RemittanceDto>(validator, $"remittances/{remittance.Id}/approve", new ApproveRemittanceDto(remittance.ContentHash!));
        var bytes = await validator.GetByteArrayAsync(Url($"remittances/{remittance.Id}/file"), TestContext.Current.CancellationToken);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(approved.File!.Sha256);
    }

    [Theory, Databases]
    public async Task Approve_ByTheBookkeeper_IsForbidden(TestDatabase database)
    {
        var (bookkeeper, _) = await ClientsAsync(database);
        using var response = await bookkeeper.PostAsJsonAsync(Url($"remittances/{Guid.CreateVersion7()}/approve"), new ApproveRemittanceDto("x"), Json, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    public async Task Mandate_WrongFields_AreNamedInProblemDetails(TestDatabase database)
    {
        var (bookkeeper, _) = await ClientsAsync(database);
        var input = new SaveMandateDto("RUM//1", null, SddScheme.Core, MandateType.Recurrent, null, "", "FR00");
        using var response = await bookkeeper.PostAsJsonAsync(Url("mandates"), input, Json, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("errors").EnumerateArray();
        errors.Select(e => e.GetProperty("code").GetString()).ShouldBe([SepaErrorCodes.IbanLength, SepaErrorCodes.IdentifierSlash, SepaErrorCodes.Required], ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task Upload_AsABody_WorksLikeAForm(TestDatabase database)
    {
        var (bookkeeper, _) = await ClientsAsync(database);
        using var body = new StringContent($"mandate_reference;signature_date;debtor_name;iban\n{Unique()};2026-01-15;Eric;FR7616958230040009668127476\n", Encoding.UTF8, "text/csv");
        using var response = await bookkeeper.PostAsync(Url($"imports?kind=Mandates&fileName=a.csv&creditorAccountId={await AccountAsync(bookkeeper)}"), body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await response.Content.ReadFromJsonAsync<ImportBatchDto>(Json, TestContext.Current.CancellationToken))!.FileName.ShouldBe("a.csv");
    }

    [Theory, Databases]
    public async Task Upload_TooLarge_IsSaidAsSuch(TestDatabase database)
    {
        var (bookkeeper, _) = await ClientsAsync(database);
        using var body = new ByteArrayContent(new byte[ImportLimits.MaxBytes + 128 * 1024]);
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await bookkeeper.PostAsync(Url("imports?kind=Mandates"), body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Platform:TooLarge");
    }

    [Theory, Databases]
    public async Task Upload_BrokenFile_NamesItsLine(TestDatabase database)
    {
        var (bookkeeper, _) = await ClientsAsync(database);
        using var body = new StringContent("mandate_reference;signature_date\nM;\"2026\n", Encoding.UTF8, "text/csv");
        using var response = await bookkeeper.PostAsync(Url($"imports?kind=Mandates&creditorAccountId={await AccountAsync(bookkeeper)}"), body, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("errors")[0];
        (error.GetProperty("code").GetString(), error.GetProperty("line").GetInt32()).ShouldBe((SepaErrorCodes.CsvQuoteOpen, 2));
    }

    [Theory, Databases]
    public async Task FailedRows_OverTheApi_AreAFile(TestDatabase database)
    {
        var (bookkeeper, _) = await ClientsAsync(database);
        var import = await UploadAsync(bookkeeper, ImportKind.Mandates, "mandate_reference;signature_date;debtor_name;iban\nM;2026-01-15;Eric;FR00\n");
        using var response = await bookkeeper.GetAsync(Url($"imports/{import.Id}/failed-rows.csv"), TestContext.Current.CancellationToken);
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("failed-rows.csv");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("FR00");
    }

    [Theory]
    [InlineData("mandates?cursor=nonsense")]
    [InlineData("mandates?pageSize=0")]
    [InlineData("collections?pageSize=100000")]
    [InlineData("remittances?cursor=AAAA")]
    public async Task List_BadParameter_IsABadRequest(string path)
    {
        var (bookkeeper, _) = await ClientsAsync(TestDatabase.Sqlite);
        using var response = await bookkeeper.GetAsync(Url(path), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, Databases]
    public async Task Mandates_PagedByKey_MeetEachOnce(TestDatabase database)
    {
        var (bookkeeper, _) = await ClientsAsync(database);
        var id = Unique();
        var rows = string.Concat(Enumerable.Range(0, 7).Select(i => $"{id}-{i};2026-01-15;Zoé {6 - i};FR7616958230040009668127476\n"));
        var import = await UploadAsync(bookkeeper, ImportKind.Mandates, "mandate_reference;signature_date;debtor_name;iban\n" + rows);
        await ConfirmAsync(bookkeeper, import.Id);
        var expected = Enumerable.Range(0, 7).Select(i => $"{id}-{i}").ToList();
        var list = $"mandates?search=zoe%20{id.ToLowerInvariant()}&pageSize=3";
        (await ReadAllAsync(bookkeeper, $"{list}&sort=Reference")).ShouldBe(expected);
        (await ReadAllAsync(bookkeeper, $"{list}&sort=Debtor")).ShouldBe(Enumerable.Reverse(expected));
        (await ReadAllAsync(bookkeeper, $"{list}&sort=Newest")).ShouldBe(expected, ignoreOrder: true);
    }

    private async Task<(HttpClient Bookkeeper, HttpClient Validator)> ClientsAsync(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        return (host.CreateClient(DemoPeople.Token(Bookkeeper)), host.CreateClient(DemoPeople.Token(Validator)));
    }

    private static async Task<List<string>> ReadAllAsync(HttpClient client, string path)
    {
        var found = new List<string>();
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(Url($"{path}&cursor={cursor}"), TestContext.Current.CancellationToken);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("reference").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        return found;
    }

    // Other tests add accounts to the company.
    private static async Task<Guid> AccountAsync(HttpClient client)
    {
        var accounts = await client.GetFromJsonAsync<List<CreditorAccountDto>>(Url("creditor-accounts"), Json, TestContext.Current.CancellationToken);
        return accounts!.First(a => a.Name == "Compte principal").Id;
    }

    private static async Task<RemittanceDto> CreateAsync(HttpClient client, Guid import)
    {
        return await PostAsync<RemittanceDto>(client, "remittances", new CreateRemittanceDto(
            Guid.CreateVersion7(), await AccountAsync(client), "Test", PaymentScheme.Core, new OrderSelectionDto(ImportBatchId: import)));
    }

    private static async Task<ImportBatchDto> UploadAsync(HttpClient client, ImportKind kind, string text)
    {
        using var form = new MultipartFormDataContent { { new StringContent(text), "file", "file.csv" } };
        using var response = await client.PostAsync(
            Url($"imports?kind={kind}&creditorAccountId={await AccountAsync(client)}"), form, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await response.Content.ReadFromJsonAsync<ImportBatchDto>(Json, TestContext.Current.CancellationToken))!;
    }

    private static Task<ImportResultDto> ConfirmAsync(HttpClient client, Guid id) => PostAsync<ImportResultDto>(client, $"imports/{id}/confirm", new ConfirmImportDto());

    private static async Task<T> PostAsync<T>(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(Url(path), body, Json, TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await response.Content.ReadFromJsonAsync<T>(Json, TestContext.Current.CancellationToken))!;
    }

    private static Uri Url(string path) => new($"/api/t/lefevre/{path}", UriKind.Relative);

    private static string Unique() => $"T{Guid.CreateVersion7():N}"[..20].ToUpperInvariant();
}
