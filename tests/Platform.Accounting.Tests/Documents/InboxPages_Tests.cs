using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Platform.Accounting.Tests;

/// <summary>The pages of the inbox, in a demonstration company.</summary>
[Trait("Req", "ACC-04")]
public sealed class InboxPages_Tests(TestHosts hosts)
{
    private const string Root = "/t/lefevre/inbox";

    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Uploads_WithTheTokenOfThePage_BecomeADocument(TestDatabase database)
    {
        using var page = await PageAsync(database);
        var content = RandomNumberGenerator.GetBytes(DocumentLimits.ChunkBytes + 3);
        var upload = await page.StartAsync("Large.bin", content.Length);
        (await page.WriteAsync(upload, 0, content[..DocumentLimits.ChunkBytes])).GetProperty("received").GetInt64().ShouldBe(DocumentLimits.ChunkBytes);
        (await page.SendAsync(HttpMethod.Get, $"uploads/{upload}")).GetProperty("received").GetInt64().ShouldBe(DocumentLimits.ChunkBytes);
        await page.WriteAsync(upload, DocumentLimits.ChunkBytes, content[DocumentLimits.ChunkBytes..]);
        var result = await page.CompleteAsync(upload);
        result.GetProperty("isDuplicate").GetBoolean().ShouldBeFalse();
        var again = await page.UploadAsync("Again.bin", content);
        again.GetProperty("isDuplicate").GetBoolean().ShouldBeTrue();
        again.GetProperty("document").GetProperty("id").GetGuid().ShouldBe(result.GetProperty("document").GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Uploads_WithoutTheToken_AreRefused()
    {
        using var page = await PageAsync(TestDatabase.Sqlite);
        var upload = await page.StartAsync("a", 3);
        foreach (var (method, path) in new[] { (HttpMethod.Post, "uploads"), (HttpMethod.Put, $"uploads/{upload}?offset=0"), (HttpMethod.Post, $"uploads/{upload}?handler=Complete"), (HttpMethod.Delete, $"uploads/{upload}") })
        {
            using var request = new HttpRequestMessage(method, $"{Root}/{path}");
            using var answer = await page.Client.SendAsync(request, Aborted);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
        }
    }

    [Fact]
    public async Task Uploads_Refused_SayWhyInWords()
    {
        using var page = await PageAsync(TestDatabase.Sqlite);
        using var content = new FormUrlEncodedContent([new("name", "a"), new("size", $"{DocumentLimits.MaxBytes + 1}"), new("type", "Other")]);
        using var answer = await page.RequestAsync(HttpMethod.Post, "uploads", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Aborted)).GetProperty("message").GetString().ShouldBe("The file is larger than 512 MiB.");
        using var missing = await page.RequestAsync(HttpMethod.Get, $"uploads/{Guid.CreateVersion7()}");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    public async Task Document_Edited_ShowsWhatWasSaved(TestDatabase database)
    {
        using var page = await PageAsync(database);
        var id = await page.AddAsync("Facture.txt", Unique("Total 12,50 <script>"));
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), DemoPeople.Email("camille"));
        var shown = await browser.OpenAsync($"{Root}/{id}");
        shown.QuerySelector(".a-text")!.TextContent.ShouldContain("<script>");
        using (var saved = await browser.SubmitAsync($"{Root}/{id}", "form[data-p-dirty]", ("Input.Name", "Loyer.txt"), ("Input.Type", "Contract"), ("Input.Tags", "siège, 2026")))
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await browser.OpenAsync($"{Root}/{id}");
        after.QuerySelector("h1")!.TextContent.ShouldBe("Loyer.txt");
        after.QuerySelectorAll(".badge").Select(b => b.TextContent).ShouldBe(["siège", "2026"]);
        (await browser.OpenAsync($"{Root}?q=loyer&tag=SIEGE")).QuerySelectorAll("#document-list tbody tr").Length.ShouldBeGreaterThan(0);
        using var refused = await browser.SubmitAsync($"{Root}/{id}", "form[data-p-dirty]", ("Input.Name", "a"), ("Input.Tags", new string('x', 31)));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TestBrowser.ReadAsync(refused)).QuerySelector("#Input_Tags-error").ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Trash_FromThePage_LeadsToTheNextAndBack(TestDatabase database)
    {
        using var page = await PageAsync(database);
        await page.AddAsync("first.txt", Unique("1"));
        var id = await page.AddAsync("second.txt", Unique("2"));
        using var browser = await TestBrowser.SignInAsync(await hosts.GetAsync(database), DemoPeople.Email("camille"));
        using (var trashed = await browser.SubmitAsync($"{Root}/{id}", "form#trash"))
        {
            trashed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
            var next = trashed.Headers.Location!.ToString();
            next.ShouldStartWith($"{Root}/");
            next.ShouldNotEndWith($"{id}");
        }

        (await browser.OpenAsync($"{Root}/trash?q=second")).QuerySelector($"input[value='{id}']").ShouldNotBeNull();
        using (var restored = await browser.SubmitAsync($"{Root}/{id}", "form[action*='handler=Restore']"))
            restored.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.OpenAsync($"{Root}?q=second")).QuerySelector($"input[value='{id}']").ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Bulk_OnTheList_SortsTagsAndThrowsAway(TestDatabase database)
    {
        using var page = await PageAsync(database);
        var id = await page.AddAsync("bulk.txt", Unique("3"));
        foreach (var (list, act, field) in new[]
        {
            ($"{Root}?q=bulk", "Type", ("newType", "Insurance")), ($"{Root}?q=bulk&type=Insurance", "Tag", ("newTag", "auto")),
            ($"{Root}?q=bulk&tag=auto", "Trash", ("x", "")), ($"{Root}/trash?q=bulk", "Restore", ("x", "")),
        })
        {
            var shown = await page.OpenAsync(list);
            var action = shown.QuerySelector($"button[formaction*='handler={act}']")!.GetAttribute("formaction")!;
            using var form = new FormUrlEncodedContent([new("ids", $"{id}"), new(field.Item1, field.Item2)]);
            using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = form };
            using var answer = await page.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, act);
        }

        (await page.OpenAsync($"{Root}?q=bulk&tag=auto&type=Insurance")).QuerySelector($"input[value='{id}']").ShouldNotBeNull();
        using var none = new FormUrlEncodedContent([]);
        using var refused = await page.RequestAsync(HttpMethod.Post, "?handler=Trash", none);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task File_ShownOrDownloaded_HasSafeHeaders()
    {
        using var page = await PageAsync(TestDatabase.Sqlite);
        var pdf = await page.AddAsync("Scan é.pdf", [.. "%PDF-1.7\n"u8, .. Guid.CreateVersion7().ToByteArray()]);
        var html = await page.AddAsync("page.html", Unique("<html><script>alert(1)</script>"));
        using (var shown = await page.RequestAsync(HttpMethod.Get, $"{pdf}/file?show=true"))
        {
            shown.Content.Headers.ContentDisposition!.ToString().ShouldBe("inline; filename=\"Scan _.pdf\"; filename*=UTF-8''Scan%20%C3%A9.pdf");
            shown.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
            shown.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none';");
        }

        foreach (var (id, query) in new[] { (pdf, ""), (html, "?show=true") })
        {
            using var file = await page.RequestAsync(HttpMethod.Get, $"{id}/file{query}");
            file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            file.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("frame-ancestors 'none'");
            file.Content.Headers.ContentType!.MediaType.ShouldNotBe("text/html");
        }
    }

    [Fact]
    public async Task Pages_OfAnotherCompany_AreNotFound()
    {
        using var page = await PageAsync(TestDatabase.Sqlite, "amelie");
        var id = await page.AddAsync("a.txt", Unique("4"));
        var upload = await page.StartAsync("a", 3);
        foreach (var path in new[] { $"{id}", $"{id}/file", $"uploads/{upload}" })
        {
            using var own = await page.Client.GetAsync(new Uri($"{Root}/{path}", UriKind.Relative), Aborted);
            own.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            using var foreign = await page.Client.GetAsync(new Uri($"/t/nova/inbox/{path}", UriKind.Relative), Aborted);
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/t/nova/inbox/{id}?handler=Trash");
        using var trashed = await page.SendAsync(request);
        trashed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Inbox_ForWhoOnlyReads_OffersNoChange()
    {
        using var page = await PageAsync(TestDatabase.Sqlite);
        var id = await page.AddAsync("reader.txt", Unique("5"));
        using var reader = await TestBrowser.SignInAsync(await hosts.GetAsync(TestDatabase.Sqlite), DemoPeople.Email("victor"));
        var inbox = await reader.OpenAsync(Root);
        inbox.QuerySelector("[data-a-upload]").ShouldBeNull();
        inbox.QuerySelector("[data-p-row]").ShouldBeNull();
        (await reader.OpenAsync($"{Root}/{id}")).QuerySelector("main form").ShouldBeNull();
        using var refused = await reader.GetAsync($"{Root}/uploads/{Guid.CreateVersion7()}");
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static byte[] Unique(string text) => Encoding.UTF8.GetBytes($"{text} {Guid.CreateVersion7()}");

    private async Task<InboxClient> PageAsync(TestDatabase database, string person = "camille") => await InboxClient.OpenAsync(await hosts.GetAsync(database), DemoPeople.Email(person));
}
