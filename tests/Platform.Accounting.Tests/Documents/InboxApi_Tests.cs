using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Accounting.Tests;

/// <summary>Documents over the API, in demonstration companies.</summary>
[Trait("Req", "ACC-04")]
public sealed class InboxApi_Tests(TestHosts hosts)
{
    private const int Chunk = DocumentLimits.ChunkBytes;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Upload_ChunkByChunk_BecomesADocumentThatIsDownloaded(TestDatabase database)
    {
        using var client = await ClientAsync(database, "camille");
        var content = RandomNumberGenerator.GetBytes(Chunk + 5);
        var upload = await SendAsync<DocumentUploadDto>(client, HttpMethod.Post, "documents/uploads", JsonContent.Create(new StartUploadInput("Relevé \"été\".pdf", content.Length), options: Json));
        (await WriteAsync(client, upload.Id, 0, content[..Chunk])).Received.ShouldBe(Chunk);
        (await SendAsync<DocumentUploadDto>(client, HttpMethod.Get, $"documents/uploads/{upload.Id}")).Received.ShouldBe(Chunk);
        (await WriteAsync(client, upload.Id, Chunk, content[Chunk..])).Received.ShouldBe(content.Length);
        var document = (await CompleteAsync(client, upload.Id)).Document;
        document.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        using var whole = await client.GetAsync(Url($"documents/{document.Id}/content"), Aborted);
        whole.Content.Headers.ContentDisposition!.ShouldSatisfyAllConditions(d => d.DispositionType.ShouldBe("attachment"), d => d.FileNameStar.ShouldBe("Relevé \"été\".pdf"));
        whole.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await whole.Content.ReadAsByteArrayAsync(Aborted)).ShouldBe(content);
    }

    [Fact]
    public async Task Download_ARange_AnswersThatPart()
    {
        using var client = await ClientAsync(TestDatabase.Sqlite, "camille");
        var content = RandomNumberGenerator.GetBytes(1000);
        var document = await AddAsync(client, content);
        using var request = new HttpRequestMessage(HttpMethod.Get, Url($"documents/{document.Id}/content")) { Headers = { Range = new RangeHeaderValue(990, null) } };
        using var part = await client.SendAsync(request, Aborted);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 990-999/1000");
        part.Headers.ETag!.Tag.ShouldBe($"\"{document.Sha256}\"");
        (await part.Content.ReadAsByteArrayAsync(Aborted)).ShouldBe(content[990..]);
    }

    [Fact]
    public async Task Upload_RefusedInputs_NameCodeAndField()
    {
        using var client = await ClientAsync(TestDatabase.Sqlite, "camille");
        (await RefusedAsync(client, HttpMethod.Post, "documents/uploads", JsonContent.Create(new StartUploadInput("a", DocumentLimits.MaxBytes + 1), options: Json)))
            .ShouldBe((HttpStatusCode.BadRequest, AccountingErrorCodes.UploadTooLarge));
        var upload = await SendAsync<DocumentUploadDto>(client, HttpMethod.Post, "documents/uploads", JsonContent.Create(new StartUploadInput("a", Chunk + 1), options: Json));
        (await RefusedAsync(client, HttpMethod.Put, $"documents/uploads/{upload.Id}?offset=7", new ByteArrayContent(new byte[1])))
            .ShouldBe((HttpStatusCode.BadRequest, AccountingErrorCodes.UploadOffset));
        (await RefusedAsync(client, HttpMethod.Put, $"documents/uploads/{upload.Id}?offset=0", new ByteArrayContent(new byte[1])))
            .ShouldBe((HttpStatusCode.BadRequest, AccountingErrorCodes.UploadChunkSize));
        (await RefusedAsync(client, HttpMethod.Post, $"documents/uploads/{upload.Id}/complete", JsonContent.Create(new CompleteUploadInput())))
            .ShouldBe((HttpStatusCode.UnprocessableEntity, null));
    }

    [Fact]
    public async Task Upload_TheSameAgain_NamesTheOriginal()
    {
        using var client = await ClientAsync(TestDatabase.Sqlite, "camille");
        var content = RandomNumberGenerator.GetBytes(20);
        var original = await AddAsync(client, content);
        var upload = await BeginAsync(client, content);
        (await CompleteAsync(client, upload.Id)).ShouldSatisfyAllConditions(r => r.IsDuplicate.ShouldBeTrue(), r => r.Document.Id.ShouldBe(original.Id));
        (await CompleteAsync(client, upload.Id, keepDuplicate: true)).Document.Id.ShouldNotBe(original.Id);
    }

    [Theory, Databases]
    public async Task Documents_Changed_AreFoundAsTheyAre(TestDatabase database)
    {
        using var client = await ClientAsync(database, "camille");
        var document = await AddAsync(client, RandomNumberGenerator.GetBytes(20));
        var updated = await SendAsync<DocumentDto>(client, HttpMethod.Put, $"documents/{document.Id}",
            JsonContent.Create(new UpdateDocumentInput("Bail nœud.pdf", DocumentType.Contract, ["siège"], document.ConcurrencyStamp), options: Json));
        updated.Name.ShouldBe("Bail nœud.pdf");
        var ids = new[] { document.Id };
        foreach (var (path, body) in new (string, object)[]
        {
            ("type", new SetDocumentTypeInput(ids, DocumentType.Insurance)), ("tags", new TagDocumentsInput(ids, "auto")), ("trash", new DocumentsInput(ids)),
        })
        {
            using var answer = await client.PostAsJsonAsync(Url($"documents/{path}"), body, Json, Aborted);
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await ListAsync(client, $"hash={document.Sha256}")).ShouldBeEmpty();
        (await ListAsync(client, $"hash={document.Sha256}&trashed=true&tag=siege&type=Insurance&search=bail%20noeud%20auto")).ShouldBe([document.Id]);
        using (var answer = await client.PostAsJsonAsync(Url("documents/restore"), new DocumentsInput(ids), Json, Aborted))
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await ListAsync(client, $"hash={document.Sha256}")).ShouldBe([document.Id]);
    }

    [Theory, Databases]
    public async Task Everything_OfAnotherCompany_IsNotFound(TestDatabase database)
    {
        using var client = await ClientAsync(database, "benoit");
        var document = await AddAsync(client, RandomNumberGenerator.GetBytes(20));
        var upload = await BeginAsync(client, RandomNumberGenerator.GetBytes(20));
        var ids = new[] { document.Id };
        foreach (var (method, path, body) in new (HttpMethod, string, object?)[]
        {
            (HttpMethod.Get, $"documents/{document.Id}", null),
            (HttpMethod.Get, $"documents/{document.Id}/content", null),
            (HttpMethod.Put, $"documents/{document.Id}", new UpdateDocumentInput("a", default, [], document.ConcurrencyStamp)),
            (HttpMethod.Post, "documents/type", new SetDocumentTypeInput(ids, default)),
            (HttpMethod.Post, "documents/tags", new TagDocumentsInput(ids, "a")),
            (HttpMethod.Post, "documents/trash", new DocumentsInput(ids)),
            (HttpMethod.Post, "documents/restore", new DocumentsInput(ids)),
            (HttpMethod.Get, $"documents/uploads/{upload.Id}", null),
            (HttpMethod.Put, $"documents/uploads/{upload.Id}?offset=0", new { }),
            (HttpMethod.Post, $"documents/uploads/{upload.Id}/complete", new CompleteUploadInput()),
            (HttpMethod.Delete, $"documents/uploads/{upload.Id}", null),
        })
        {
            using var request = new HttpRequestMessage(method, $"/api/t/nova/{path}") { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json) };
            using var answer = await client.SendAsync(request, Aborted);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}");
        }
    }

    [Fact]
    public async Task Documents_InTheRolesOfTheCompany_AreReadByMoreThanChangeThem()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        foreach (var (who, list, start) in new[] { ("camille", HttpStatusCode.OK, HttpStatusCode.Created), ("victor", HttpStatusCode.OK, HttpStatusCode.Forbidden), ("sofia", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden) })
        {
            using var client = host.CreateClient(DemoPeople.Token(who));
            using var listed = await client.GetAsync(Url("documents"), Aborted);
            listed.StatusCode.ShouldBe(list, who);
            using var started = await client.PostAsJsonAsync(Url("documents/uploads"), new StartUploadInput("a", 1), Json, Aborted);
            started.StatusCode.ShouldBe(start, who);
        }
    }

    [Fact]
    public async Task Write_MoreThanAChunkOverARealConnection_IsTooLarge()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));
        using var client = host.CreateClient(DemoPeople.Token("camille"));
        var upload = await BeginAsync(client, size: 2 * Chunk);
        using var answer = await client.PutAsync(Url($"documents/uploads/{upload.Id}?offset=0"), new ByteArrayContent(new byte[Chunk + 1]), Aborted);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await WriteAsync(client, upload.Id, 0, new byte[Chunk])).Received.ShouldBe(Chunk);
    }

    private async Task<HttpClient> ClientAsync(TestDatabase database, string person) => (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(person));

    private static async Task<DocumentDto> AddAsync(HttpClient client, byte[] content) => (await CompleteAsync(client, (await BeginAsync(client, content)).Id)).Document;

    /// <summary>Begins, and sends what there is.</summary>
    private static async Task<DocumentUploadDto> BeginAsync(HttpClient client, byte[]? content = null, long size = 0)
    {
        var upload = await SendAsync<DocumentUploadDto>(
            client, HttpMethod.Post, "documents/uploads", JsonContent.Create(new StartUploadInput("a.bin", content?.Length ?? size), options: Json));
        return content is null ? upload : await WriteAsync(client, upload.Id, 0, content);
    }

    private static Task<DocumentUploadDto> WriteAsync(HttpClient client, Guid upload, long offset, byte[] content) =>
        SendAsync<DocumentUploadDto>(client, HttpMethod.Put, $"documents/uploads/{upload}?offset={offset}", new ByteArrayContent(content));

    private static Task<UploadResultDto> CompleteAsync(HttpClient client, Guid upload, bool keepDuplicate = false) =>
        SendAsync<UploadResultDto>(client, HttpMethod.Post, $"documents/uploads/{upload}/complete", JsonContent.Create(new CompleteUploadInput(keepDuplicate)));

    private static async Task<IEnumerable<Guid>> ListAsync(HttpClient client, string query)
    {
        var page = await SendAsync<JsonElement>(client, HttpMethod.Get, $"documents?{query}");
        return page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid());
    }

    private static async Task<T> SendAsync<T>(HttpClient client, HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, Url(path)) { Content = content };
        using var answer = await client.SendAsync(request, Aborted);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Aborted));
        return (await answer.Content.ReadFromJsonAsync<T>(Json, Aborted))!;
    }

    /// <summary>Status and the code of the first field; null where the refusal names none.</summary>
    private static async Task<(HttpStatusCode Status, string? Code)> RefusedAsync(HttpClient client, HttpMethod method, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(method, Url(path)) { Content = content };
        using var answer = await client.SendAsync(request, Aborted);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Aborted);
        return (answer.StatusCode, problem.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("code").GetString() : null);
    }

    private static Uri Url(string path) => new($"/api/t/lefevre/{path}", UriKind.Relative);
}
