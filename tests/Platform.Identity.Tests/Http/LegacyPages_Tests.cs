using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-14")]
public sealed partial class LegacyPages_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
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
        using var browser = await SignInAsync(world, login);
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


        using var another = await SignInAsync(world, login);
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
    public async Task Assistant_StepByStepAndBack_EndsInASessionOfThePerson(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync("Bookkeeper");
        using var browser = await SignInAsync(world, login);
        using (var wrong = await browser.PostAsync(Assistant, $"{Assistant}?handler=Email&back=Email", ("Input.Email", "no address")))
            (wrong.StatusCode, (await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("is not an e-mail address")).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
        await StepAsync(browser, "Email", ("Input.Email", login.Known));
        using (var wrong = await browser.PostAsync(Assistant, $"{Assistant}?handler=Code", ("Input.Code", "12")))
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await StepAsync(browser, "Code", ("Input.Code", LegacyLogins.CodeIn(world.Mail.To(login.Known)[^1].Text)));
        (await browser.ReadAsync($"{Assistant}?back=Email")).ShouldContain($"value=\"{login.Known}\"");
        await StepAsync(browser, "Identity", ("Input.Name", "Dana Petit"), ("Input.Password", Person.Password), ("Input.RepeatPassword", Person.Password));
        (await browser.ReadAsync($"{Assistant}?back=Identity")).ShouldContain("value=\"Dana Petit\"");
        using (var unread = await browser.PostAsync(Assistant, $"{Assistant}?handler=Terms", ("Input.Version", Terms.Version), ("Input.Accepted", "false")))
            unread.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var former = browser.SessionKey!;
        using (var done = await browser.PostAsync(Assistant, $"{Assistant}?handler=Terms", ("Input.Version", Terms.Version), ("Input.Accepted", "true")))
            done.Headers.Location!.ToString().ShouldContain(Uri.EscapeDataString("/account/migration/done"));
        var welcome = await browser.ReadAsync($"{Assistant}/done");
        welcome.ShouldContain("Dana Petit");
        welcome.ShouldContain($"href=\"/t/{login.Company.Slug}/remittances\"");
        welcome.ShouldContain("Become administrator");
        (await browser.ReadAsync($"/t/{login.Company.Slug}")).ShouldContain("Dana Petit");
        using (var old = await Browser.WithCookieAsync(world, former, "/account/profile"))
            old.StatusCode.ShouldBe(HttpStatusCode.Redirect, "the old login's session is over");
        using (var taken = await browser.PostAsync($"{Assistant}/done", $"{Assistant}/done?handler=Administrator", ("companyId", login.Company.Id.ToString())))
            taken.Headers.Location!.ToString().ShouldEndWith("/done");
        (await browser.ReadAsync($"/t/{login.Company.Slug}/users/legacy")).ShouldContain(login.Login);
    }

    [Theory, Databases]
    public async Task Assistant_AccountWithASecondFactor_AsksForBoth(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (login, owner) = (await world.OldLoginAsync(), await world.PersonAsync());
        using var own = new Browser(world);
        using (await own.SignInAsync(owner.Email, Person.Password))
        {
        }

        var (app, _) = await App.SetUpAsync(world, own);
        using var browser = await SignInAsync(world, login);
        await StepAsync(browser, "Email", ("Input.Email", owner.Email));
        await StepAsync(browser, "Code", ("Input.Code", LegacyLogins.CodeIn(world.Mail.To(owner.Email)[^1].Text)));
        await StepAsync(browser, "Join", ("Input.Password", Person.Password));
        using (var early = await browser.PostAsync(Assistant, $"{Assistant}?handler=Proof", ("Input.CustomerCode", OldLogin.CustomerCode), ("Input.Number", OldLogin.Invoice)))
            early.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using (var wrong = await browser.PostAsync(Assistant, $"{Assistant}?handler=Factor", ("Input.Code", "000000")))
            wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await StepAsync(browser, "Factor", ("Input.Code", app.Code()));
        await StepAsync(browser, "Proof", ("Input.CustomerCode", OldLogin.CustomerCode), ("Input.Number", OldLogin.Invoice));
        (await browser.ReadAsync(Assistant)).ShouldContain("Accept and finish");
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

    [Theory, Databases]
    public async Task Api_ImportAndAssistant_DoWhatThePagesDo(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (login, known) = (LegacyLogins.NewLogin(), $"{LegacyLogins.NewLogin().ToLowerInvariant()}@test.example");
        using var operators = world.Host.CreateClient(DemoPeople.Token("amelie"));
        using (var body = new StreamContent(LegacyLogins.Csv($"{company.Slug};{login};C1;F1;;{known};;")))
        using (var imported = await operators.PostAsync(new Uri("/api/t/lefevre/legacy-accounts/import", UriKind.Relative), body, TestContext.Current.CancellationToken))
            imported.StatusCode.ShouldBe(HttpStatusCode.OK);
        using (var body = new StreamContent(LegacyLogins.Csv($"{company.Slug};{login};;;;;;")))
        using (var refused = await operators.PostAsync(new Uri("/api/t/lefevre/legacy-accounts/import", UriKind.Relative), body, TestContext.Current.CancellationToken))
            (refused.StatusCode, (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Contains("customer_code")).ShouldBe((HttpStatusCode.BadRequest, true));
        using var program = world.Host.CreateClient(await TokenAsync(world, login));
        await CallAsync(program, "code", new { Email = known });
        await CallAsync(program, "verify", new { Code = LegacyLogins.CodeIn(world.Mail.To(known)[^1].Text) });
        await CallAsync(program, "identity", new { Name = "Dana Petit", Person.Password, RepeatPassword = Person.Password });
        await CallAsync(program, "complete", new { Terms.Version });
        (await program.GetStringAsync(new Uri("/api/me/migration", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldContain("\"Done\"", Case.Insensitive);
        (await world.SignInAsync(known, Person.Password, world.NewAddress())).ShouldNotBeNull();
    }

    private static async Task CallAsync(HttpClient client, string path, object input)
    {
        using var body = new StringContent(JsonSerializer.Serialize(input), System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri($"/api/me/migration/{path}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }

    private static Task<string> TokenAsync(World world, string login) => world.Host.RunAsync(null, null, async s =>
    {
        var context = s.GetRequiredService<IdentityDbContext>();
        var user = await context.Users.SingleAsync(u => u.NormalizedEmail == login);
        var (token, now) = ($"plf_{Secrets.NewKey()}", world.Clock.GetUtcNow().UtcDateTime);
        context.ApiTokens.Add(ApiToken.Of(token, user.Id, "Test", now, now.AddDays(1)));
        return token;
    });

    private static async Task<string> SendAsync(HttpClient client, string page, string handler, string digest, string row)
    {
        var token = TokenText().Match(await client.GetStringAsync(new Uri(page, UriKind.Relative))).Groups[1].Value;
        using var form = LegacyLogins.Form(token, digest, row);
        using var answer = await client.PostAsync(new Uri($"{page}?handler={handler}", UriKind.Relative), form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<Browser> SignInAsync(World world, OldLogin login)
    {
        var browser = new Browser(world);
        using var answer = await browser.SignInAsync(login.Login, OldLogin.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private static async Task StepAsync(Browser browser, string handler, params (string, string)[] fields)
    {
        using var answer = await browser.PostAsync(Assistant, $"{Assistant}?handler={handler}", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, handler);
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
