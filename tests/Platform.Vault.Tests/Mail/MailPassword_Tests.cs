using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault.Tests;

/// <summary>Mail through a real server that takes none without the password.</summary>
[Trait("Req", "VLT-01")]
public sealed class MailPassword_Tests
{
    private const string Page = "/t/lefevre/vault/keys";
    private const string Api = "/api/t/lefevre/vault/mail-password";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Mail_PasswordKept_GoesOutWithIt(TestDatabase database)
    {
        using var server = await StartServerAsync();
        await using var host = await StartAsync(database, server, configured: "wrong");
        using var amelie = await TestBrowser.SignInAsync(host, "amelie@lefevre.example");
        using (await amelie.SubmitAsync(Page, "form[action*='handler=MailPassword']", ("Password", MailServer.Password)))
            (await amelie.OpenAsync(Page)).QuerySelector("[data-mail-password=kept]").ShouldNotBeNull();
        using (var empty = await amelie.SubmitAsync(Page, "form[action*='handler=MailPassword']", ("Password", "")))
            (await TestBrowser.ReadAsync(empty)).QuerySelector("#Password-error")!.TextContent.ShouldContain("Empty");
        await SendAsync(host);
        (await server.NextAsync()).ShouldBe("welcome");
        (await server.NextAsync()).ShouldBe("mail someone@example.org");
        (await amelie.OpenAsync("/t/lefevre/audit?installation=true&act=Vault.KeptSecret.Used")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        using (await amelie.SubmitAsync(Page, "form[action*='handler=ForgetMailPassword']"))
            (await amelie.OpenAsync(Page)).QuerySelector("[data-mail-password=configured]").ShouldNotBeNull();
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    public async Task Mail_NoPasswordKept_GoesOutWithTheConfiguredOne(TestDatabase database)
    {
        using var server = await StartServerAsync();
        await using var host = await StartAsync(database, server, configured: MailServer.Password);
        await SendAsync(host);
        (await server.NextAsync()).ShouldBe("welcome");
        (await server.NextAsync()).ShouldBe("mail someone@example.org");
    }

    [Theory, Databases]
    public async Task Api_Operator_SetsReadsAboutAndRemovesButNeverReadsIt(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        using var amelie = host.CreateClient(DemoPeople.Token("amelie"));
        using (var none = await amelie.GetAsync(new Uri(Api, UriKind.Relative), Cancelled))
            none.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using (var set = await amelie.PutAsJsonAsync(Api, new { password = MailServer.Password }, Cancelled))
            set.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await amelie.GetStringAsync(new Uri(Api, UriKind.Relative), Cancelled)).ShouldSatisfyAllConditions(
            t => t.ShouldContain("setAt"), t => t.ShouldNotContain("rd+"));
        using (var empty = await amelie.PutAsJsonAsync(Api, new { password = "" }, Cancelled))
            empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var removed = await amelie.DeleteAsync(new Uri(Api, UriKind.Relative), Cancelled))
            removed.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var gone = await amelie.GetAsync(new Uri(Api, UriKind.Relative), Cancelled);
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    public async Task Api_AnyoneElse_IsRefused(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        foreach (var (person, company) in new[] { ("amelie", "nova"), ("awa", "fiducia"), ("camille", "lefevre") })
        {
            using var client = host.CreateClient(DemoPeople.Token(person));
            using var answer = await client.PutAsJsonAsync($"/api/t/{company}/vault/mail-password", new { password = "x" }, Cancelled);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, person);
        }
    }

    private static Task SendAsync(TestHost host) => host.RunAsync(null, null, s =>
        s.GetRequiredService<IEmailSender>().QueueAsync(new EmailMessage("someone@example.org", "Subject", "Text")));

    private static Task<TestHost> StartAsync(TestDatabase database, MailServer server, string configured) =>
        TestHost.StartAsync(new TestHostOptions(database, Settings: server.Settings(configured)));

    private static async Task<MailServer> StartServerAsync()
    {
        var server = await MailServer.StartAsync();
        Assert.SkipWhen(server is null && !TestEnvironment.IsContinuousIntegration, "Node is not installed");
        return server.ShouldNotBeNull();
    }
}
