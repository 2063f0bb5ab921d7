using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Platform.Notifications.Tests;

/// <summary>Through page, bell and API, as a person and a program meet them.</summary>
public sealed class NotificationPages_Tests(TestHosts hosts)
{
    private const string Reader = "victor@lefevre.example";
    private const string Page = "/t/lefevre/notifications";

    [Theory, Databases]
    public async Task Bell_UnreadNotification_LeadsThroughMarkingToTheMatter(TestDatabase database)
    {
        var mark = await PublishAsync(database, "companies");
        using var browser = await SignInAsync(database);
        (await browser.OpenAsync("/t/lefevre")).QuerySelector($".p-notifications a[href='{Page}']").ShouldNotBeNull("the bell leads to the list");
        var link = (await browser.OpenAsync(Page)).QuerySelectorAll(".p-notification").Single(a => a.TextContent.Contains(mark, StringComparison.Ordinal));
        using var opened = await browser.GetAsync(link.GetAttribute("href")!);
        (opened.StatusCode, opened.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, "/t/lefevre/companies"));
        (await browser.OpenAsync(Page)).QuerySelectorAll(".p-notification").ShouldNotContain(a => a.TextContent.Contains(mark, StringComparison.Ordinal));
    }

    [Theory, Databases]
    public async Task Page_MarkRead_MovesItOutOfTheUnread(TestDatabase database)
    {
        var mark = await PublishAsync(database);
        using var browser = await SignInAsync(database);
        var row = Rows(await browser.OpenAsync($"{Page}?unread=true"), mark).ShouldHaveSingleItem();
        var action = row.QuerySelector("form")!.GetAttribute("action");
        using var answer = await browser.SubmitAsync($"{Page}?unread=true", $"form[action='{action}']");
        answer.Headers.Location?.ToString().ShouldBe($"{Page}?unread=true");
        Rows(await browser.OpenAsync($"{Page}?unread=true"), mark).ShouldBeEmpty();
        Rows(await browser.OpenAsync(Page), mark).ShouldHaveSingleItem().QuerySelector("[data-status=Read]").ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Open_InAnotherCompanyOrAsAnother_IsNotFound(TestDatabase database)
    {
        await PublishAsync(database);
        var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token(Reader));
        var first = (await client.GetFromJsonAsync<JsonElement>("/api/t/lefevre/notifications", Cancelled)).GetProperty("items")[0].GetProperty("id").GetGuid();
        using var other = await TestBrowser.SignInAsync(await hosts.GetAsync(database), "amelie@lefevre.example");
        foreach (var company in new[] { "lefevre", "nova" })
        {
            using var answer = await other.GetAsync($"/t/{company}/notifications/{first}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, company);
        }
    }

    [Theory, Databases]
    public async Task Api_MarkRead_LowersTheUnreadCount(TestDatabase database)
    {
        const string api = "/api/t/nova/notifications";
        var inbox = await Inbox.OpenAsync(hosts, database, "amelie@lefevre.example", "nova");
        await inbox.PublishAsync(p => p.PublishToUserAsync(inbox.UserId, new NotificationDto("test")));
        using var client = (await hosts.GetAsync(database)).CreateClient(DemoPeople.Token("amelie@lefevre.example"));
        var before = await CountAsync(client, api);
        var newest = (await client.GetFromJsonAsync<JsonElement>($"{api}?unreadOnly=true&pageSize=1", Cancelled)).GetProperty("items")[0].GetProperty("id").GetGuid();
        (await client.PostAsync($"{api}/{newest}/read", null, Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CountAsync(client, api)).ShouldBe(before - 1);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static async Task<int> CountAsync(HttpClient client, string api) =>
        (await client.GetFromJsonAsync<JsonElement>($"{api}/unread", Cancelled)).GetProperty("count").GetInt32();

    private static IReadOnlyList<AngleSharp.Dom.IElement> Rows(AngleSharp.Dom.IParentNode page, string mark) =>
        [.. page.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains(mark, StringComparison.Ordinal))];

    private async Task<TestBrowser> SignInAsync(TestDatabase database) => await TestBrowser.SignInAsync(await hosts.GetAsync(database), Reader);

    private async Task<string> PublishAsync(TestDatabase database, string url = "")
    {
        var inbox = await Inbox.OpenAsync(hosts, database, Reader);
        var mark = $"test-{Guid.CreateVersion7():N}";
        await inbox.PublishAsync(p => p.PublishToUserAsync(inbox.UserId, new NotificationDto(mark, Url: url)));
        return mark;
    }
}
