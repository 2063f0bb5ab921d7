using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Rights are kept between requests, and yet what is taken is gone on the next one.</summary>
[Trait("Req", "IDN-10")]
public sealed class RightsVersion_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task RightTaken_OnAnotherHost_IsGoneOnTheNextRequest(TestDatabase database)
    {
        var (world, company, person, browser) = await SignedInAsync(database);
        var role = await RoleOfAsync(world, company);
        await world.JoinAsync(person, company, StandardRoles.Administrator);
        (await StatusAsync(browser, company)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(browser, company)).ShouldBe(HttpStatusCode.OK);
        await using (var other = await TestHost.StartAsync(new TestHostOptions(database, Settings: world.Host.Settings)))
        {
            await other.RunAsync(company, null, s => TakeAsync(s, person.Id, role));
        }

        (await StatusAsync(browser, company)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    public async Task RightGiven_InATransactionThatIsUndone_IsNotKept(TestDatabase database)
    {
        var (world, company, person, browser) = await SignedInAsync(database);
        var role = await RoleOfAsync(world, company);
        await using (var scope = world.Host.Services.CreateAsyncScope())
        {
            var read = await world.Host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindByIdAsync(company.Id));
            using var inCompany = scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(read);
            using var asPerson = scope.ServiceProvider.GetRequiredService<ICurrentUser>().Change(person.Info);
            var context = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
            context.RoleAssignments.Add(new RoleAssignment { UserId = person.Id, RoleId = role });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
            (await scope.ServiceProvider.GetRequiredService<IPermissionChecker>().IsGrantedAsync(IdentityPermissions.Users.Default, TestContext.Current.CancellationToken)).ShouldBeTrue();
        }

        (await StatusAsync(browser, company)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    public async Task Lender_Deactivated_WhatTheyLentIsGoneOnTheNextRequest(TestDatabase database)
    {
        var (world, company, person, browser) = await SignedInAsync(database);
        var (lender, other) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Administrator));
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        var lent = new CreateDelegationDto(person.Id, today, today.AddDays(30), [IdentityPermissions.Users.Default]);
        await world.AsAsync<IDelegationAppService>(company, lender, d => d.CreateAsync(lent));
        (await StatusAsync(browser, company)).ShouldBe(HttpStatusCode.OK);
        await world.AsAsync<IUserAppService>(company, other, u => u.SetActiveAsync(lender.Id, active: false));
        (await StatusAsync(browser, company)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, Databases]
    public async Task Membership_Ended_CompanyIsGoneOnTheNextRequest(TestDatabase database)
    {
        var (world, company, person, browser) = await SignedInAsync(database);
        await world.JoinAsync(person, company, StandardRoles.Administrator);
        (await StatusAsync(browser, company)).ShouldBe(HttpStatusCode.OK);
        await world.Host.RunAsync(company, null, s => s.GetRequiredService<IMembershipService>().RemoveAsync(person.Id));
        (await StatusAsync(browser, company)).ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(World World, TenantInfo Company, Person Person, Browser Browser)> SignedInAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (person, browser) = (await world.PersonAsync(company), new Browser(world));
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        return (world, company, person, browser);
    }

    private static Task<Guid> RoleOfAsync(World world, TenantInfo company) => world.RoleAsync(company, StandardRoles.Administrator);

    private static async Task TakeAsync(IServiceProvider services, Guid person, Guid role)
    {
        var context = services.GetRequiredService<IdentityDbContext>();
        context.RoleAssignments.Remove(await context.RoleAssignments.SingleAsync(a => a.UserId == person && a.RoleId == role));
        await context.SaveChangesAsync();
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, TenantInfo company)
    {
        using var answer = await browser.GetAsync($"/t/{company.Slug}/users");
        return answer.StatusCode;
    }
}
