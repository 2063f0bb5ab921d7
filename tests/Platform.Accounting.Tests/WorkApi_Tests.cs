using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Audit;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting.Tests;

/// <summary>From the client's inbox to the firm's queue and back. One class, so that no other test meets the engagement of the bakery.</summary>
[Trait("Req", "ACC-07")]
public sealed class WorkApi_Tests(TestHosts hosts)
{
    private const string Client = "/api/t/lefevre/";
    private const string Firm = "/api/t/fiducia/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Document_HandedToTheFirm_IsAskedAboutAnsweredAndBooked(TestDatabase database)
    {
        using var amelie = await TokenAsync(database, "amelie");
        using var camille = await TokenAsync(database, "camille");
        using var awa = await TokenAsync(database, "awa");
        var engagement = await EngageAsync(amelie, awa);
        var document = await HandOverAsync(camille);
        var item = (await GetAsync<PagedResult<QueueItemDto>>(awa, $"{Firm}queue?state=Sent&search=lefevre")).Items.First(i => i.DocumentId == document);
        (item.ClientSlug, item.State).ShouldBe(("lefevre", DocumentState.Sent));
        await PostAsync(awa, $"{Firm}queue/accept", new DocumentsInput([document]));
        await PostAsync(awa, $"{Firm}queue/{document}/question", new MessageInput("Which machine is this for?"));
        (await StateAsync(camille, document)).ShouldBe(DocumentState.Questioned);
        await PostAsync(camille, $"{Client}documents/{document}/answer", new MessageInput("The oven."));
        (await StateAsync(camille, document)).ShouldBe(DocumentState.Sent);
        var messages = await GetAsync<DocumentMessageDto[]>(awa, $"{Client}documents/{document}/messages");
        messages.Select(m => (m.IsFromAccountant, m.By, m.Firm)).ShouldBe([(true, "Awa Diallo", "Fiducia Conseil SAS"), (false, "Camille Roux", null)]);
        await PostAsync(awa, $"{Firm}queue/book", new DocumentsInput([document]));
        (await StateAsync(camille, document)).ShouldBe(DocumentState.Booked);
        (await GetAsync<PagedResult<QueueItemDto>>(awa, $"{Firm}queue")).Items.ShouldNotContain(i => i.DocumentId == document, "what is booked is done");
        await RenamedIsRenamedInTheQueueAsync(camille, awa, document);
        await ActsAreInBothTrailsAsync(amelie, awa, document);
        await EndedIsClosedAsync(amelie, awa, engagement, document);
    }

    [Theory, Databases]
    public async Task Document_NotHandedOver_CannotBeBookedNorAnswered(TestDatabase database)
    {
        using var camille = await TokenAsync(database, "camille");
        var document = await UploadAsync(camille);
        (await CodeAsync(camille, $"{Client}documents/book", new DocumentsInput([document]))).ShouldContain(AccountingErrorCodes.WorkState);
        (await CodeAsync(camille, $"{Client}documents/{document}/answer", new MessageInput("?"))).ShouldContain(AccountingErrorCodes.NoQuestion);
        (await CodeAsync(camille, $"{Client}documents/{document}/question", new MessageInput("  "))).ShouldContain(AccountingErrorCodes.Required);
        (await CodeAsync(camille, $"{Client}documents/{document}/question", new MessageInput(new string('x', 2001)))).ShouldContain(AccountingErrorCodes.Max2000);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_DocumentOfAnotherCompany_IsNotFound(TestDatabase database)
    {
        using var camille = await TokenAsync(database, "camille");
        using var amelie = await TokenAsync(database, "amelie");
        var document = await UploadAsync(camille);
        foreach (var (path, body) in Acts("/api/t/nova/", document))
        {
            using var answer = await amelie.PostAsJsonAsync(path, body, Json, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var messages = await amelie.GetAsync(new Uri($"/api/t/nova/documents/{document}/messages", UriKind.Relative), Cancelled);
        messages.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Endpoints_CompanyOfOthers_AreNotFound(TestDatabase database)
    {
        using var awa = await TokenAsync(database, "awa");
        var document = Guid.CreateVersion7();
        foreach (var (path, body) in Acts("/api/t/nova/", document))
        {
            using var answer = await awa.PostAsJsonAsync(path, body, Json, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        foreach (var path in new[] { "queue", "queue/clients", $"documents/{document}/messages" })
        {
            using var answer = await awa.GetAsync(new Uri($"/api/t/nova/{path}", UriKind.Relative), Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Endpoints_WithoutPermission_AreForbidden(TestDatabase database)
    {
        using var sofia = await TokenAsync(database, "sofia");
        foreach (var (path, body) in Acts(Client, Guid.CreateVersion7()))
        {
            using var answer = await sofia.PostAsJsonAsync(path, body, Json, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    private static IEnumerable<(string Path, object Body)> Acts(string company, Guid document) =>
    [
        ($"{company}documents/accept", new DocumentsInput([document])), ($"{company}documents/book", new DocumentsInput([document])),
        ($"{company}documents/{document}/question", new MessageInput("?")), ($"{company}documents/{document}/answer", new MessageInput("!")),
        ($"{company}queue/accept", new DocumentsInput([document])), ($"{company}queue/book", new DocumentsInput([document])), ($"{company}queue/{document}/question", new MessageInput("?")),
    ];

    private static async Task<Guid> EngageAsync(HttpClient client, HttpClient firm)
    {
        var found = (await GetAsync<FirmDto[]>(client, $"{Client}accountant/firms?search=fiducia")).ShouldHaveSingleItem();
        await PostAsync(client, $"{Client}accountant/firms/{found.Id}", null);
        var asked = (await GetAsync<AccountantsDto>(client, $"{Client}accountant")).Asked!.Id;
        using var accepted = await firm.PostAsync(new Uri($"{Firm}clients/{asked}/accept", UriKind.Relative), null, Cancelled);
        accepted.StatusCode.ShouldBe(HttpStatusCode.OK);
        return asked;
    }

    private static async Task<Guid> HandOverAsync(HttpClient client)
    {
        var document = await UploadAsync(client);
        using var answer = await client.PostAsJsonAsync($"{Client}handoffs", new CreateHandoffDto(Guid.CreateVersion7(), new HandoffChoice([document])), Json, Cancelled);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancelled));
        return document;
    }

    private static async Task<Guid> UploadAsync(HttpClient client)
    {
        var content = Guid.CreateVersion7().ToByteArray();
        using var started = await client.PostAsJsonAsync($"{Client}documents/uploads", new StartUploadInput("oven.pdf", content.Length, DocumentType.PurchaseInvoice), Json, Cancelled);
        started.IsSuccessStatusCode.ShouldBeTrue(await started.Content.ReadAsStringAsync(Cancelled));
        var upload = (await started.Content.ReadFromJsonAsync<DocumentUploadDto>(Json, Cancelled))!.Id;
        using var bytes = new ByteArrayContent(content);
        using var written = await client.PutAsync(new Uri($"{Client}documents/uploads/{upload}?offset=0", UriKind.Relative), bytes, Cancelled);
        written.IsSuccessStatusCode.ShouldBeTrue(await written.Content.ReadAsStringAsync(Cancelled));
        using var completed = await client.PostAsJsonAsync($"{Client}documents/uploads/{upload}/complete", new CompleteUploadInput(), Json, Cancelled);
        completed.IsSuccessStatusCode.ShouldBeTrue(await completed.Content.ReadAsStringAsync(Cancelled));
        return (await completed.Content.ReadFromJsonAsync<UploadResultDto>(Json, Cancelled))!.Document.Id;
    }

    private static async Task RenamedIsRenamedInTheQueueAsync(HttpClient client, HttpClient firm, Guid document)
    {
        var read = await GetAsync<DocumentDto>(client, $"{Client}documents/{document}");
        using var renamed = await client.PutAsJsonAsync($"{Client}documents/{document}", new UpdateDocumentInput("stove.pdf", DocumentType.Contract, [], read.ConcurrencyStamp), Json, Cancelled);
        renamed.StatusCode.ShouldBe(HttpStatusCode.OK, await renamed.Content.ReadAsStringAsync(Cancelled));
        var item = (await GetAsync<PagedResult<QueueItemDto>>(firm, $"{Firm}queue?state=Booked&search=stove")).Items.Single(i => i.DocumentId == document);
        (item.Name, item.Type).ShouldBe(("stove.pdf", DocumentType.Contract));
    }

    private static async Task ActsAreInBothTrailsAsync(HttpClient client, HttpClient firm, Guid document)
    {
        var own = await GetAsync<PagedResult<AuditEntryDto>>(client, $"{Client}audit?entityId={document}&action=Updated&person=awa");
        own.Items.ShouldNotBeEmpty();
        own.Items.ShouldAllBe(e => e.FirmName == "Fiducia Conseil SAS");
        var mirrored = await GetAsync<PagedResult<AuditEntryDto>>(firm, $"{Firm}audit?entityId={document}&action=Updated");
        mirrored.Items.Count.ShouldBe(own.Items.Count, "the firm sees each act of its people");
        var detail = await GetAsync<AuditEntryDetailDto>(firm, $"{Firm}audit/{mirrored.Items[0].Id}");
        detail.Changes.ShouldHaveSingleItem().New.ShouldBe("Boulangerie Lefèvre SARL", "where, and no value of the client's");
    }

    private static async Task EndedIsClosedAsync(HttpClient client, HttpClient firm, Guid engagement, Guid document)
    {
        await PostAsync(client, $"{Client}engagements/{engagement}/end", null);
        (await GetAsync<PagedResult<QueueItemDto>>(firm, $"{Firm}queue?state=Booked")).Items.ShouldBeEmpty();
        using var answer = await firm.PostAsJsonAsync($"{Firm}queue/accept", new DocumentsInput([document]), Json, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<DocumentState> StateAsync(HttpClient client, Guid document) => (await GetAsync<DocumentDto>(client, $"{Client}documents/{document}")).State;

    private static async Task<string> CodeAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Json, Cancelled);
        ((int)answer.StatusCode).ShouldBeInRange(400, 422);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private static async Task<T> GetAsync<T>(HttpClient client, string path) => (await client.GetFromJsonAsync<T>(path, Json, Cancelled))!;

    private static async Task PostAsync(HttpClient client, string path, object? body)
    {
        using var answer = await client.PostAsJsonAsync(path, body, Json, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    private async Task<HttpClient> TokenAsync(TestDatabase database, string name) => (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(name));
}
