using Platform.Kernel;
using Platform.Sepa;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-09")]
public sealed class Delegation_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private static readonly string Approve = SepaPermissions.Remittances.Approve;
    private static readonly string See = SepaPermissions.Remittances.Default;

    [Theory, Databases]
    public async Task Lent_FromItsFirstToItsLastDay_HoldsAndIsExplained(TestDatabase database)
    {
        var (world, company, lender, borrower) = await NewAsync(database);
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        var made = await LendAsync(world, company, lender, borrower, today.AddDays(1), today.AddDays(2), Approve);
        made.State.ShouldBe(DelegationState.Planned);
        (await world.IsGrantedAsync(company, borrower, Approve)).ShouldBeFalse();
        world.Clock.Advance(TimeSpan.FromDays(1));
        var bundle = (await world.AsAsync<IPermissionChecker, IReadOnlyList<GrantBundle>>(company, borrower, c => c.GetBundlesAsync(Approve))).ShouldHaveSingleItem();
        (bundle.OnBehalfOf, bundle.OnBehalfOfName).ShouldBe((lender.Id, lender.Name));
        bundle.Permissions.ShouldBe([Approve]);
        var right = (await world.AsAsync<IUserAppService, UserDto>(company, administrator, u => u.GetAsync(borrower.Id))).Rights.Single(r => r.Permission == Approve);
        right.IsGranted.ShouldBeTrue();
        right.Lenders.ShouldHaveSingleItem().Id.ShouldBe(lender.Id);
        (await world.AsAsync<IPermissionHolders, IReadOnlyList<Guid>>(company, null, h => h.GetUserIdsWithPermissionAsync(Approve))).ShouldContain(borrower.Id);
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await world.IsGrantedAsync(company, borrower, Approve)).ShouldBeFalse();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task Lent_WhenTheLenderLosesItOrLeaves_IsGoneAtOnce(TestDatabase database)
    {
        var (world, company, lender, borrower) = await NewAsync(database);
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        await LendAsync(world, company, lender, borrower, today, today, Approve, See);
        (await world.IsGrantedAsync(company, borrower, Approve)).ShouldBeTrue();
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetActiveAsync(lender.Id, active: false));
        (await world.IsGrantedAsync(company, borrower, Approve)).ShouldBeFalse();
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetActiveAsync(lender.Id, active: true));
        (await world.IsGrantedAsync(company, borrower, Approve)).ShouldBeTrue();
        await world.AsAsync<IUserAppService>(company, administrator, u => u.SetRolesAsync(lender.Id, new SetRolesDto([])));
        (await world.IsGrantedAsync(company, borrower, Approve)).ShouldBeFalse();
        await world.AsAsync<IUserAppService>(company, administrator, u => u.RemoveAsync(lender.Id));
        (await world.AsAsync<IDelegationAppService, IReadOnlyList<DelegationDto>>(company, borrower, d => d.GetListAsync())).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Borrowed_Rights_AreNeitherLentNorGrantedFurther(TestDatabase database)
    {
        var (world, company, _, borrower) = await NewAsync(database);
        var administrator = await world.PersonAsync(company, StandardRoles.Administrator);
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        await LendAsync(world, company, administrator, borrower, today, today, Approve, IdentityPermissions.Users.Manage, IdentityPermissions.Users.Default, IdentityPermissions.Delegations);
        (await world.IsGrantedAsync(company, borrower, IdentityPermissions.Users.Manage)).ShouldBeTrue();
        await world.AsAsync<IDelegationAppService>(company, borrower, d => d.CreateAsync(new CreateDelegationDto(administrator.Id, today, today, [Approve])))
            .ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
        await world.AsAsync<IUserAppService>(company, borrower, u => u.SetDirectGrantsAsync(borrower.Id, new SetDirectGrantsDto([Approve])))
            .ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
        await world.AsAsync<IRightLimitAppService>(company, borrower, l => l.SetOfUserAsync(borrower.Id, new SetLimitsDto([]))).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
    }

    [Theory, Databases]
    public async Task End_ByLenderBorrowerOrManager_HoldsAtOnce_ByOthersIsUnknown(TestDatabase database)
    {
        var (world, company, lender, borrower) = await NewAsync(database);
        var stranger = await world.PersonAsync(company, StandardRoles.Reader);
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        var made = await LendAsync(world, company, lender, borrower, today, today.AddDays(5), Approve);
        (await world.AsAsync<IDelegationAppService, IReadOnlyList<DelegationDto>>(company, stranger, d => d.GetListAsync())).ShouldBeEmpty();
        await world.AsAsync<IDelegationAppService>(company, stranger, d => d.EndAsync(made.Id)).ShouldThrowAsync<EntityNotFoundException>();
        await world.AsAsync<IDelegationAppService>(company, borrower, d => d.EndAsync(made.Id));
        (await world.IsGrantedAsync(company, borrower, Approve)).ShouldBeFalse();
        await world.AsAsync<IDelegationAppService>(company, lender, d => d.EndAsync(made.Id)).ShouldThrowAsync<EntityNotFoundException>();
    }

    [Theory, Databases]
    public async Task Create_WrongInput_NamesWhatIsWrong(TestDatabase database)
    {
        var (world, company, lender, borrower) = await NewAsync(database);
        var outsider = await world.PersonAsync();
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        Task Lend(Guid to, DateOnly? from, DateOnly? until, params string[] rights) =>
            world.AsAsync<IDelegationAppService>(company, lender, d => d.CreateAsync(new CreateDelegationDto(to, from, until, rights)));
        await Lend(outsider.Id, today, today, Approve).ShouldBeRefusedAsync(IdentityErrorCodes.DelegateUnknown);
        await Lend(lender.Id, today, today, Approve).ShouldBeRefusedAsync(IdentityErrorCodes.DelegateUnknown);
        await Lend(borrower.Id, today.AddDays(-1), today, Approve).ShouldBeRefusedAsync(IdentityErrorCodes.DelegationStart);
        await Lend(borrower.Id, today, null, Approve).ShouldBeRefusedAsync(IdentityErrorCodes.DelegationEnd);
        await Lend(borrower.Id, today, today.AddDays(-1), Approve).ShouldBeRefusedAsync(IdentityErrorCodes.DelegationEnd);
        await Lend(borrower.Id, today, today.AddDays(366), Approve).ShouldBeRefusedAsync(IdentityErrorCodes.DelegationEnd);
        await Lend(borrower.Id, today, today).ShouldBeRefusedAsync(IdentityErrorCodes.DelegationEmpty);
        await Lend(borrower.Id, today, today, IdentityPermissions.Users.Manage).ShouldBeRefusedAsync(IdentityErrorCodes.CannotGrantMore);
        await world.AsAsync<IDelegationAppService>(company, borrower, d => d.CreateAsync(new CreateDelegationDto(lender.Id, today, today, [See]))).ShouldThrowAsync<PermissionDeniedException>();
    }

    private async Task<(World World, TenantInfo Company, Person Lender, Person Borrower)> NewAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        return (world, company, await world.PersonAsync(company, StandardRoles.Validator), await world.PersonAsync(company, StandardRoles.Reader));
    }

    private static Task<DelegationDto> LendAsync(World world, TenantInfo company, Person lender, Person borrower, DateOnly from, DateOnly until, params string[] rights) =>
        world.AsAsync<IDelegationAppService, DelegationDto>(company, lender, d => d.CreateAsync(new CreateDelegationDto(borrower.Id, from, until, rights)));
}
