using System.Net;
using System.Net.Http.Json;
using Platform.Kernel;

namespace Platform.ModuleName.Tests;

public sealed class NoteApi_Tests(TestHosts hosts)
{
    private const string Notes = "/api/t/lefevre/modulename/notes";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Create_ValidNote_IsListedFirst(TestDatabase database)
    {
        using var client = await ClientAsync(database, "camille@lefevre.example");
        var title = NewTitle();
        var created = await client.PostAsJsonAsync(Notes, new CreateNoteDto { Title = title, Text = "Every Friday" }, Cancelled);
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var note = await client.GetFromJsonAsync<NoteDto>(created.Headers.Location, Cancelled);
        (note!.Title, note.Text).ShouldBe((title, "Every Friday"));
        var page = await client.GetFromJsonAsync<PagedResult<NoteDto>>(Notes, Cancelled);
        page!.Items.ShouldContain(note);
    }

    [Theory, Databases]
    public async Task Create_TitleTaken_IsRefusedAtItsField(TestDatabase database)
    {
        using var client = await ClientAsync(database, "camille@lefevre.example");
        var note = new CreateNoteDto { Title = NewTitle() };
        (await client.PostAsJsonAsync(Notes, note, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var second = await client.PostAsJsonAsync(Notes, note, Cancelled);
        second.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await second.Content.ReadAsStringAsync(Cancelled)).ShouldContain(ModuleNameErrorCodes.TitleTaken);
    }

    [Theory, Databases]
    public async Task Create_WithoutPermission_IsForbidden(TestDatabase database)
    {
        using var client = await ClientAsync(database, "victor@lefevre.example");
        (await client.PostAsJsonAsync(Notes, new CreateNoteDto { Title = NewTitle() }, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    public async Task Get_NoteOfAnotherCompany_IsNotFound(TestDatabase database)
    {
        using var client = await ClientAsync(database, "amelie@lefevre.example");
        var created = await client.PostAsJsonAsync(Notes, new CreateNoteDto { Title = NewTitle() }, Cancelled);
        var note = await created.Content.ReadFromJsonAsync<NoteDto>(Cancelled);
        const string elsewhere = "/api/t/nova/modulename/notes";
        (await client.GetAsync($"{elsewhere}/{note!.Id}", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetFromJsonAsync<PagedResult<NoteDto>>(elsewhere, Cancelled))!.Items.ShouldNotContain(n => n.Id == note.Id);
    }

    [Theory, Databases]
    public async Task GetList_CompanyOfOthers_IsNotFound(TestDatabase database)
    {
        using var client = await ClientAsync(database, "camille@lefevre.example");
        (await client.GetAsync("/api/t/nova/modulename/notes", Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string NewTitle() => $"Note {Guid.CreateVersion7()}";

    private async Task<HttpClient> ClientAsync(TestDatabase database, string email) =>
        (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(email));
}
