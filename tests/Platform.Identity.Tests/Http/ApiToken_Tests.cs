using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

public sealed class ApiToken_Tests(IdentityHosts hosts)
{
    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    public async Task Token_FullAndFresh_OpensWhatThePersonMay(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        var token = await CreateAsync(world, person);
        (await StatusAsync(world, token.Token, $"/api/t/{company.Slug}/users")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(world, token.Token, "/api/me/sessions")).ShouldBe(HttpStatusCode.OK);
        world.Audit.Of("Identity.ApiToken.Used").Count(r => r.EntityId == token.Details.Id.ToString()).ShouldBe(1, "recorded once an hour and address");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    public async Task Token_MissingUnknownRevokedOrExpired_IsAnsweredWithAProblem(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        var (revoked, expired) = (await CreateAsync(world, person), await CreateAsync(world, person, days: 1));
        await world.AsAsync<IApiTokenAppService>(null, person, t => t.RevokeAsync(revoked.Details.Id));
        world.Clock.Advance(TimeSpan.FromHours(25));
        foreach (var token in new[] { null, "plf_unknown", "nonsense", new string('x', 5000), revoked.Token, expired.Token })
        {
            using var client = world.Host.CreateClient(token);
            using var answer = await client.GetAsync(new Uri($"/api/t/{company.Slug}/users", UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, token);
            answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString().ShouldBe(IdentityErrorCodes.TokenInvalid);
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    public async Task Token_WithScopes_OpensNothingElseAndCannotWidenItself(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        var token = (await CreateAsync(world, person, scopes: [IdentityPermissions.Users.Default])).Token;
        (await StatusAsync(world, token, $"/api/t/{company.Slug}/users")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(world, token, $"/api/t/{company.Slug}/roles")).ShouldBe(HttpStatusCode.Forbidden);
        await ShouldBeLimitedAsync(world, token);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    public async Task Token_BoundToACompany_IsAStrangerInTheOthers(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        var other = await world.CompanyAsync();
        await world.JoinAsync(person, other, StandardRoles.Administrator);
        var token = (await CreateAsync(world, person, company.Id)).Token;
        (await StatusAsync(world, token, $"/api/t/{company.Slug}/users")).ShouldBe(HttpStatusCode.OK);
        using var client = world.Host.CreateClient(token);
        using var foreign = await client.GetAsync(new Uri($"/api/t/{other.Slug}/users", UriKind.Relative), TestContext.Current.CancellationToken);
        using var unknown = await client.GetAsync(new Uri("/api/t/no-such-company/users", UriKind.Relative), TestContext.Current.CancellationToken);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var (a, b) = (await foreign.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken), await unknown.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
        a.GetProperty("title").GetString().ShouldBe(b.GetProperty("title").GetString());
        await ShouldBeLimitedAsync(world, token);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task Token_OfADeactivatedOrRemovedPerson_IsRefused(TestDatabase database)
    {
        var (world, company, administrator) = await StartAsync(database);
        var person = await world.PersonAsync(company, StandardRoles.Administrator);
        var token = (await CreateAsync(world, person)).Token;
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetActiveAsync(person.Id, active: false));
        (await StatusAsync(world, token, "/api/me")).ShouldBe(HttpStatusCode.Unauthorized);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetActiveAsync(person.Id, active: true));
        await world.AsAsync<IUserAppService>(company, administrator, u => u.RemoveAsync(person.Id));
        (await StatusAsync(world, token, $"/api/t/{company.Slug}/users")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    [Trait("Req", "IDN-03")]
    public async Task Token_OfAPersonWhoOwesANewPassword_OpensNothingUntilThereIsOne(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        var token = (await CreateAsync(world, person)).Token;
        (await StatusAsync(world, token, "/api/me")).ShouldBe(HttpStatusCode.OK);
        await world.AsAsync<ISecuritySettingsAppService>(company, person, s => s.SetAsync(SettingPlace.Entity, new Dictionary<string, string?> { [IdentitySettings.PasswordChangeDays] = "1" }));
        world.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var path in new[] { "/api/me", $"/api/t/{company.Slug}/users" })
        {
            using var client = world.Host.CreateClient(token);
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString().ShouldBe(IdentityErrorCodes.TokenOwes);
        }

        world.Audit.Of(RefusalActs.Token).Last(r => r.User.Id == person.Id).Changes[0].New.ShouldBe($"Owes {Obligation.NewPassword}");
        await world.AsAsync<IAccountAppService>(null, person, a => a.ChangePasswordAsync(new ChangePasswordDto(Person.Password, "Other-horse-8", "Other-horse-8")));
        (await StatusAsync(world, token, "/api/me")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    public async Task Create_WrongInput_IsRefusedByRule(TestDatabase database)
    {
        var (world, _, person) = await StartAsync(database);
        var foreign = await world.CompanyAsync();
        await RefusedAsync(new CreateApiTokenDto("", null, null, 30), IdentityErrorCodes.Required);
        await RefusedAsync(new CreateApiTokenDto("A", null, null, 0), IdentityErrorCodes.TokenExpiry);
        await RefusedAsync(new CreateApiTokenDto("A", null, null, 366), IdentityErrorCodes.TokenExpiry);
        await RefusedAsync(new CreateApiTokenDto("A", null, ["No.Such"], 30), IdentityErrorCodes.PermissionUnknown);
        await RefusedAsync(new CreateApiTokenDto("A", foreign.Id, null, 30), IdentityErrorCodes.TokenCompany);

        Task RefusedAsync(CreateApiTokenDto input, string code) => world.AsAsync<IApiTokenAppService>(null, person, t => t.CreateAsync(input)).ShouldBeRefusedAsync(code);
    }

    [Fact]
    [Trait("Req", "IDN-15")]
    public async Task Api_SessionCookie_IsNotAccepted()
    {
        var (world, company, person) = await StartAsync(TestDatabase.Sqlite);
        using var browser = new Browser(world);
        using var answer = await browser.SignInAsync(person.Email, Person.Password);
        using var api = await Browser.WithCookieAsync(world, browser.SessionKey!, $"/api/t/{company.Slug}/users");
        api.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    [Trait("Req", "IDN-15")]
    public async Task Page_NewToken_IsShownOnceAndWorks()
    {
        var (world, company, person) = await StartAsync(TestDatabase.Sqlite);
        using var browser = new Browser(world);
        using var signIn = await browser.SignInAsync(person.Email, Person.Password);
        using var answer = await browser.PostAsync("/account/tokens", "/account/tokens", ("Input.Name", "Shop"), ("Input.ValidDays", "30"));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var token = page.Split("id=\"new-token\">")[1].Split('<')[0];
        (await StatusAsync(world, token, $"/api/t/{company.Slug}/users")).ShouldBe(HttpStatusCode.OK);
        (await browser.ReadAsync("/account/tokens")).ShouldNotContain(token);
    }

    private async Task<(World World, TenantInfo Company, Person Person)> StartAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        return (world, company, await world.PersonAsync(company, StandardRoles.Administrator));
    }

    private static Task<CreatedApiTokenDto> CreateAsync(World world, Person person, Guid? company = null, string[]? scopes = null, int days = 30) =>
        world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Test", company, scopes, days)));

    private static async Task ShouldBeLimitedAsync(World world, string token)
    {
        using var client = world.Host.CreateClient(token);
        using var answer = await client.PostAsJsonAsync(new Uri("/api/me/tokens", UriKind.Relative), new CreateApiTokenDto("Wider", null, null, 30), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("code").GetString().ShouldBe(IdentityErrorCodes.TokenLimited);
    }

    private static async Task<HttpStatusCode> StatusAsync(World world, string token, string path)
    {
        using var client = world.Host.CreateClient(token);
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
