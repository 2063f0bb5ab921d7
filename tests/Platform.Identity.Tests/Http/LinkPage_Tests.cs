using System.Net;
using System.Text.RegularExpressions;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-12")]
public sealed partial class LinkPage_Tests(ProxiedHosts hosts) : IClassFixture<ProxiedHosts>
{
    [Theory, Databases]
    public async Task DeadLink_OfWhateverCompany_SaysSoAndNothingElse(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (one, two) = (await InvitedAsync(world), await InvitedAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(8));
        var page = await ReadAsync(world, one.Path, HttpStatusCode.Gone, "en");
        page.ShouldContain("This link has expired");
        page.ShouldContain("ask whoever sent it to you");
        foreach (var told in new[] { one.Company.Name, one.Company.Slug, one.Email, "Nina", "Invitation", "trace-id" })
            page.ShouldNotContain(told);
        (await ReadAsync(world, two.Path, HttpStatusCode.Gone, "en")).ShouldBe(page);
        (await ReadAsync(world, one.Path, HttpStatusCode.Gone, "fr")).ShouldContain("Ce lien a expiré");
        (await ReadAsync(world, $"{Path}{LinkSender.Altered(one.Path[Path.Length..])}", HttpStatusCode.NotFound, "en"))
            .ShouldBe(await ReadAsync(world, $"{Path}nothing", HttpStatusCode.NotFound, "en"));
    }

    [Theory, Databases]
    public async Task DeadLink_ThatItsHolderCanRenew_LeadsThere(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        await world.AsAsync<IPasswordResetAppService>(null, null, r => r.RequestAsync(person.Email));
        await world.Mail.WaitForAsync(person.Email, 1);
        var path = $"/account/reset/{world.Mail.TokenFor(person.Email, "/account/reset/")}";
        using var browser = new Browser(world);
        var token = await browser.TokenAsync(path);
        world.Clock.Advance(TimeSpan.FromHours(1));
        using var sent = await browser.PostWithTokenAsync(path, token);
        sent.StatusCode.ShouldBe(HttpStatusCode.Gone, "a form that was open meanwhile too");
        (await sent.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("href=\"/account/forgot\"");
    }

    [Theory, Databases]
    [Trait("Req", "OPS-07")]
    public async Task DeadLink_OverTheApi_IsAProblemWithItsCode(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var invited = await InvitedAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(8));
        using var client = world.Host.CreateClient(await TokenAsync(world, await world.PersonAsync()));
        using var answer = await client.PostAsync(new Uri($"/api/me/invitations/{invited.Path[Path.Length..]}/accept", UriKind.Relative), null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Gone);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        body.ShouldContain("\"code\":\"Identity:LinkExpired\"");
        body.ShouldNotContain(invited.Company.Name);
    }

    [Theory, Databases]
    public async Task Page_OfTheAdministrator_ShowsWhoGotWhatAndRevokes(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var invited = await InvitedAsync(world);
        var page = $"/t/{invited.Company.Slug}/links";
        using var browser = await world.SignedInAsync(invited.Admin, Places.Office);
        var shown = WebUtility.HtmlDecode(await browser.ReadAsync(page));
        shown.ShouldContain(Link.Mask(invited.Email));
        shown.ShouldNotContain(invited.Email);
        shown.ShouldNotContain(invited.Path);
        shown.ShouldContain("0 of 1");
        (await browser.ReadAsync($"{page}?state=Revoked&kind=Identity.Invitation&q=")).ShouldContain("No links");
        var id = LinkId().Match(shown).Groups[1].Value;
        using (var revoked = await browser.PostAsync(page, $"{page}?handler=Revoke&id={id}"))
            revoked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ReadAsync($"{page}?state=Revoked")).ShouldContain("1 links");
        (await ReadAsync(world, invited.Path, HttpStatusCode.Gone, "en")).ShouldContain("This link was withdrawn");
        world.Audit.Of(Guid.Parse(id), "Identity.Link.Revoked").ShouldHaveSingleItem().User.Id.ShouldBe(invited.Admin.Id);
    }

    [Theory, Databases]
    [Trait("Req", "OPS-07")]
    public async Task Api_OfTheAdministrator_ListsAndRevokes(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (invited, other) = (await InvitedAsync(world), await InvitedAsync(world));
        using var client = world.Host.CreateClient(await TokenAsync(world, invited.Admin));
        var list = $"/api/t/{invited.Company.Slug}/links";
        var text = await client.GetStringAsync(new Uri($"{list}?state=Open", UriKind.Relative), TestContext.Current.CancellationToken);
        text.ShouldContain("\"kind\":\"Identity.Invitation\"");
        text.ShouldNotContain(invited.Email);
        var id = IdText().Match(text).Groups[1].Value;
        using (var foreign = await client.DeleteAsync(new Uri($"/api/t/{other.Company.Slug}/links/{id}", UriKind.Relative), TestContext.Current.CancellationToken))
            foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using (var revoked = await client.DeleteAsync(new Uri($"{list}/{id}", UriKind.Relative), TestContext.Current.CancellationToken))
            revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetStringAsync(new Uri($"{list}?state=Revoked", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain(id);
        var kinds = await client.GetStringAsync(new Uri($"{list}/kinds", UriKind.Relative), TestContext.Current.CancellationToken);
        kinds.ShouldContain("\"Accounting.Handoff\"");
        kinds.ShouldStartWith("[\"Identity.Invitation\",\"Identity.LegacyLogin\"");
        kinds.ShouldNotContain("PasswordReset", Case.Insensitive, "it belongs to a person, and to no company");
    }

    private const string Path = "/account/invitation/";

    private sealed record Invited(TenantInfo Company, Person Admin, string Email, string Path);

    private static async Task<Invited> InvitedAsync(World world)
    {
        var company = await world.CompanyAsync();
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        var email = $"{Guid.CreateVersion7():N}@new.example";
        var role = await world.RoleAsync(company, StandardRoles.Reader);
        await world.AsAsync<IUserAppService>(company, admin, u => u.InviteAsync(new InviteUserDto(email, "Nina", "en", [role])));
        return new Invited(company, admin, email, Path + world.Mail.TokenFor(email));
    }

    // What differs between two answers to one request and one of them: where the language's links lead back to.
    private static async Task<string> ReadAsync(World world, string path, HttpStatusCode status, string language)
    {
        using var client = world.Host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.GetValues("X-Robots-Tag").ShouldBe(["noindex, nofollow"]);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(Uri.EscapeDataString(path), "", StringComparison.Ordinal);
    }

    private static async Task<string> TokenAsync(World world, Person person) =>
        (await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Till", null, null, 30)))).Token;

    [GeneratedRegex("[?&]id=([0-9a-f-]{36})")]
    private static partial Regex LinkId();

    [GeneratedRegex("\"id\":\"([0-9a-f-]{36})\"")]
    private static partial Regex IdText();
}
