using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Collection(nameof(Proxied))]
[Trait("Req", "IDN-16")]
public sealed class Refusal_Tests(ProxiedHosts hosts)
{
    [Theory, Databases]
    public async Task Requests_ManyRefused_AreToldOnceAndFewAreNot(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        var (curious, clumsy) = (await world.PersonAsync(company, StandardRoles.Reader), await world.PersonAsync(company, StandardRoles.Reader));
        await AskAsync(world, company, clumsy, 19);
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await AskAsync(world, company, clumsy, 19);
        await AskAsync(world, company, curious, 45);
        var alert = (await ToldAsync(world, company, admin)).ShouldHaveSingleItem("19 within ten minutes are nothing");
        (alert.Kind, alert.UserId, alert.Address).ShouldBe(("ManyRefusals", curious.Id, Places.Home));
        world.Mail.To(admin.Email).ShouldHaveSingleItem().Text.ShouldContain(Places.Home);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    public async Task Token_UsedAfterItWasRevoked_IsToldAndOnRecord(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (company, other) = (await world.CompanyAsync(), await world.CompanyAsync());
        var (admin, person) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Reader));
        await world.JoinAsync(person, other, StandardRoles.Reader);
        var otherAdmin = await world.PersonAsync(other, StandardRoles.Administrator);
        var token = await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Till", company.Id, null, 30)));
        await world.AsAsync<IApiTokenAppService>(null, person, t => t.RevokeAsync(token.Details.Id));
        (await CallAsync(world, company, token.Token)).ShouldBe(HttpStatusCode.Unauthorized);
        (await ToldAsync(world, company, admin)).ShouldHaveSingleItem().Kind.ShouldBe("TokenRefused");
        (await ListAsync(world, other, otherAdmin)).ShouldBeEmpty("the token was for one company");
        var record = world.Audit.Of(token.Details.Id, RefusalActs.Token).ShouldHaveSingleItem();
        (record.TenantId, record.User.Id, record.User.ClientAddress).ShouldBe((company.Id, person.Id, Places.Home));
    }

    [Theory, Databases]
    [Trait("Req", "AUD-01")]
    public async Task Request_RefusedOnPageOrApi_IsOnRecordWithWhoWhereAndWhat(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        using var browser = await world.SignedInAsync(person, Places.Home);
        using (var page = await browser.GetAsync($"/t/{company.Slug}/users"))
            page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await AskAsync(world, company, person, 1);
        var limited = await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Till", company.Id, null, 30)));
        using (var client = world.Host.CreateClient(limited.Token))
        using (var groups = await client.GetAsync(new Uri("/api/groups", UriKind.Relative), TestContext.Current.CancellationToken))
            groups.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await world.ReachAsync();
        world.Audit.Of(RefusalActs.Request).ShouldContain(r => r.TenantId == Guid.Empty && r.User.Id == person.Id && r.Changes[0].New == "GET /api/groups");
        var records = world.Audit.Of(RefusalActs.Request).Where(r => r.TenantId == company.Id).ToList();
        records.Select(r => r.Changes[0].New).ShouldBe(["GET /t/{tenant}/users", "GET /api/t/{tenant}/security-alerts"], ignoreOrder: true);
        records.ShouldAllBe(r => r.User.Id == person.Id && r.User.ClientAddress == Places.Home);
    }

    [Theory, Databases]
    [Trait("Req", "AUD-01")]
    public async Task Forgery_OfFormOrCookie_IsOnRecordWithoutWhatWasSent(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        using var browser = await world.SignedInAsync(person, Places.Home);
        using (var form = await browser.PostWithoutTokenAsync("/account/profile"))
            form.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        const string cookie = "__Host-password-accepted", altered = "altered-cookie";
        using (await Browser.WithCookieAsync(world, altered, "/account/code", cookie))
        {
        }

        await world.ReachAsync();
        var forged = world.Audit.Of(RefusalActs.Forgery).Select(r => r.Changes[0].New).ToList();
        forged.ShouldContain("POST /account/profile");
        forged.ShouldContain($"GET {cookie}");
        world.Audit.Records.SelectMany(r => r.Changes).ShouldNotContain(c => c.New == altered);
    }

    private static async Task AskAsync(World world, TenantInfo company, Person person, int times)
    {
        var token = (await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Till", null, null, 30)))).Token;
        for (var i = 0; i < times; i++)
            (await CallAsync(world, company, token)).ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpStatusCode> CallAsync(World world, TenantInfo company, string token)
    {
        using var client = world.Host.CreateClient(token);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", Places.Home);
        using var answer = await client.GetAsync(new Uri($"/api/t/{company.Slug}/security-alerts", UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task<IReadOnlyList<SecurityAlertDto>> ToldAsync(World world, TenantInfo company, Person admin)
    {
        await world.ReachAsync();
        return await ListAsync(world, company, admin);
    }

    private static Task<IReadOnlyList<SecurityAlertDto>> ListAsync(World world, TenantInfo company, Person person) =>
        world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(company, person, a => a.GetListAsync());
}
