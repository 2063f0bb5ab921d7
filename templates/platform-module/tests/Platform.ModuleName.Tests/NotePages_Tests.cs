using System.Net;

namespace Platform.ModuleName.Tests;

public sealed class NotePages_Tests(TestHosts hosts)
{
    private const string List = "/t/lefevre/modulename/notes";

    [Theory, Databases]
    public async Task Create_TitleTyped_LeadsToTheListThatShowsIt(TestDatabase database)
    {
        using var browser = await SignInAsync(database);
        var title = $"Note {Guid.CreateVersion7()}";
        using var saved = await browser.SubmitAsync($"{List}/create", "main form", ("Input.Title", title), ("Input.Text", "Every Friday"));
        (saved.StatusCode, saved.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, List));
        var page = await browser.OpenAsync(List);
        page.QuerySelectorAll("tbody tr").ShouldContain(r => r.TextContent.Contains(title, StringComparison.Ordinal));
        page.QuerySelector(".p-toast")!.TextContent.ShouldContain(title);
    }

    [Theory, Databases]
    public async Task Create_WithoutTitle_SaysSoBesideTheField(TestDatabase database)
    {
        using var browser = await SignInAsync(database);
        using var refused = await browser.SubmitAsync($"{List}/create", "main form", ("Input.Title", " "), ("Input.Text", "kept"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await TestBrowser.ReadAsync(refused);
        page.QuerySelector("#Input_Title-error")!.TextContent.ShouldContain("A note needs a title.");
        page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("kept");
    }

    private async Task<TestBrowser> SignInAsync(TestDatabase database) => await TestBrowser.SignInAsync(await hosts.GetAsync(database), "camille@lefevre.example");
}
