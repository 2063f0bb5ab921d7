using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-11")]
public sealed class CustomerView_Tests(IdentityHosts hosts)
{
    private static readonly string See = SepaPermissions.Mandates.Default;

    [Theory, Databases]
    public async Task StandardRoles_OfSalesAndCollection_ShowSomeCustomersAndHoldNothingBeyond(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        foreach (var (role, view) in new[] { (StandardRoles.Collector, CustomerView.Managed), (StandardRoles.Sales, CustomerView.Assigned), (StandardRoles.SalesAdministration, CustomerView.Assigned), (StandardRoles.Guest, CustomerView.Assigned) })
        {
            var source = (await BundlesAsync(world, company, await world.PersonAsync(company, role))).ShouldHaveSingleItem();
            source.Customers.ShouldBe(view);
            source.Permissions.ShouldContain(See);
            source.Permissions.ShouldNotContain(SepaPermissions.Remittances.Default);
        }
    }

    [Theory, Databases]
    public async Task Role_ThatShowsSome_TakesNoRightThatReachesFurther(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        Task<RoleDto> Create(CustomerView view, params string[] permissions) =>
            world.AsAsync<IRoleAppService, RoleDto>(company, administrator, r => r.CreateAsync(new RoleInput("Own", permissions, Customers: view)));
        await Create(CustomerView.Managed, See, SepaPermissions.Remittances.Default).ShouldBeRefusedAsync(IdentityErrorCodes.PermissionNeedsAllCustomers);
        var role = await Create(CustomerView.All, See, SepaPermissions.Remittances.Default);
        await world.AsAsync<IRoleAppService>(company, administrator, r => r.UpdateAsync(role.Id, new RoleInput("Own", role.Permissions, Customers: CustomerView.Assigned)))
            .ShouldBeRefusedAsync(IdentityErrorCodes.PermissionNeedsAllCustomers);
        await world.AsAsync<IRoleAppService>(company, administrator, r => r.UpdateAsync(role.Id, new RoleInput("Own", [See], Customers: CustomerView.Assigned)));
        (await world.AsAsync<IRoleAppService, RoleDto>(company, administrator, r => r.GetAsync(role.Id))).Customers.ShouldBe(CustomerView.Assigned);
    }

    [Theory, Databases]
    public async Task Role_WhoseRightReachesFurtherSinceAnUpdate_BringsOnlyWhatFits(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var person = await world.PersonAsync(company);
        await world.Host.RunAsync(company, null, async s =>
        {
            var context = s.GetRequiredService<IdentityDbContext>();
            var role = context.Roles.Add(Role.New("Stale", [See, SepaPermissions.Remittances.Default], CustomerView.Managed)).Entity;
            context.RoleAssignments.Add(new RoleAssignment { UserId = person.Id, RoleId = role.Id });
            await context.SaveChangesAsync();
        });
        (await BundlesAsync(world, company, person)).ShouldHaveSingleItem().Permissions.ShouldBe([See]);
    }

    [Theory, Databases]
    public async Task Role_ThatIsChangedToShowAll_DoesOnTheNextRequest(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, seller) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Sales));
        var role = await world.RoleAsync(company, StandardRoles.Sales);
        (await BundlesAsync(world, company, seller)).ShouldHaveSingleItem().Customers.ShouldBe(CustomerView.Assigned);
        var shown = await world.AsAsync<IRoleAppService, RoleDto>(company, administrator, r => r.GetAsync(role));
        await world.AsAsync<IRoleAppService>(company, administrator, r => r.UpdateAsync(role, new RoleInput(shown.Name, shown.Permissions, shown.ConcurrencyStamp)));
        (await BundlesAsync(world, company, seller)).ShouldHaveSingleItem().Customers.ShouldBe(CustomerView.All);
    }

    [Theory, Databases]
    public async Task Grants_BesidesARoleThatShowsSome_ShowNoMoreCustomers(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, seller) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Sales));
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetDirectGrantsAsync(seller.Id, new SetDirectGrantsDto([SepaPermissions.Mandates.Edit, IdentityPermissions.Users.Default])));
        var sources = await BundlesAsync(world, company, seller);
        sources.Where(b => b.Permissions.Contains(SepaPermissions.Mandates.Edit)).ShouldHaveSingleItem().Customers.ShouldBe(CustomerView.Assigned);
        sources.Where(b => b.Permissions.Contains(IdentityPermissions.Users.Default)).ShouldHaveSingleItem().Customers.ShouldBe(CustomerView.All);
        (await world.AsAsync<IUserAppService, UserDto>(company, administrator, u => u.GetAsync(seller.Id))).Customers.ShouldBe([CustomerView.Assigned]);
    }

    [Theory, Databases]
    public async Task Manager_WhoSeesSome_HandsOutNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, seller, other) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Sales), await world.PersonAsync(company));
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetDirectGrantsAsync(seller.Id, new SetDirectGrantsDto([IdentityPermissions.Users.Default, IdentityPermissions.Users.Manage])));
        await world.AsAsync<IUserAppService>(company, seller, u => u.SetDirectGrantsAsync(other.Id, new SetDirectGrantsDto([See]))).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
    }

    private static async Task<IReadOnlyList<GrantBundle>> BundlesAsync(World world, TenantInfo company, Person person) =>
        (await world.Host.RunAsync(company, null, s => s.GetRequiredService<IPermissionGrantStore>().GetGrantedAsync(person.Id, company.Id))).Bundles;
}
