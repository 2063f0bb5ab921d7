using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;
using static Platform.Identity.Tests.AdmissionPages;

namespace Platform.Identity.Tests;

/// <summary>Whether a company is restricted is kept between requests, and yet a change holds on the next one.</summary>
[Collection(nameof(Proxied))]
[Trait("Req", "IDN-05")]
public sealed class AddressGate_Tests(ProxiedHosts hosts)
{
    [Theory, Databases]
    public async Task Restriction_SetOnAnotherHost_HoldsOnTheNextRequest(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        using var browser = await world.SignedInAsync(person, Places.Home);
        await browser.ReadAsync(Page(company));
        await browser.ReadAsync(Page(company));
        await using (var other = await TestHost.StartAsync(new TestHostOptions(database, Settings: world.Host.Settings)))
            await SetAsync(other, company, SettingLevel.Entity, company.Id, "true");
        await ShouldBeStoppedAsync(browser, company);
        await SetAsync(world.Host, company, SettingLevel.Entity, company.Id, null);
        await browser.ReadAsync(Page(company));
    }

    [Theory, Databases]
    public async Task Restriction_OfTheGroupAndOfWhoJoinsIt_HoldsOnTheNextRequest(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        var second = await world.CompanyAsync();
        await world.JoinAsync(person, second, StandardRoles.Administrator);
        using var browser = await world.SignedInAsync(person, Places.Home);
        await browser.ReadAsync(Page(company));
        await browser.ReadAsync(Page(second));
        var group = await world.AsAsync<IGroupAppService, GroupDto>(null, person, g => g.CreateAsync(new CreateGroupDto("Holding", company.Id)));
        await browser.ReadAsync(Page(company));
        await SetAsync(world.Host, company, SettingLevel.Group, group.Id, "true");
        await ShouldBeStoppedAsync(browser, company);
        await browser.ReadAsync(Page(second));
        await world.AsAsync<IGroupAppService>(null, person, g => g.AddCompanyAsync(group.Id, second.Id));
        await ShouldBeStoppedAsync(browser, second);
    }

    [Theory, Databases]
    public async Task Restriction_InATransactionThatIsUndone_IsNotKept(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        await using (var scope = world.Host.Services.CreateAsyncScope())
        {
            var services = scope.ServiceProvider;
            await services.GetRequiredService<ISettingManager>().SetAsync(IdentitySettings.AddressesRestricted, SettingLevel.Entity, company.Id, "true", TestContext.Current.CancellationToken);
            using var current = services.GetRequiredService<ICurrentTenant>().Change(
                await services.GetRequiredService<ITenantStore>().FindByIdAsync(company.Id, TestContext.Current.CancellationToken));
            (await services.GetRequiredService<AddressGate>().IsRestrictedAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        }

        // The next change in the company has the number that the undone one had.
        await world.SetAsync(company, IdentitySettings.AddressesRememberDays, "1");
        using var browser = await world.SignedInAsync(person, Places.Home);
        await browser.ReadAsync(Page(company));
    }

    [Theory, Databases]
    public async Task Open_AskedBefore_IsAnsweredFromMemory(TestDatabase database)
    {
        var (world, company, person) = await StartAsync(database);
        using var browser = await world.SignedInAsync(person, Places.Home);
        await browser.ReadAsync(Page(company));
        var read = await world.Host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindByIdAsync(company.Id));
        world.Host.Services.GetRequiredService<RestrictedCompanies>().Find(read!).ShouldBe(false);
    }

    private async Task<(World World, TenantInfo Company, Person Person)> StartAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        return (world, company, await world.PersonAsync(company, StandardRoles.Administrator));
    }

    private static Task SetAsync(TestHost host, TenantInfo company, SettingLevel level, Guid key, string? value) => host.RunAsync(
        company, null, s => s.GetRequiredService<ISettingManager>().SetAsync(IdentitySettings.AddressesRestricted, level, key, value));
}
