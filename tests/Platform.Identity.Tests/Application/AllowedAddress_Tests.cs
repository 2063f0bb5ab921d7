using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-05")]
public sealed class AllowedAddress_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Switch = IdentitySettings.AddressesRestricted;
    private static readonly SettingPlace Own = SettingPlace.Entity;

    [Theory, Databases]
    public async Task Add_Networks_AreListedWithWhoAndWhatCoversThem(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var day = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        (await AddAsync(world, company, admin, Own, "192.0.2.0/24")).CoveredBy.ShouldBeNull();
        (await AddAsync(world, company, admin, Own, "192.0.2.9")).CoveredBy.ShouldBe("192.0.2.0/24");
        await AddAsync(world, company, admin, Own, "2001:db8::/48", day);
        var list = await ListAsync(world, company, admin, "192.0.2.200");
        list.Own.Select(a => (a.Network, a.AddedBy, a.IsExpired)).ShouldBe(
            [("192.0.2.0/24", admin.Name, false), ("192.0.2.9/32", admin.Name, false), ("2001:db8::/48", admin.Name, false)]);
        (list.IsRestricted, list.CurrentAddress, list.IsCurrentAllowed).ShouldBe((false, "192.0.2.200", true));
        (await ListAsync(world, company, admin, "2001:db8::7")).IsCurrentAllowed.ShouldBeTrue("until the end of the day");
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await ListAsync(world, company, admin, "2001:db8::7")).IsCurrentAllowed.ShouldBeFalse();
        world.Audit.Of("Identity.Address.Added").Count(r => r.TenantId == company.Id && r.User.Id == admin.Id).ShouldBe(3);
    }

    [Theory, Databases]
    public async Task Add_WhatCannotBe_IsRefusedAndNothingIsKept(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        await AddAsync(world, company, admin, Own, "192.0.2.1");
        await AddAsync(world, company, admin, Own, "::ffff:192.0.2.1").ShouldBeRefusedAsync(IdentityErrorCodes.AddressKnown);
        await AddAsync(world, company, admin, Own, "192.0.2.1/24").ShouldBeRefusedAsync(IdentityErrorCodes.AddressHostBits);
        await AddAsync(world, company, admin, Own, "0.0.0.0/0").ShouldBeRefusedAsync(IdentityErrorCodes.AddressTooWide);
        await AddAsync(world, company, admin, Own, "office").ShouldBeRefusedAsync(IdentityErrorCodes.AddressFormat);
        await AddAsync(world, company, admin, Own, "192.0.2.2", today.AddDays(-1)).ShouldBeRefusedAsync(IdentityErrorCodes.AddressExpiry);
        await AddAsync(world, company, admin, Own, "192.0.2.2", label: " ").ShouldBeRefusedAsync(IdentityErrorCodes.Required);
        var reader = await world.PersonAsync(company, StandardRoles.Reader);
        await Should.ThrowAsync<PermissionDeniedException>(() => AddAsync(world, company, reader, Own, "192.0.2.2"));
        await Should.ThrowAsync<EntityNotFoundException>(() => AddAsync(world, company, admin, SettingPlace.Operator, "192.0.2.2"));
        (await ListAsync(world, company, admin, null)).Own.ShouldHaveSingleItem();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task List_OfAnotherCompany_IsNeitherReadNorChanged(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var (_, other, stranger) = await CompanyAsync(database);
        var mine = await AddAsync(world, company, admin, Own, "192.0.2.1");
        var theirs = await ListAsync(world, other, stranger, "192.0.2.1");
        (theirs.IsCurrentAllowed, theirs.Own.Count, theirs.OfGroup.Count).ShouldBe((false, 0, 0));
        await Should.ThrowAsync<EntityNotFoundException>(() => RemoveAsync(world, other, stranger, Own, mine.Id, "192.0.2.1"));
        (await ListAsync(world, company, admin, null)).Own.ShouldHaveSingleItem();
    }

    [Theory, Databases]
    public async Task SwitchOn_FromOutsideWithoutATelephone_IsRefused(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        await SwitchAsync(world, company, admin, "192.0.2.1").ShouldBeRefusedAsync(IdentityErrorCodes.AddressShutOut);
        (await ListAsync(world, company, admin, null)).IsRestricted.ShouldBeFalse("nothing of it is kept");
        await AddAsync(world, company, admin, Own, "192.0.2.0/24");
        await SwitchAsync(world, company, admin, "192.0.2.1");
        var entry = (await ListAsync(world, company, admin, null)).Own[0];
        await RemoveAsync(world, company, admin, Own, entry.Id, "192.0.2.1").ShouldBeRefusedAsync(IdentityErrorCodes.AddressShutOut);
        (await ListAsync(world, company, admin, null)).Own.ShouldHaveSingleItem();
        await world.GivePhoneAsync(admin);
        await RemoveAsync(world, company, admin, Own, entry.Id, "192.0.2.1");
        (await ListAsync(world, company, admin, "192.0.2.1")).IsCurrentAllowed.ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task SwitchOn_CodeToAdministrators_CountsTheirTelephonesOnly(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var second = await world.PersonAsync(company, StandardRoles.Administrator);
        var toThem = (IdentitySettings.AddressesCodeToAdministrators, "true");
        await world.GivePhoneAsync(await world.PersonAsync(company, StandardRoles.Reader));
        await SwitchAsync(world, company, admin, "192.0.2.1", toThem).ShouldBeRefusedAsync(IdentityErrorCodes.AddressShutOut);
        await world.GivePhoneAsync(second);
        await SwitchAsync(world, company, admin, "192.0.2.1", toThem);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-08")]
    public async Task Preview_OfTheSwitch_CountsWhoWasLastSeenOutside(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        await AddAsync(world, company, admin, Own, "192.0.2.0/24");
        foreach (var address in new[] { "192.0.2.7", "203.0.113.7", "203.0.113.8" })
            await SessionAsync(world, await world.PersonAsync(company, StandardRoles.Reader), address);
        var moved = await world.PersonAsync(company, StandardRoles.Reader);
        await SessionAsync(world, moved, "203.0.113.9");
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await SessionAsync(world, moved, "192.0.2.8");
        (await PreviewAsync("192.0.2.1")).ShouldBe([new("Impact:Outside", 2), new("Impact:All", 5)]);
        (await PreviewAsync("203.0.113.1")).ShouldBe([new("Impact:Outside", 2), new("Impact:YourAddress", 1), new("Impact:All", 5)]);

        Task<IReadOnlyList<SettingImpactDto>> PreviewAsync(string from) => FromAsync<ISecuritySettingsAppService, IReadOnlyList<SettingImpactDto>>(
            world, company, admin, from, s => s.PreviewAsync(Own, new Dictionary<string, string?> { [Switch] = "true" }));
    }

    [Theory, Databases]
    [Trait("Req", "TEN-06")]
    public async Task Group_SwitchAndList_HoldForItsCompaniesOnly(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var other = await world.CompanyAsync();
        await world.JoinAsync(admin, other, StandardRoles.Administrator);
        var group = await world.AsAsync<IGroupAppService, GroupDto>(null, admin, g => g.CreateAsync(new CreateGroupDto("Holding", company.Id)));
        var place = SettingPlace.Group(group.Id);
        await AddAsync(world, null, admin, place, "192.0.2.0/24");
        await world.AsAsync<ISecuritySettingsAppService>(null, admin, s => s.SetAsync(place, On())).ShouldBeRefusedAsync(IdentityErrorCodes.AddressShutOut);
        await FromAsync<ISecuritySettingsAppService>(world, null, admin, "192.0.2.1", s => s.SetAsync(place, On()));
        var grouped = company with { GroupId = group.Id };
        (await ListAsync(world, grouped, admin, "192.0.2.1")).OfGroup.ShouldHaveSingleItem().Network.ShouldBe("192.0.2.0/24");
        (await IsAdmittedAsync(grouped, "192.0.2.1"), await IsAdmittedAsync(grouped, "203.0.113.1"), await IsAdmittedAsync(other, "203.0.113.1")).ShouldBe((true, false, true));
        (await ListAsync(world, other, admin, null)).OfGroup.ShouldBeEmpty();
        await FromAsync<IAllowedAddressAppService, AllowedAddressesDto>(world, null, admin, "203.0.113.1", a => a.GetAsync(place)).ShouldBeRefusedAsync(IdentityErrorCodes.AddressUnknown);
        var stranger = await world.PersonAsync();
        await Should.ThrowAsync<EntityNotFoundException>(() => AddAsync(world, null, stranger, place, "203.0.113.1"));

        Task<bool> IsAdmittedAsync(TenantInfo where, string from) => FromAsync<AddressGate, bool>(world, where, admin, from, g => g.IsAdmittedAsync(CancellationToken.None));
    }

    [Theory, Databases]
    public async Task Switch_ForTheWholeInstallation_DoesNotExist(TestDatabase database)
    {
        var host = (await hosts.GetAsync(database)).Host;
        var (operators, amelie) = (await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"));
        await host.RunAsync(operators, amelie, s => s.GetRequiredService<ISecuritySettingsAppService>()
            .SetAsync(SettingPlace.Operator, On())).ShouldBeRefusedAsync(IdentityErrorCodes.SettingUnknown);
    }

    private async Task<(World World, TenantInfo Company, Person Admin)> CompanyAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        return (world, company, await world.PersonAsync(company, StandardRoles.Administrator));
    }

    private static Dictionary<string, string?> On() => new() { [Switch] = "true" };

    private static Task<AllowedAddressDto> AddAsync(World world, TenantInfo? company, Person person, SettingPlace place, string network, DateOnly? until = null, string label = "Office") =>
        world.AsAsync<IAllowedAddressAppService, AllowedAddressDto>(company, person, a => a.AddAsync(place, new NewAllowedAddressDto(network, label, until)));

    private static Task RemoveAsync(World world, TenantInfo company, Person person, SettingPlace place, Guid id, string from) =>
        FromAsync<IAllowedAddressAppService>(world, company, person, from, a => a.RemoveAsync(place, id));

    private static Task<AllowedAddressesDto> ListAsync(World world, TenantInfo company, Person person, string? from) =>
        FromAsync<IAllowedAddressAppService, AllowedAddressesDto>(world, company, person, from, a => a.GetAsync(Own));

    private static Task SwitchAsync(World world, TenantInfo company, Person person, string from, params (string Name, string Value)[] more) =>
        FromAsync<ISecuritySettingsAppService>(
            world, company, person, from, s => s.SetAsync(Own, more.Append((Switch, "true")).ToDictionary(c => c.Item1, c => (string?)c.Item2)));

    private static Task SessionAsync(World world, Person person, string address) => world.Host.RunAsync(
        null, new CurrentUserInfo(ClientAddress: address),
        s => s.GetRequiredService<ISessionStore>().CreateAsync(person.Id, rememberMe: true));

    private static Task FromAsync<TService>(World world, TenantInfo? company, Person person, string? address, Func<TService, Task> work) where TService : notnull =>
        FromAsync<TService, bool>(world, company, person, address, async s =>
        {
            await work(s);
            return true;
        });

    private static Task<T> FromAsync<TService, T>(World world, TenantInfo? company, Person person, string? address, Func<TService, Task<T>> work) where TService : notnull =>
        world.Host.RunAsync(
            company, person.Info with { ClientAddress = address },
            s => work(s.GetRequiredService<TService>()));
}
