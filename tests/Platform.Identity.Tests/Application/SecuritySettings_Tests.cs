using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-08")]
public sealed class SecuritySettings_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Length = IdentitySettings.PasswordMinimumLength;

    [Theory, Databases]
    public async Task Set_ByTheCompany_AppliesAndSaysWhereItComesFromAndWhoSetIt(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        (await ReadAsync(world, company, admin, Length)).ShouldBe(new SecuritySettingDto(Length, "Password", false, 8, 64, null, "9", SettingLevel.Default, null, null, null));
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, "14"));
        var set = await ReadAsync(world, company, admin, Length);
        (set.Own, set.Effective, set.Origin, set.ChangedBy).ShouldBe(("14", "14", SettingLevel.Entity, admin.Name));
        set.ChangedAt!.Value.ShouldBe(world.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(1));
        (await PolicyAsync(world, admin)).MinimumLength.ShouldBe(14);
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, null));
        (await ReadAsync(world, company, admin, Length)).Effective.ShouldBe("9");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-01")]
    public async Task Set_WeakestThatCanBeConfigured_IsEightAndTheLetterStays(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, "8"), (IdentitySettings.PasswordMixedCase, "false"));
        (await PolicyAsync(world, admin)).ShouldBe(new PasswordPolicyDto(8, false));
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, "7")).ShouldBeRefusedAsync(IdentityErrorCodes.SettingRange);
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, "nine")).ShouldBeRefusedAsync(IdentityErrorCodes.SettingRange);
        await SetAsync(world, company, admin, SettingPlace.Entity, (IdentitySettings.PasswordMixedCase, "perhaps")).ShouldBeRefusedAsync(IdentityErrorCodes.SettingTruth);
        await SetAsync(world, company, admin, SettingPlace.Entity, ("Identity.Block.AccountFailures", "9")).ShouldBeRefusedAsync(IdentityErrorCodes.SettingUnknown);
    }

    [Theory, Databases]
    public async Task Set_SeveralWithOneWrong_ChangesNothing(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, "20"), (IdentitySettings.SessionIdleMinutes, "0")).ShouldBeRefusedAsync(IdentityErrorCodes.SettingRange);
        (await ReadAsync(world, company, admin, Length)).Own.ShouldBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-06")]
    public async Task Set_ByTheGroup_HoldsInItsCompaniesAndCannotBeWeakenedThere(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var group = await world.AsAsync<IGroupAppService, GroupDto>(null, admin, g => g.CreateAsync(new CreateGroupDto("Holding", company.Id)));
        company = company with { GroupId = group.Id };
        await SetAsync(world, company, admin, SettingPlace.Group(group.Id), (Length, "12"));
        var seen = await ReadAsync(world, company, admin, Length);
        (seen.Effective, seen.Origin, seen.Bound, seen.ChangedBy).ShouldBe(("12", SettingLevel.Group, "12", admin.Name));
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, "11")).ShouldBeRefusedAsync(IdentityErrorCodes.SettingTooWeak);
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, "13"));
        (await ReadAsync(world, company, admin, Length)).Origin.ShouldBe(SettingLevel.Entity);
        await SetAsync(world, company, admin, SettingPlace.Group(group.Id), (Length, "15"));
        (await PolicyAsync(world, admin)).MinimumLength.ShouldBe(15, "the stricter of the two");
        world.Audit.Records.ShouldContain(r => r.Action == "Identity.Security.GroupChanged" && r.TenantId == company.Id);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-06")]
    public async Task Group_ForEverybodyElse_DoesNotExist(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var (other, stranger) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync());
        var group = await world.AsAsync<IGroupAppService, GroupDto>(null, admin, g => g.CreateAsync(new CreateGroupDto("Holding", company.Id)));
        await Should.ThrowAsync<EntityNotFoundException>(() => SetAsync(world, company, other, SettingPlace.Group(group.Id), (Length, "12")));
        await Should.ThrowAsync<EntityNotFoundException>(() => world.AsAsync<IGroupPeopleAppService>(null, other, p => p.GetListAsync(group.Id)));
        await world.AsAsync<IGroupAppService>(null, admin, g => g.AddAdministratorAsync(group.Id, stranger.Id)).ShouldBeRefusedAsync(TenancyErrorCodes.GroupStranger);
        await world.AsAsync<IGroupAppService>(null, admin, g => g.AddAdministratorAsync(group.Id, other.Id));
        await SetAsync(world, company, other, SettingPlace.Group(group.Id), (Length, "12"));
        await world.AsAsync<IGroupAppService>(null, other, g => g.RemoveAdministratorAsync(group.Id, admin.Id));
        await world.AsAsync<IGroupAppService>(null, other, g => g.RemoveAdministratorAsync(group.Id, other.Id)).ShouldBeRefusedAsync(TenancyErrorCodes.GroupLastAdministrator);
        (await world.AsAsync<IGroupAppService, IReadOnlyList<GroupDto>>(null, admin, g => g.GetListAsync())).ShouldBeEmpty();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-06")]
    public async Task Group_CompanyOfOthersOrOfAnotherGroup_IsRefused(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var (theirs, reader) = (await world.CompanyAsync(), await world.CompanyAsync());
        await world.JoinAsync(admin, reader, StandardRoles.Reader);
        var group = await world.AsAsync<IGroupAppService, GroupDto>(null, admin, g => g.CreateAsync(new CreateGroupDto("Holding", company.Id)));
        await Should.ThrowAsync<EntityNotFoundException>(() => world.AsAsync<IGroupAppService>(null, admin, g => g.AddCompanyAsync(group.Id, theirs.Id)));
        await Should.ThrowAsync<PermissionDeniedException>(() => world.AsAsync<IGroupAppService>(null, admin, g => g.AddCompanyAsync(group.Id, reader.Id)));
        await world.AsAsync<IGroupAppService>(null, admin, g => g.CreateAsync(new CreateGroupDto("Second", company.Id))).ShouldBeRefusedAsync(TenancyErrorCodes.GroupTaken);
        await world.AsAsync<IGroupAppService>(null, admin, g => g.RemoveCompanyAsync(group.Id, company.Id));
        (await world.AsAsync<IGroupAppService, IReadOnlyList<GroupDto>>(null, admin, g => g.GetListAsync())).ShouldBeEmpty("the last company took it along");
    }

    [Theory, Databases]
    public async Task Set_WithoutTheRight_IsRefusedAndBoundsAreTheOperatorsAlone(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var reader = await world.PersonAsync(company, StandardRoles.Reader);
        await Should.ThrowAsync<PermissionDeniedException>(() => ReadAsync(world, company, reader, Length));
        await Should.ThrowAsync<PermissionDeniedException>(() => SetAsync(world, company, reader, SettingPlace.Entity, (Length, "12")));
        await Should.ThrowAsync<PermissionDeniedException>(() => SetAsync(world, company, admin, SettingPlace.Operator, (Length, "12")));
    }

    [Theory, Databases]
    public async Task Preview_CountsWhomItConcernsAndChangesNothing(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        await world.PersonAsync(company, StandardRoles.Reader);
        world.Clock.Advance(TimeSpan.FromDays(40));
        await world.PersonAsync(company, StandardRoles.Reader);
        var changes = new Dictionary<string, string?>
        {
            [IdentitySettings.PasswordChangeDays] = "30",
            [IdentitySettings.SecondFactorRequired] = "true",
            [IdentitySettings.InactivityMonths] = "1",
        };
        var impacts = await world.AsAsync<ISecuritySettingsAppService, IReadOnlyList<SettingImpactDto>>(company, admin, s => s.PreviewAsync(SettingPlace.Entity, changes));
        impacts.ShouldBe([new("Impact:NewPassword", 2), new("Impact:SecondFactor", 3), new("Impact:Inactive", 2), new("Impact:All", 3)]);
        (await ReadAsync(world, company, admin, IdentitySettings.PasswordChangeDays)).Own.ShouldBeNull();
        await SetAsync(world, company, admin, SettingPlace.Entity, (Length, "11"));
    }

    [Theory, Databases]
    public async Task Preview_OfWhatHoldsForThemAlready_CountsNobodyAgain(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        world.Clock.Advance(TimeSpan.FromDays(40));
        await SetAsync(world, company, admin, SettingPlace.Entity, (IdentitySettings.PasswordChangeDays, "35"));
        var changes = new Dictionary<string, string?> { [IdentitySettings.PasswordChangeDays] = "30" };
        var impacts = await world.AsAsync<ISecuritySettingsAppService, IReadOnlyList<SettingImpactDto>>(company, admin, s => s.PreviewAsync(SettingPlace.Entity, changes));
        impacts.ShouldBe([new("Impact:All", 1)]);
    }

    private async Task<(World World, TenantInfo Company, Person Admin)> CompanyAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        return (world, company, await world.PersonAsync(company, StandardRoles.Administrator));
    }

    private static async Task<SecuritySettingDto> ReadAsync(World world, TenantInfo company, Person person, string name) =>
        (await world.AsAsync<ISecuritySettingsAppService, IReadOnlyList<SecuritySettingDto>>(company, person, s => s.GetAsync(SettingPlace.Entity))).Single(s => s.Name == name);

    private static Task SetAsync(World world, TenantInfo company, Person person, SettingPlace place, params (string Name, string? Value)[] changes) =>
        world.AsAsync<ISecuritySettingsAppService>(company, person, s => s.SetAsync(place, changes.ToDictionary(c => c.Name, c => c.Value)));

    private static Task<PasswordPolicyDto> PolicyAsync(World world, Person person) =>
        world.AsAsync<IAccountAppService, PasswordPolicyDto>(null, person, a => a.GetPasswordPolicyAsync());
}
