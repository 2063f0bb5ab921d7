using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>The steps from an old login to an account, on pages and over the API.</summary>
[Collection(nameof(Legacy))]
[Trait("Req", "IDN-14")]
public sealed class LegacyAssistant_Tests(ClockedHosts hosts)
{
    private const string Assistant = "/account/migration";

    [Theory, Databases]
    public async Task Assistant_StepByStepAndBack_EndsInASessionOfThePerson(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync("Bookkeeper");
        using var browser = await world.SignInOldAsync(login);
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
        using var browser = await world.SignInOldAsync(login);
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

    private static async Task StepAsync(Browser browser, string handler, params (string, string)[] fields)
    {
        using var answer = await browser.PostAsync(Assistant, $"{Assistant}?handler={handler}", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, handler);
    }
}
