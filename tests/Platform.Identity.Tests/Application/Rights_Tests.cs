using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

public sealed class Rights_Tests(IdentityHosts hosts)
{
    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task NewCompany_Always_HasStandardRolesAndItsAdministratorHoldsEverything(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var roles = await world.AsAsync<IRoleAppService, IReadOnlyList<RoleDto>>(company, administrator, r => r.GetListAsync());
        roles.Count.ShouldBe(StandardRoles.All.Count);
        var catalog = world.Host.Services.GetRequiredService<PermissionCatalog>();
        roles.Single(r => r.GrantsEverything).Permissions.ShouldBe(catalog.In(company).Select(p => p.Name));
        foreach (var permission in catalog.In(company))
        {
            (await world.IsGrantedAsync(company, administrator, permission.Name)).ShouldBeTrue(permission.Name);
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Grants_OfOneCompany_OpenNoOther(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (company, other) = (await world.CompanyAsync(), await world.CompanyAsync());
        var person = await world.PersonAsync(company, StandardRoles.Administrator);
        await world.JoinAsync(person, other);
        (await world.IsGrantedAsync(company, person, IdentityPermissions.Users.Manage)).ShouldBeTrue();
        (await world.IsGrantedAsync(other, person, IdentityPermissions.Users.Manage)).ShouldBeFalse();
        await world.AsAsync<IUserAppService>(other, person, u => u.GetListAsync(new UserListInput())).ShouldThrowAsync<PermissionDeniedException>();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task SetDirectGrants_GivenAndTaken_HoldsOnTheNextCheck(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, person) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company));
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetDirectGrantsAsync(person.Id, new SetDirectGrantsDto([IdentityPermissions.Users.Default])));
        (await world.IsGrantedAsync(company, person, IdentityPermissions.Users.Default)).ShouldBeTrue();
        var right = (await world.AsAsync<IUserAppService, UserDto>(company, administrator, u => u.GetAsync(person.Id)))
            .Rights.Single(r => r.Permission == IdentityPermissions.Users.Default);
        (right.IsGranted, right.IsDirect, right.Roles.Count).ShouldBe((true, true, 0));
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetDirectGrantsAsync(person.Id, new SetDirectGrantsDto([])));
        (await world.IsGrantedAsync(company, person, IdentityPermissions.Users.Default)).ShouldBeFalse();
        var lines = world.Audit.Of(person.Id, "Identity.User.GrantsChanged");
        lines.Count.ShouldBe(2);
        lines[1].Changes.ShouldHaveSingleItem().Old.ShouldBe(IdentityPermissions.Users.Default);
        lines[1].TenantId.ShouldBe(company.Id);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task UpdateRole_RightTaken_IsGoneForItsHoldersAtOnceAndExplained(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var role = await world.AsAsync<IRoleAppService, RoleDto>(company, administrator, r => r.CreateAsync(new RoleInput("People", [IdentityPermissions.Users.Default, IdentityPermissions.Roles.Default])));
        var person = await world.PersonAsync(company);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetRolesAsync(person.Id, new SetRolesDto([role.Id])));
        (await world.IsGrantedAsync(company, person, IdentityPermissions.Roles.Default)).ShouldBeTrue();
        var right = (await world.AsAsync<IUserAppService, UserDto>(company, administrator, u => u.GetAsync(person.Id)))
            .Rights.Single(r => r.Permission == IdentityPermissions.Roles.Default);
        right.Roles.ShouldHaveSingleItem().Name.ShouldBe("People");
        await world.AsAsync<IRoleAppService>(company, administrator, r => r.UpdateAsync(role.Id, new RoleInput("People", [IdentityPermissions.Users.Default])));
        (await world.IsGrantedAsync(company, person, IdentityPermissions.Roles.Default)).ShouldBeFalse();
        (await world.IsGrantedAsync(company, person, IdentityPermissions.Users.Default)).ShouldBeTrue();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task ManagerOfUsers_WithoutTheRight_CannotGiveItNorBecomeAdministrator(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var manager = await world.PersonAsync(company);
        await world.AsAsync<IUserAppService>(company, administrator, u =>
            u.SetDirectGrantsAsync(manager.Id, new SetDirectGrantsDto([IdentityPermissions.Users.Default, IdentityPermissions.Users.Manage])));
        var everything = await world.RoleAsync(company, StandardRoles.Administrator);
        await world.AsAsync<IUserAppService>(company, manager, u => u.SetRolesAsync(manager.Id, new SetRolesDto([everything]))).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
        await world.AsAsync<IUserAppService>(company, manager, u => u.SetDirectGrantsAsync(manager.Id, new SetDirectGrantsDto([IdentityPermissions.Roles.Manage])))
            .ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
        await world.AsAsync<IUserAppService>(company, manager, u => u.InviteAsync(new InviteUserDto("a@new.example", "A B", "en", [everything])))
            .ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
        await world.AsAsync<IUserAppService>(company, manager, u => u.RemoveAsync(administrator.Id)).ShouldBeRefusedAsync(IdentityErrorCodes.LastAdministrator);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-04")]
    public async Task LastAdministrator_Always_Stays(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (first, second) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Administrator));
        await world.AsAsync<IUserAppService>(company, first, u => u.SetActiveAsync(second.Id, active: false));
        await world.AsAsync<IUserAppService>(company, first, u => u.RemoveAsync(first.Id)).ShouldBeRefusedAsync(IdentityErrorCodes.LastAdministrator);
        await world.AsAsync<IUserAppService>(company, first, u => u.SetRolesAsync(first.Id, new SetRolesDto([]))).ShouldBeRefusedAsync(IdentityErrorCodes.LastAdministrator);
        await world.AsAsync<IUserAppService>(company, first, u => u.SetActiveAsync(first.Id, active: false)).ShouldBeRefusedAsync(IdentityErrorCodes.LastAdministrator);
        await world.AsAsync<IUserAppService>(company, first, u => u.SetActiveAsync(second.Id, active: true));
        await world.AsAsync<IUserAppService>(company, second, u => u.RemoveAsync(first.Id));
        (await world.IsGrantedAsync(company, first, IdentityPermissions.Users.Default)).ShouldBeFalse();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-04")]
    public async Task TwoAdministrators_RemovingEachOtherAtOnce_LeaveOne(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (first, second) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Administrator));
        // Each has looked before the other commits. SQLite lets only one begin at a time.
        using var bothHaveLooked = new Barrier(database == TestDatabase.Sqlite ? 1 : 2);
        var results = await Task.WhenAll(Task.Run(() => RemoveAsync(first, second)), Task.Run(() => RemoveAsync(second, first)));
        results.Count(removed => removed).ShouldBe(1);
        (await world.Host.RunAsync(company, null, s => s.GetRequiredService<IdentityDbContext>().RoleAssignments.CountAsync())).ShouldBe(1);

        async Task<bool> RemoveAsync(Person by, Person who)
        {
            try
            {
                await world.Host.RunAsync(company, by.Info, async s =>
                {
                    await s.GetRequiredService<IUserAppService>().RemoveAsync(who.Id);
                    bothHaveLooked.SignalAndWait(TimeSpan.FromSeconds(10));
                });
                return true;
            }
            catch (Exception e) when (e is BusinessException or DbUpdateConcurrencyException)
            {
                return false;
            }
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Roles_WrongInput_IsRefusedByRule(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var reader = await world.PersonAsync(company, StandardRoles.Reader);
        var (everything, readers) = (await world.RoleAsync(company, StandardRoles.Administrator), await world.RoleAsync(company, StandardRoles.Reader));
        await Refused(r => r.CreateAsync(new RoleInput("", [])), IdentityErrorCodes.Required);
        await Refused(r => r.CreateAsync(new RoleInput("reader", [])), IdentityErrorCodes.RoleNameTaken);
        await Refused(r => r.CreateAsync(new RoleInput("Ghost", ["No.Such.Right"])), IdentityErrorCodes.PermissionUnknown);
        await Refused(r => r.UpdateAsync(everything, new RoleInput("Boss", [])), IdentityErrorCodes.RoleProtected);
        await Refused(r => r.DeleteAsync(everything), IdentityErrorCodes.RoleProtected);
        await Refused(r => r.DeleteAsync(readers), IdentityErrorCodes.RoleInUse);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.RemoveAsync(reader.Id));
        await world.AsAsync<IRoleAppService>(company, administrator, r => r.DeleteAsync(readers));

        Task Refused(Func<IRoleAppService, Task> act, string code) => world.AsAsync(company, administrator, act).ShouldBeRefusedAsync(code);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task UpdateRole_ChangedInBetween_IsNotOverwritten(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var role = await world.AsAsync<IRoleAppService, RoleDto>(company, administrator, r => r.CreateAsync(new RoleInput("Shared", [])));
        await world.AsAsync<IRoleAppService>(company, administrator, r => r.UpdateAsync(role.Id, new RoleInput("Shared", [IdentityPermissions.Users.Default], role.ConcurrencyStamp)));
        await world.AsAsync<IRoleAppService>(company, administrator, r => r.UpdateAsync(role.Id, new RoleInput("Shared", [], role.ConcurrencyStamp)))
            .ShouldThrowAsync<DbUpdateConcurrencyException>();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task ForeignIds_InEveryCall_AreNotFound(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (company, other) = (await world.CompanyAsync(), await world.CompanyAsync());
        var (administrator, stranger) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(other, StandardRoles.Reader));
        var foreignRole = await world.RoleAsync(other, StandardRoles.Reader);
        await NotFound<IUserAppService>(u => u.GetAsync(stranger.Id));
        await NotFound<IUserAppService>(u => u.SetRolesAsync(stranger.Id, new SetRolesDto([])));
        await NotFound<IUserAppService>(u => u.SetDirectGrantsAsync(stranger.Id, new SetDirectGrantsDto([])));
        await NotFound<IUserAppService>(u => u.RemoveAsync(stranger.Id));
        await NotFound<IUserAppService>(u => u.SetActiveAsync(stranger.Id, active: false));
        await NotFound<IUserAppService>(u => u.LiftBlockAsync(stranger.Id));
        await NotFound<IRoleAppService>(r => r.GetAsync(foreignRole));
        await NotFound<IRoleAppService>(r => r.UpdateAsync(foreignRole, new RoleInput("Mine", [])));
        await NotFound<IRoleAppService>(r => r.DeleteAsync(foreignRole));
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetRolesAsync(administrator.Id, new SetRolesDto([foreignRole])))
            .ShouldBeRefusedAsync(IdentityErrorCodes.RoleUnknown);

        Task NotFound<TService>(Func<TService, Task> act) where TService : notnull => world.AsAsync(company, administrator, act).ShouldThrowAsync<EntityNotFoundException>();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task GetList_SearchRoleAndPages_ReachEveryone(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var readers = new List<Person>();
        for (var i = 0; i < 5; i++)
        {
            readers.Add(await world.PersonAsync(company, StandardRoles.Reader));
        }

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await ListAsync(new UserListInput(Cursor: cursor, PageSize: 2));
            page.TotalCount.ShouldBe(6);
            seen.AddRange(page.Items.Select(u => u.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        seen.ShouldBe(readers.Select(r => r.Id).Append(administrator.Id), ignoreOrder: true);
        (await ListAsync(new UserListInput(RoleId: await world.RoleAsync(company, StandardRoles.Reader)))).Items.Count.ShouldBe(5);
        foreach (var garbage in new[] { "x", "aaaa", new string('a', 65), "💥" })
        {
            (await ListAsync(new UserListInput(Cursor: garbage))).Items.Count.ShouldBe(6, "a broken cursor begins at the start");
        }

        (await ListAsync(new UserListInput(Search: readers[0].Email.ToUpperInvariant()))).Items.ShouldHaveSingleItem().Id.ShouldBe(readers[0].Id);

        Task<PagedResult<UserListItemDto>> ListAsync(UserListInput input) =>
            world.AsAsync<IUserAppService, PagedResult<UserListItemDto>>(company, administrator, u => u.GetListAsync(input));
    }
}
