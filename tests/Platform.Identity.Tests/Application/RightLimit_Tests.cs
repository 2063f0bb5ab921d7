using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-09")]
public sealed class RightLimit_Tests(IdentityHosts hosts)
{
    private static readonly string Approve = SepaPermissions.Remittances.Approve;

    [Theory, Databases]
    public async Task Set_OfRoleAndPerson_BothHoldAndTheSmallerCounts(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, validator) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Validator));
        var role = await world.RoleAsync(company, StandardRoles.Validator);
        (await BundlesAsync(world, company, validator)).ShouldHaveSingleItem().Limits.ShouldBeEmpty();
        await world.AsAsync<IRightLimitAppService>(company, administrator, l => l.SetOfRoleAsync(role, Amount(5000m)));
        (await BundlesAsync(world, company, validator)).ShouldHaveSingleItem().Limits[SepaDataScopes.RemittanceAmount].Cents.ShouldBe(5000_00);
        await world.AsAsync<IRightLimitAppService>(company, administrator, l => l.SetOfUserAsync(validator.Id, Amount(300.5m)));
        (await BundlesAsync(world, company, validator)).ShouldHaveSingleItem().Limits[SepaDataScopes.RemittanceAmount].Cents.ShouldBe(300_50);
        var shown = await world.AsAsync<IRightLimitAppService, IReadOnlyList<LimitDto>>(company, administrator, l => l.GetOfUserAsync(validator.Id));
        shown.ShouldHaveSingleItem().Amount.ShouldBe(300.50m);
        world.Audit.Of(validator.Id, "Identity.User.LimitsChanged").ShouldHaveSingleItem().Changes.ShouldHaveSingleItem().ShouldBe(new AuditChange(SepaDataScopes.RemittanceAmount, null, "30050"));
        await world.AsAsync<IRightLimitAppService>(company, administrator, l => l.SetOfUserAsync(validator.Id, new SetLimitsDto([])));
        (await BundlesAsync(world, company, validator)).ShouldHaveSingleItem().Limits[SepaDataScopes.RemittanceAmount].Cents.ShouldBe(5000_00);
    }

    [Theory, Databases]
    public async Task Limited_Manager_WidensNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, limited) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Administrator));
        await world.AsAsync<IRightLimitAppService>(company, administrator, l => l.SetOfUserAsync(limited.Id, Amount(100m)));
        await world.AsAsync<IRightLimitAppService>(company, limited, l => l.SetOfUserAsync(limited.Id, new SetLimitsDto([]))).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
        var person = await world.PersonAsync(company);
        var validators = await world.RoleAsync(company, StandardRoles.Validator);
        await world.AsAsync<IUserAppService>(company, limited, u => u.SetRolesAsync(person.Id, new SetRolesDto([validators]))).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
        await world.AsAsync<IUserAppService>(company, limited, u => u.SetDirectGrantsAsync(person.Id, new SetDirectGrantsDto([Approve]))).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
    }

    [Theory, Databases]
    public async Task Set_WrongInput_IsRefusedAndNothingIsKept(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, person) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company));
        var everything = await world.RoleAsync(company, StandardRoles.Administrator);
        Task Set(params LimitDto[] limits) => world.AsAsync<IRightLimitAppService>(company, administrator, l => l.SetOfUserAsync(person.Id, new SetLimitsDto(limits)));
        await Set(new LimitDto("Sepa.Nothing", 1m)).ShouldBeRefusedAsync(IdentityErrorCodes.LimitUnknown);
        await Set(new LimitDto(SepaDataScopes.RemittanceAmount, 1m), new LimitDto(SepaDataScopes.RemittanceAmount, 2m)).ShouldBeRefusedAsync(IdentityErrorCodes.LimitUnknown);
        await Set(new LimitDto(SepaDataScopes.RemittanceAmount, -0.01m)).ShouldBeRefusedAsync(IdentityErrorCodes.LimitAmount);
        await Set(new LimitDto(SepaDataScopes.RemittanceAmount, 1.001m)).ShouldBeRefusedAsync(IdentityErrorCodes.LimitAmount);
        await Set(new LimitDto(SepaDataScopes.CreditorAccounts)).ShouldBeRefusedAsync(IdentityErrorCodes.LimitItems);
        await Set(new LimitDto(SepaDataScopes.CreditorAccounts, Items: [Guid.CreateVersion7()])).ShouldBeRefusedAsync(IdentityErrorCodes.LimitItemUnknown);
        await world.AsAsync<IRightLimitAppService>(company, administrator, l => l.SetOfRoleAsync(everything, Amount(1m))).ShouldBeRefusedAsync(IdentityErrorCodes.RoleProtected);
        (await world.AsAsync<IRightLimitAppService, IReadOnlyList<LimitDto>>(company, administrator, l => l.GetOfUserAsync(person.Id))).ShouldBeEmpty();
        await Set(new LimitDto(SepaDataScopes.CreditorAccounts, Items: []));
        (await world.AsAsync<IRightLimitAppService, IReadOnlyList<LimitDto>>(company, administrator, l => l.GetOfUserAsync(person.Id))).ShouldHaveSingleItem().Items!.ShouldBeEmpty();
    }

    private static SetLimitsDto Amount(decimal euros) => new([new LimitDto(SepaDataScopes.RemittanceAmount, euros)]);

    private static Task<IReadOnlyList<GrantBundle>> BundlesAsync(World world, TenantInfo company, Person person) =>
        world.AsAsync<IPermissionChecker, IReadOnlyList<GrantBundle>>(company, person, c => c.GetBundlesAsync(Approve));
}
