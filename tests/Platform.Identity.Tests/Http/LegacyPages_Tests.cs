using System.Net;
using System.Text.RegularExpressions;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Collection(nameof(Legacy))]
[Trait("Req", "IDN-14")]
public sealed partial class LegacyPages_Tests(ClockedHosts hosts)
{
    private const string Assistant = "/account/migration";

    [Theory, Databases]
    public async Task SignIn_OldLoginUnknownWrongBlockedOrClosed_AnswersTheSameAtTheSameCost(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (known, blocked, withoutPassword, closed) = (await world.OldLoginAsync(), await world.OldLoginAsync(), await world.OldLoginAsync(withPassword: false), await world.OldLoginAsync());
        for (var i = 0; i < 6; i++)
            await world.SignInAsync(blocked.Login, "Wrong-guess-1", world.NewAddress());
        await closed.MigrateAsync();
        world.Clock.Advance(TimeSpan.FromDays(30));
        await world.RunWorkerAsync<LegacyClosingWorker>();
        for (var i = 0; i < 6; i++)
            await world.SignInAsync(blocked.Login, "Wrong-guess-1", world.NewAddress());
        var unknown = await RefusalAsync(world, "NOBODY-77", OldLogin.Password);
        unknown.Text.ShouldContain("not accepted");
        unknown.Verified.ShouldBe(1);
        foreach (var (login, password) in new[] { (known.Login, "Wrong-guess-1"), (blocked.Login, OldLogin.Password), (withoutPassword.Login, OldLogin.Password), (closed.Login, OldLogin.Password) })
            (await RefusalAsync(world, login, password)).ShouldBe(unknown, login);
    }

    [Theory, Databases]
    public async Task Session_OfAnOldLogin_OpensTheAssistantFirstAndThenBearsABanner(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync();
        using var browser = await world.SignInOldAsync(login);
        var page = $"/t/{login.Company.Slug}";
        using (var refused = await browser.GetAsync(page))
            refused.Headers.Location!.ToString().ShouldEndWith($"{Assistant}?returnUrl={Uri.EscapeDataString(page)}");
        (await browser.ReadAsync(Assistant)).ShouldNotContain("p-alert");
        using (var later = await browser.PostAsync(Assistant, $"{Assistant}?handler=Later&returnUrl={Uri.EscapeDataString(page)}"))
            later.Headers.Location!.ToString().ShouldBe(page);
        foreach (var path in new[] { page, "/account/profile" })
        {
            var banner = BannerIn(await browser.ReadAsync(path));
            banner.ShouldContain("Replace it with your own account");
            banner.ShouldContain($"href=\"{Assistant}\"");
        }


        using var another = await world.SignInOldAsync(login);
        using var again = await another.GetAsync(page);
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect, "put off for that session only");
        await login.MigrateAsync();
        BannerIn(await browser.ReadAsync(page)).ShouldContain("has been replaced and works until");
        using var person = new Browser(world);
        using (await person.SignInAsync(login.Known, Person.Password))
        {
        }

        (await person.ReadAsync(page)).ShouldNotContain("old login");
    }

    [Theory, Databases]
    public async Task Link_OfAnOldLoginWithoutPassword_SignsInOnce(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync(withPassword: false);
        using var browser = new Browser(world);
        using var known = await browser.PostAsync("/account/forgot", "/account/forgot", ("Email", login.Login));
        using var unknown = await browser.PostAsync("/account/forgot", "/account/forgot", ("Email", "NOBODY-78"));
        WithoutTokens(await known.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(WithoutTokens(await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        await world.Mail.WaitForAsync(login.Known, 1);
        var page = $"/account/legacy/{world.Mail.TokenFor(login.Known, "/account/legacy/")}";
        (await browser.ReadAsync(page)).ShouldContain("works once");
        (await browser.ReadAsync(page)).ShouldContain("works once", Case.Insensitive, "reading it, as programs do with mails, uses nothing up");
        using (var entered = await browser.PostAsync(page, page))
            entered.Headers.Location!.ToString().ShouldContain(Uri.EscapeDataString(Assistant));
        (await browser.ReadAsync(Assistant)).ShouldContain(login.Login);
        using var late = new Browser(world);
        (await late.ReadDeadAsync(page)).ShouldContain("This link has been used");
        using (var made = await late.GetAsync($"/account/legacy/{Secrets.NewKey()}"))
            made.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await world.AsAsync<IPasswordResetAppService>(null, null, r => r.RequestAsync(login.Login));
        await world.Mail.WaitForAsync(login.Known, 2);
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        (await late.ReadDeadAsync($"/account/legacy/{world.Mail.TokenFor(login.Known, "/account/legacy/")}")).ShouldContain("This link has expired");
    }

    [Theory, Databases]
    public async Task OperatorPage_CheckThenImport_SaysWhatAndStoresIt(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (company, login) = (await world.CompanyAsync(), LegacyLogins.NewLogin());
        const string page = "/t/lefevre/legacy-accounts";
        using var client = await world.Host.SignInAsync("amelie@lefevre.example");
        var row = $"{company.Slug};{login};C1;F1;;a@test.example;;";
        var wrong = await SendAsync(client, page, "Check", "", $"{company.Slug};{login};;F1;;a@test.example;;");
        wrong.ShouldContain("Line 2, customer_code");
        var check = await SendAsync(client, page, "Check", "", row);
        check.ShouldContain("To add: 1");
        var digest = DigestText().Match(check).Groups[1].Value;
        (await SendAsync(client, page, "Import", digest, $"{row}x")).ShouldContain("not the file that was checked");
        await SendAsync(client, page, "Import", digest, row);
        (await client.GetStringAsync(new Uri($"{page}?q={Uri.EscapeDataString(company.Name)}", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain(company.Name);
        (await client.GetStringAsync(new Uri($"{page}?handler=Report", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain(login);
        using var other = await world.Host.SignInAsync("awa@fiducia.example");
        foreach (var path in new[] { page, "/t/fiducia/legacy-accounts" })
        {
            using var denied = await other.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            denied.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
        }
    }

    private static async Task<string> SendAsync(HttpClient client, string page, string handler, string digest, string row)
    {
        var token = TokenText().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative))).Groups[1].Value;
        using var form = LegacyLogins.Form(token, digest, row);
        using var answer = await client.PostAsync(new Uri($"{page}?handler={handler}", UriKind.Relative), form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(string Text, int Verified)> RefusalAsync(World world, string login, string password)
    {
        using var browser = new Browser(world);
        world.Hasher.Reset();
        using var answer = await browser.SignInAsync(login, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        return (WithoutTokens(await answer.Content.ReadAsStringAsync()).Replace(login, "", StringComparison.Ordinal), world.Hasher.Verified);
    }

    private static string BannerIn(string page) => WebUtility.HtmlDecode(BannerText().Match(page).Value);

    private static string WithoutTokens(string html) => TokensText().Replace(html, "");

    [GeneratedRegex("CfDJ8[^\"]+|\\\\?&quot;[^&]*CfDJ8[^&]*&quot;|nonce=\"[^\"]*\"")]
    private static partial Regex TokensText();

    [GeneratedRegex("<div[^>]*p-tone-warning[^>]*>.*?</div>", RegexOptions.Singleline)]
    private static partial Regex BannerText();

    [GeneratedRegex("name=\"Digest\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex DigestText();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenText();
}
