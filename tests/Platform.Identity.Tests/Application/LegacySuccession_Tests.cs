using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Whose account takes an old login's place, and what becomes of the login.</summary>
[Collection(nameof(Legacy))]
[Trait("Req", "IDN-14")]
public sealed class LegacySuccession_Tests(ClockedHosts hosts)
{
    [Theory, Databases]
    public async Task ExistingAccount_ByTheCodeAlone_IsNotTakenOver(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (login, owner) = (await world.OldLoginAsync(), await world.PersonAsync());
        var state = await login.AsAsync(m => m.GetAsync());
        await login.CodeAsync(owner.Email);
        (await login.AsAsync(m => m.GetAsync())).ShouldBe(state with { Step = MigrationStep.Code, Email = owner.Email }, "nothing tells that there is an account");
        await login.VerifyAsync(LegacyLogins.CodeIn(world.Mail.To(owner.Email)[^1].Text));
        (await login.StepAsync()).ShouldBe(MigrationStep.Account);
        await login.ChooseAsync(password: "Thief-horse-9").ShouldBeRefusedAsync(IdentityErrorCodes.MigrationUnfinished);
        await login.CompleteAsync().ShouldBeRefusedAsync(IdentityErrorCodes.MigrationUnfinished);
        await login.AsAsync(m => m.JoinAsync(new MigrationJoinDto("Thief-horse-9"))).ShouldBeRefusedAsync(IdentityErrorCodes.SignInRefused);
        await login.AsAsync(m => m.JoinAsync(new MigrationJoinDto(Person.Password)));
        (await login.StepAsync()).ShouldBe(MigrationStep.Proof, "an account is no proof of being the customer");
        await login.ProveCustomerAsync();
        (await login.CompleteAsync()).Person.UserId.ShouldBe(owner.Id);
        (await world.SignInAsync(owner.Email, Person.Password, world.NewAddress())).ShouldNotBeNull();
        (await world.RightsAsync(login.Company, owner.Id)).ShouldBe(await world.RightsAsync(login.Company, login.UserId));
    }

    [Theory, Databases]
    public async Task ExistingAccount_OfAMember_KeepsItsOwnRights(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync("Bookkeeper");
        var member = await world.PersonAsync(login.Company, StandardRoles.Reader);
        var before = await world.RightsAsync(login.Company, member.Id);
        await login.ProveMailboxAsync(member.Email);
        await login.AsAsync(m => m.JoinAsync(new MigrationJoinDto(Person.Password)));
        await login.ProveCustomerAsync();
        await login.CompleteAsync();
        (await world.RightsAsync(login.Company, member.Id)).ShouldBe(before);
    }

    [Theory, Databases]
    public async Task ExistingAccount_MadeAfterTheNameWasChosen_IsNotTakenOver(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync();
        await login.ProveMailboxAsync(login.Known);
        await login.ChooseAsync();
        await world.Host.RunAsync(null, null, async s =>
        {
            var user = User.New(login.Known, "Alix Durand", "en", world.Clock.GetUtcNow().UtcDateTime);
            (await s.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>().CreateAsync(user, Person.Password)).Succeeded.ShouldBeTrue();
        });
        await login.CompleteAsync().ShouldBeRefusedAsync(IdentityErrorCodes.MigrationUnfinished);
        (await login.StepAsync()).ShouldBe(MigrationStep.Account);
    }

    [Theory, Databases]
    public async Task Administrator_WhereThereIsNone_IsTheFirstWhoAsks(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync();
        var second = await world.OldLoginAsync(company: login.Company);
        // An old login is nobody in particular, whatever it holds.
        await world.JoinAsync(new Person(second.UserId, second.Login, second.Login), login.Company, StandardRoles.Administrator);
        var (first, other) = (await login.MigrateAsync(), await (await world.OldLoginAsync(company: login.Company)).MigrateAsync());
        (await CompaniesAsync(world, first)).ShouldHaveSingleItem().CanBecomeAdministrator.ShouldBeTrue();
        var sent = world.Mail.To(login.Known).Count;
        await world.AsAsync<IMigrationAppService>(null, first, m => m.BecomeAdministratorAsync(login.Company.Id));
        (await world.IsGrantedAsync(login.Company, first, IdentityPermissions.Users.Manage)).ShouldBeTrue();
        world.Mail.To(login.Known).Count.ShouldBe(sent + 1);
        world.Audit.Of(first.Id, "Identity.Migration.AdministratorTaken").ShouldHaveSingleItem().TenantId.ShouldBe(login.Company.Id);
        (await CompaniesAsync(world, other)).ShouldHaveSingleItem().CanBecomeAdministrator.ShouldBeFalse();
        await world.AsAsync<IMigrationAppService>(null, other, m => m.BecomeAdministratorAsync(login.Company.Id)).ShouldBeRefusedAsync(IdentityErrorCodes.AdministratorExists);
        var (foreign, member) = (await world.CompanyAsync(), await world.PersonAsync());
        await world.JoinAsync(member, foreign, StandardRoles.Reader);
        await Should.ThrowAsync<EntityNotFoundException>(() => world.AsAsync<IMigrationAppService>(null, member, m => m.BecomeAdministratorAsync(foreign.Id)));
        await Should.ThrowAsync<EntityNotFoundException>(() => world.AsAsync<IMigrationAppService>(null, first, m => m.BecomeAdministratorAsync(foreign.Id)));
    }

    [Theory, Databases]
    public async Task OldLogin_ThirtyDaysAfter_OpensNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync();
        var person = await login.MigrateAsync();
        world.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        await world.RunWorkerAsync<LegacyClosingWorker>();
        (await world.SignInAsync(login.Login, OldLogin.Password, world.NewAddress())).ShouldNotBeNull();
        var session = await world.AsAsync<ISessionStore, NewSession>(null, null, s => s.CreateAsync(login.UserId, rememberMe: true));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RunWorkerAsync<LegacyClosingWorker>();
        await world.RunWorkerAsync<LegacyClosingWorker>();
        (await world.SignInAsync(login.Login, OldLogin.Password, world.NewAddress())).ShouldBeNull();
        (await world.AsAsync<ISessionStore, Session?>(null, null, s => s.FindAsync(session.Key))).ShouldBeNull();
        (await world.RightsAsync(login.Company, login.UserId)).ShouldBeEmpty();
        (await world.RightsAsync(login.Company, person.Id)).ShouldNotBeEmpty();
        world.Audit.Of(login.UserId, "Identity.Legacy.Closed").ShouldHaveSingleItem().TenantId.ShouldBe(login.Company.Id);
        (await CompaniesAsync(world, person)).ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<MigratedCompanyDto>> CompaniesAsync(World world, Person person) =>
        world.AsAsync<IMigrationAppService, IReadOnlyList<MigratedCompanyDto>>(null, person, m => m.GetCompletedAsync());
}
