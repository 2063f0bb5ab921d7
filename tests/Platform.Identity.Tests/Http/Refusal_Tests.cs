using System.Net;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-16")]
public sealed class Refusal_Tests(ProxiedHosts hosts) : IClassFixture<ProxiedHosts>
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
    public async Task Token_UsedAfterItWasRevoked_IsTold(TestDatabase database)
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

    // A mail is recorded when it is queued, a moment before the commit.
    private static async Task<IReadOnlyList<SecurityAlertDto>> ToldAsync(World world, TenantInfo company, Person admin)
    {
        await world.Mail.WaitForAsync(admin.Email, 1);
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (await ListAsync(world, company, admin) is { Count: > 0 } alerts)
                return alerts;
            await Task.Delay(TimeSpan.FromMilliseconds(50), deadline.Token);
        }
    }

    private static Task<IReadOnlyList<SecurityAlertDto>> ListAsync(World world, TenantInfo company, Person person) =>
        world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(company, person, a => a.GetListAsync());
}
