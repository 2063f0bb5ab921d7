using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>A firm's people in a client's company: with what the client granted, as long as everything that lets them in holds.</summary>
[Trait("Req", "TEN-05")]
public sealed class Engagement_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Kind = "accounting";

    [Theory, Databases]
    public async Task Engagement_Accepted_OpensTheClientWithTheGrantedRightsOnly(TestDatabase database)
    {
        var (world, client, firm, worker, browser) = await EngagedAsync(database);
        (await StatusAsync(browser, client, "settings/company")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(browser, client, "users")).ShouldBe(HttpStatusCode.Forbidden);
        (await world.Host.RunAsync(client, worker.Info, s => s.GetRequiredService<IPermissionChecker>().IsGrantedAsync(TenancyPermissions.Company.Default))).ShouldBeFalse("only the way through the firm brings rights");
    }

    [Theory, Databases]
    public async Task Engagement_EndedByTheClient_RefusesTheNextRequestOfAnOpenSession(TestDatabase database)
    {
        var (world, client, firm, worker, browser) = await EngagedAsync(database);
        (await StatusAsync(browser, client, "settings/company")).ShouldBe(HttpStatusCode.OK);
        await EndAsync(world, client);
        (await StatusAsync(browser, client, "settings/company")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    public async Task Engagement_EndedByTheFirm_RefusesTheNextRequest(TestDatabase database)
    {
        var (world, client, firm, worker, browser) = await EngagedAsync(database);
        var admin = await world.PersonAsync(firm, StandardRoles.Administrator);
        var running = await world.AsAsync<IClientAppService, PagedResult<EngagementDto>>(firm, admin, s => s.GetListAsync(new ClientListInput()));
        await world.AsAsync<IClientAppService>(firm, admin, s => s.EndAsync(running.Items.Single().Id));
        (await StatusAsync(browser, client, "settings/company")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    public async Task Engagement_PersonLeavesTheFirm_RefusesTheNextRequest(TestDatabase database)
    {
        var (world, client, firm, worker, browser) = await EngagedAsync(database);
        (await StatusAsync(browser, client, "settings/company")).ShouldBe(HttpStatusCode.OK);
        await world.Host.RunAsync(firm, null, s => s.GetRequiredService<IMembershipService>().RemoveAsync(worker.Id));
        (await StatusAsync(browser, client, "settings/company")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    public async Task Engagement_ScopesTaken_AreGoneOnTheNextRequest(TestDatabase database)
    {
        var (world, client, firm, worker, browser) = await EngagedAsync(database);
        var owner = await world.PersonAsync(client, StandardRoles.Administrator);
        var engagement = (await world.AsAsync<IEngagementAppService, IReadOnlyList<EngagementDto>>(client, owner, s => s.GetListAsync())).Single();
        await world.AsAsync<IEngagementAppService>(client, owner, s => s.SetScopesAsync(engagement.Id, new ScopesDto([TenancyPermissions.Dashboard], engagement.ConcurrencyStamp)));
        (await StatusAsync(browser, client, "settings/company")).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(browser, client, "")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, Databases]
    public async Task Engagement_PersonWithoutTheRightToWork_StaysOutside(TestDatabase database)
    {
        var (world, client, firm, _, _) = await EngagedAsync(database);
        var reader = await world.PersonAsync(firm, StandardRoles.Reader);
        (await StatusAsync(await SignInAsync(world, reader), client, "")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    public async Task Engagement_OnlyRequested_OpensNothing(TestDatabase database)
    {
        var (world, client, firm, owner) = await CompaniesAsync(database);
        await RequestAsync(world, client, owner, firm);
        var worker = await world.PersonAsync(firm, StandardRoles.Bookkeeper);
        (await StatusAsync(await SignInAsync(world, worker), client, "")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, Databases]
    public async Task Request_ScopeThatTheKindDoesNotOffer_IsRefused(TestDatabase database)
    {
        var (world, client, firm, owner) = await CompaniesAsync(database);
        await RequestAsync(world, client, owner, firm, IdentityPermissions.Users.Manage).ShouldBeRefusedAsync(TenancyErrorCodes.EngagementScope);
    }

    [Theory, Databases]
    public async Task Request_ByWhoDoesNotHoldTheScope_IsRefused(TestDatabase database)
    {
        var (world, client, firm, _) = await CompaniesAsync(database);
        var person = await world.PersonAsync(client);
        await world.Host.RunAsync(client, null, async s =>
        {
            var context = s.GetRequiredService<IdentityDbContext>();
            context.DirectGrants.Add(new DirectGrant { UserId = person.Id, Permission = TenancyPermissions.Engagements.Manage });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await RequestAsync(world, client, person, firm, TenancyPermissions.Company.Default).ShouldBeRefusedAsync(TenancyErrorCodes.ScopeNotHeld);
    }

    [Theory, Databases]
    [Trait("Req", "ACC-02")]
    public async Task Accept_AnotherFirm_EndsTheFormerAndKeepsItOnRecord(TestDatabase database)
    {
        var (world, client, firm, worker, browser) = await EngagedAsync(database);
        var (owner, other) = (await world.PersonAsync(client, StandardRoles.Administrator), await FirmAsync(world));
        var asked = await RequestAsync(world, client, owner, other);
        (await StatusAsync(browser, client, "")).ShouldBe(HttpStatusCode.OK, "the former works on until the new one has accepted");
        await AcceptAsync(world, other, asked);
        (await StatusAsync(browser, client, "")).ShouldBe(HttpStatusCode.NotFound);
        var all = await world.AsAsync<IEngagementAppService, IReadOnlyList<EngagementDto>>(client, owner, s => s.GetListAsync());
        all.Select(e => (e.Firm.Id, e.State)).ShouldBe([(other.Id, EngagementState.Accepted), (firm.Id, EngagementState.Ended)]);
    }

    [Theory, Databases]
    public async Task Engagement_OfOthers_IsNotFoundByAnyAct(TestDatabase database)
    {
        var (world, client, firm, owner) = await CompaniesAsync(database);
        var engagement = await RequestAsync(world, client, owner, firm);
        var (elsewhere, otherFirm) = (await world.CompanyAsync(), await FirmAsync(world));
        var (stranger, accountant) = (await world.PersonAsync(elsewhere, StandardRoles.Administrator), await world.PersonAsync(otherFirm, StandardRoles.Administrator));
        foreach (var act in new Func<IEngagementAppService, Task>[] { s => s.GetAsync(engagement.Id), s => s.EndAsync(engagement.Id), s => s.SetScopesAsync(engagement.Id, new ScopesDto([], engagement.ConcurrencyStamp)) })
            await Should.ThrowAsync<EntityNotFoundException>(world.AsAsync<IEngagementAppService>(elsewhere, stranger, act));
        foreach (var act in new Func<IClientAppService, Task>[] { s => s.AcceptAsync(engagement.Id), s => s.RefuseAsync(engagement.Id), s => s.EndAsync(engagement.Id) })
        {
            await Should.ThrowAsync<EntityNotFoundException>(world.AsAsync<IClientAppService>(otherFirm, accountant, act));
            await Should.ThrowAsync<EntityNotFoundException>(world.AsAsync<IClientAppService>(client, owner, act));
        }

        (await world.AsAsync<IClientAppService, PagedResult<EngagementDto>>(otherFirm, accountant, s => s.GetListAsync(new ClientListInput()))).Items.ShouldBeEmpty();
        (await world.AsAsync<IEngagementAppService, IReadOnlyList<EngagementDto>>(elsewhere, stranger, s => s.GetListAsync())).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Request_Twice_IsRefusedAndAfterTheRefusalPossibleAgain(TestDatabase database)
    {
        var (world, client, firm, owner) = await CompaniesAsync(database);
        var first = await RequestAsync(world, client, owner, firm);
        await RequestAsync(world, client, owner, firm).ShouldBeRefusedAsync(TenancyErrorCodes.EngagementExists);
        var admin = await world.PersonAsync(firm, StandardRoles.Administrator);
        await world.AsAsync<IClientAppService>(firm, admin, s => s.RefuseAsync(first.Id));
        await world.AsAsync<IClientAppService>(firm, admin, s => s.AcceptAsync(first.Id)).ShouldBeRefusedAsync(TenancyErrorCodes.EngagementClosed);
        (await RequestAsync(world, client, owner, firm)).State.ShouldBe(EngagementState.Requested);
    }

    [Theory, Databases]
    public async Task Accept_WhileTheClientTakesItBack_LeavesNobodyInside(TestDatabase database)
    {
        var (world, client, firm, owner) = await CompaniesAsync(database);
        var (head, worker) = (await world.PersonAsync(firm, StandardRoles.Administrator), await world.PersonAsync(firm, StandardRoles.Bookkeeper));
        var browser = await SignInAsync(world, worker);
        for (var turn = 0; turn < 8; turn++)
        {
            var asked = await RequestAsync(world, client, owner, firm);
            var accepted = TriedAsync(() => world.AsAsync<IClientAppService>(firm, head, s => s.AcceptAsync(asked.Id)));
            var ended = TriedAsync(() => world.AsAsync<IEngagementAppService>(client, owner, s => s.EndAsync(asked.Id)));
            await Task.WhenAll(accepted, ended);
            var state = (await world.AsAsync<IEngagementAppService, EngagementDto>(client, owner, s => s.GetAsync(asked.Id))).State;
            (await StatusAsync(browser, client, "")).ShouldBe(state == EngagementState.Accepted ? HttpStatusCode.OK : HttpStatusCode.NotFound);
            if (await ended)
                state.ShouldNotBe(EngagementState.Accepted, "who was told that it is over must be right");
            else
                await world.AsAsync<IEngagementAppService>(client, owner, s => s.EndAsync(asked.Id));
        }

        static async Task<bool> TriedAsync(Func<Task> act)
        {
            try
            {
                await Task.Run(act);
                return true;
            }
            catch (Exception e) when (e is BusinessException or Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException)
            {
                return false;
            }
        }
    }

    private static Task<EngagementDto> RequestAsync(World world, TenantInfo client, Person by, TenantInfo firm, params string[] scopes) =>
        world.AsAsync<IEngagementAppService, EngagementDto>(client, by, s => s.RequestAsync(new RequestEngagementDto(Kind, firm.Id, scopes.Length == 0 ? null : scopes)));

    private static async Task AcceptAsync(World world, TenantInfo firm, EngagementDto engagement) =>
        await world.AsAsync<IClientAppService>(firm, await world.PersonAsync(firm, StandardRoles.Administrator), s => s.AcceptAsync(engagement.Id));

    private static async Task EndAsync(World world, TenantInfo client)
    {
        var owner = await world.PersonAsync(client, StandardRoles.Administrator);
        var running = await world.AsAsync<IEngagementAppService, IReadOnlyList<EngagementDto>>(client, owner, s => s.GetListAsync());
        await world.AsAsync<IEngagementAppService>(client, owner, s => s.EndAsync(running.Single(e => e.State == EngagementState.Accepted).Id));
    }

    private async Task<(World World, TenantInfo Client, TenantInfo Firm, Person Owner)> CompaniesAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (client, firm) = (await world.CompanyAsync(), await FirmAsync(world));
        return (world, client, firm, await world.PersonAsync(client, StandardRoles.Administrator));
    }

    private async Task<(World World, TenantInfo Client, TenantInfo Firm, Person Worker, Browser Browser)> EngagedAsync(TestDatabase database)
    {
        var (world, client, firm, owner) = await CompaniesAsync(database);
        await AcceptAsync(world, firm, await RequestAsync(world, client, owner, firm));
        var worker = await world.PersonAsync(firm, StandardRoles.Bookkeeper);
        return (world, client, firm, worker, await SignInAsync(world, worker));
    }

    private static async Task<Browser> SignInAsync(World world, Person person)
    {
        var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        return browser;
    }

    private static Task<TenantInfo> FirmAsync(World world) => world.CompanyAsync(TenantTypes.Accountant);

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, TenantInfo company, string page)
    {
        using var answer = await browser.GetAsync($"/t/{company.Slug}/{page}".TrimEnd('/'));
        return answer.StatusCode;
    }
}
