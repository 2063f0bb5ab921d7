using System.Net;
using Platform.Kernel;
using Platform.Sepa;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>An administrator's session that somebody left open gives no rights away, and still takes them.</summary>
[Trait("Req", "IDN-13")]
[Trait("Req", "IDN-09")]
public sealed class RightsProof_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Roles_OfAMember_AreGivenAfterAFreshProofAndTakenWithout(TestDatabase database)
    {
        var (world, company, browser) = await LongAfterSignInAsync(database);
        using var administrator = browser;
        var member = await world.PersonAsync(company, StandardRoles.Bookkeeper);
        var page = $"/t/{company.Slug}/users/{member.Id}";
        (string, string) Role(Guid id) => ("RoleIds", id.ToString());
        var (bookkeeper, validator) = (await world.RoleAsync(company, StandardRoles.Bookkeeper), await world.RoleAsync(company, StandardRoles.Validator));
        using (var stale = await administrator.PostAsync(page, $"{page}?handler=Roles", Role(bookkeeper), Role(validator)))
            Location(stale).ShouldStartWith("/account/confirm");
        (await world.IsGrantedAsync(company, member, SepaPermissions.Remittances.Approve)).ShouldBeFalse();
        using (var taken = await administrator.PostAsync(page, $"{page}?handler=Roles"))
            Location(taken).ShouldBe(page);
        (await world.IsGrantedAsync(company, member, SepaPermissions.Mandates.Default)).ShouldBeFalse();
        await ConfirmAsync(administrator);
        using (var given = await administrator.PostAsync(page, $"{page}?handler=Roles", Role(validator)))
            Location(given).ShouldBe(page);
        (await world.IsGrantedAsync(company, member, SepaPermissions.Remittances.Approve)).ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task DirectGrants_OfAMember_AreGivenAfterAFreshProofAndTakenWithout(TestDatabase database)
    {
        var (world, company, browser) = await LongAfterSignInAsync(database);
        using var administrator = browser;
        var member = await world.PersonAsync(company);
        var page = $"/t/{company.Slug}/users/{member.Id}";
        var grant = ("Permissions", SepaPermissions.Mandates.Default);
        using (var stale = await administrator.PostAsync(page, $"{page}?handler=Grants", grant))
            Location(stale).ShouldStartWith("/account/confirm");
        await ConfirmAsync(administrator);
        using (var given = await administrator.PostAsync(page, $"{page}?handler=Grants", grant))
            Location(given).ShouldBe(page);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        using (var taken = await administrator.PostAsync(page, $"{page}?handler=Grants"))
            Location(taken).ShouldBe(page);
        (await world.IsGrantedAsync(company, member, SepaPermissions.Mandates.Default)).ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task Role_ThatGetsMore_AsksForAFreshProofAndOneThatGetsLessDoesNot(TestDatabase database)
    {
        var (world, company, browser) = await LongAfterSignInAsync(database);
        using var administrator = browser;
        var role = await world.RoleAsync(company, StandardRoles.Validator);
        var page = $"/t/{company.Slug}/roles/{role}";
        var name = ("Input.Name", "Checks only");
        using (var stale = await administrator.PostAsync(page, page, name, ("Input.Permissions", IdentityPermissions.Users.Manage)))
            Location(stale).ShouldStartWith("/account/confirm");
        using (var less = await administrator.PostAsync(page, page, name))
            Location(less).ShouldBe($"/t/{company.Slug}/roles");
    }

    [Theory, Databases]
    public async Task Pages_ThatGive_AskBeforeAnythingIsTyped(TestDatabase database)
    {
        var (_, company, browser) = await LongAfterSignInAsync(database);
        using var administrator = browser;
        foreach (var path in new[] { "users/invite", "roles/new" })
        {
            var page = $"/t/{company.Slug}/{path}";
            using var stale = await administrator.GetAsync(page);
            Location(stale).ShouldBe($"/account/confirm?returnUrl={Uri.EscapeDataString(page)}");
        }
    }

    private async Task<(World World, TenantInfo Company, Browser Browser)> LongAfterSignInAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var browser = new Browser(world);
        (await browser.SignInAsync(administrator.Email, Person.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        return (world, company, browser);
    }

    private static async Task ConfirmAsync(Browser browser)
    {
        using var done = await browser.PostAsync("/account/confirm", "/account/confirm", ("Proof", Person.Password));
        done.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static string Location(HttpResponseMessage answer) => answer.Headers.Location?.ToString() ?? $"{answer.StatusCode}";
}
