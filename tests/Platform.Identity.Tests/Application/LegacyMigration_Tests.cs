using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-14")]
public sealed class LegacyMigration_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task KnownAddress_AfterTheCode_IsLinkedWithTheProfileAndNothingMore(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync("Bookkeeper");
        await LimitAsync(world, login);
        (await login.StepAsync()).ShouldBe(MigrationStep.Email);
        var code = await login.CodeAsync(login.Known);
        (await login.StepAsync()).ShouldBe(MigrationStep.Code);
        await login.VerifyAsync($" {code[..3]} {code[3..]} ");
        (await login.StepAsync()).ShouldBe(MigrationStep.Identity);
        await login.ChooseAsync(password: "short").ShouldBeRefusedAsync(IdentityErrorCodes.PasswordTooShort);
        await login.ChooseAsync();
        (await login.StepAsync()).ShouldBe(MigrationStep.Terms, "a known address proves enough");
        await login.AsAsync(m => m.CompleteAsync(new AcceptTermsDto("1999-01"))).ShouldBeRefusedAsync(IdentityErrorCodes.TermsVersion);
        var done = await login.CompleteAsync();
        var person = new Person(done.Person.UserId, done.Person.Email, done.Person.Name);
        (person.Email, person.Name).ShouldBe((login.Known, "Dana Petit"));
        (await RightsAsync(world, login.Company, person.Id)).ShouldBe(await RightsAsync(world, login.Company, login.UserId));
        (await RightsAsync(world, login.Company, person.Id)).ShouldAllBe(r => r.EndsWith("=50000"), "limits of the old login hold for the person too");
        (await RightsAsync(world, login.Company, person.Id)).ShouldNotBeEmpty();
        (await world.SignInAsync(person.Email, Person.Password, world.NewAddress())).ShouldNotBeNull();
        (await world.SignInAsync(login.Login, OldLogin.Password, world.NewAddress())).ShouldNotBeNull("kept for 30 days");
        var user = await UserAsync(world, person.Id);
        user.TermsVersion.ShouldBe(Terms.Version);
        user.TermsAcceptedAt!.Value.ShouldBe(world.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(1));
        world.Audit.Of(person.Id, "Identity.Terms.Accepted").ShouldHaveSingleItem().TenantId.ShouldBe(login.Company.Id);
        world.Mail.To(login.Known)[^1].Text.ShouldContain(login.Login);
        (await login.StepAsync()).ShouldBe(MigrationStep.Done);
        await login.InAnotherSession().AsAsync(m => m.SendCodeAsync(new MigrationEmailDto("x@test.example"))).ShouldBeRefusedAsync(IdentityErrorCodes.MigrationDone);
    }

    [Theory, Databases]
    public async Task UnknownAddress_AfterTheCode_NeedsTheProofOfACustomer(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (login, stranger) = (await world.OldLoginAsync(), await world.OldLoginAsync());
        await login.ProveMailboxAsync(NewEmail());
        await login.ChooseAsync();
        (await login.StepAsync()).ShouldBe(MigrationStep.Proof);
        await login.CompleteAsync().ShouldBeRefusedAsync(IdentityErrorCodes.MigrationUnfinished);
        await login.ProveCustomerAsync("F-9").ShouldBeRefusedAsync(IdentityErrorCodes.MigrationProofWrong);
        await login.ProveCustomerAsync(OldLogin.Invoice, "C205").ShouldBeRefusedAsync(IdentityErrorCodes.MigrationProofWrong);
        await login.ProveCustomerAsync(" f - 2024/001 ", "c 20 4");
        (await login.StepAsync()).ShouldBe(MigrationStep.Terms);
        (await login.CompleteAsync()).Person.Name.ShouldBe("Dana Petit");
        await stranger.ProveMailboxAsync(NewEmail());
        await stranger.ChooseAsync();
        await stranger.ProveCustomerAsync("sn1");
        (await stranger.StepAsync()).ShouldBe(MigrationStep.Terms, "a serial number does as well");
        (await NumbersAsync(world, login)).ShouldNotContain("2024", Case.Insensitive, "kept as keyed hashes");
        (await NumbersAsync(world, login)).ShouldNotBe(await NumbersAsync(world, stranger), "each login has a key of its own");
    }

    [Theory, Databases]
    public async Task Proof_AfterFiveFailures_IsBlockedForAnHourAndTold(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync();
        var admin = await world.PersonAsync(login.Company, StandardRoles.Administrator);
        await login.ProveMailboxAsync(NewEmail());
        await login.ChooseAsync();
        for (var i = 0; i < 5; i++)
            await login.ProveCustomerAsync($"X-{i}").ShouldBeRefusedAsync(IdentityErrorCodes.MigrationProofWrong);
        await login.ProveCustomerAsync().ShouldBeRefusedAsync(IdentityErrorCodes.MigrationProofWrong);
        await world.RunWorkerAsync<BlockAlertWorker>();
        (await world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(login.Company, admin, a => a.GetListAsync())).ShouldContain(a => a.Kind == "ProofBlocked");
        var operators = await world.Host.CompanyAsync("lefevre");
        (await world.Host.RunAsync(operators, null, s => s.GetRequiredService<IdentityDbContext>().SecurityAlerts.Where(a => a.UserId == login.UserId).ToListAsync())).ShouldHaveSingleItem();
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await login.ProveCustomerAsync();
        (await login.StepAsync()).ShouldBe(MigrationStep.Terms);
    }

    [Theory, Databases]
    public async Task Code_UsedReplacedLateOrElsewhere_IsRefused(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync();
        var other = login.InAnotherSession();
        var older = await login.CodeAsync(login.Known);
        var code = await DifferentAsync(login, older);
        await login.VerifyAsync(older).ShouldBeRefusedAsync(IdentityErrorCodes.MigrationCodeWrong);
        await other.CodeAsync(NewEmail());
        await other.VerifyAsync(code).ShouldBeRefusedAsync(IdentityErrorCodes.MigrationCodeWrong);
        await login.VerifyAsync(code);
        await login.VerifyAsync(code).ShouldBeRefusedAsync(IdentityErrorCodes.MigrationCodeWrong);
        (await login.StepAsync()).ShouldBe(MigrationStep.Identity);
        var late = await other.CodeAsync(NewEmail());
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await other.VerifyAsync(late).ShouldBeRefusedAsync(IdentityErrorCodes.MigrationCodeWrong);
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await login.StepAsync()).ShouldBe(MigrationStep.Email, "what was proven counts for a day");
    }

    [Theory, Databases]
    public async Task Code_AfterFiveTries_IsRefusedEvenIfRight(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync();
        var code = await login.CodeAsync(login.Known);
        for (var i = 0; i < 5; i++)
            await login.VerifyAsync(code == "000000" ? "000001" : "000000").ShouldBeRefusedAsync(IdentityErrorCodes.MigrationCodeWrong);
        await login.VerifyAsync(code).ShouldBeRefusedAsync(IdentityErrorCodes.MigrationCodeWrong);
        world.Audit.Of(login.UserId, "Identity.Migration.CodeFailed").Count.ShouldBe(5);
        for (var i = 0; i < 4; i++)
            await login.CodeAsync(login.Known);
        await login.CodeAsync(NewEmail()).ShouldBeRefusedAsync(IdentityErrorCodes.CodeLimit);
    }

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
        (await RightsAsync(world, login.Company, owner.Id)).ShouldBe(await RightsAsync(world, login.Company, login.UserId));
    }

    [Theory, Databases]
    public async Task ExistingAccount_OfAMember_KeepsItsOwnRights(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync("Bookkeeper");
        var member = await world.PersonAsync(login.Company, StandardRoles.Reader);
        var before = await RightsAsync(world, login.Company, member.Id);
        await login.ProveMailboxAsync(member.Email);
        await login.AsAsync(m => m.JoinAsync(new MigrationJoinDto(Person.Password)));
        await login.ProveCustomerAsync();
        await login.CompleteAsync();
        (await RightsAsync(world, login.Company, member.Id)).ShouldBe(before);
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
        (await RightsAsync(world, login.Company, login.UserId)).ShouldBeEmpty();
        (await RightsAsync(world, login.Company, person.Id)).ShouldNotBeEmpty();
        world.Audit.Of(login.UserId, "Identity.Legacy.Closed").ShouldHaveSingleItem().TenantId.ShouldBe(login.Company.Id);
        (await CompaniesAsync(world, person)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Assistant_OfNobodysLogin_IsNotThere(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        await Should.ThrowAsync<EntityNotFoundException>(() => world.AsAsync<IMigrationAppService>(null, person, m => m.GetAsync()));
        var login = await world.OldLoginAsync();
        var admin = await world.PersonAsync(login.Company, StandardRoles.Administrator);
        await world.AsAsync<IUserAppService>(login.Company, admin, u => u.RemoveAsync(login.UserId));
        await Should.ThrowAsync<EntityNotFoundException>(() => login.AsAsync(m => m.SendCodeAsync(new MigrationEmailDto(login.Known))));
    }

    [Theory, Databases]
    public async Task Mails_ToAnOldLogin_GoToItsNotificationAddresses(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var login = await world.OldLoginAsync();
        world.Clock.Advance(TimeSpan.FromDays(172));
        await world.RunWorkerAsync<InactivityWorker>();
        world.Mail.To(login.Known).ShouldHaveSingleItem();
        world.Mail.To(login.Login).ShouldBeEmpty();
    }

    private static string NewEmail() => $"new-{System.Security.Cryptography.RandomNumberGenerator.GetHexString(8, lowercase: true)}@test.example";

    // Of a million codes the next may be the same.
    private static async Task<string> DifferentAsync(OldLogin login, string than)
    {
        string code;
        while ((code = await login.CodeAsync(login.Known)) == than)
        {
        }

        return code;
    }

    private static async Task<IEnumerable<string>> RightsAsync(World world, TenantInfo company, Guid user) =>
        (await world.AsAsync<IPermissionGrantStore, Grants>(null, null, g => g.GetGrantedAsync(user, company.Id))).Bundles
            .SelectMany(b => b.Permissions.Select(p => $"{p} {string.Join(',', b.Limits.Select(l => $"{l.Key}={l.Value.Cents}"))}")).Order();

    private static Task LimitAsync(World world, OldLogin login) => world.Host.RunAsync(login.Company, null, async s =>
    {
        var scope = s.GetRequiredService<PermissionCatalog>().Scopes.First(x => x.Kind == DataScopeKind.Amount);
        var context = s.GetRequiredService<IdentityDbContext>();
        context.RightLimits.Add(RightLimit.Of(login.UserId, scope, new ScopeLimit(Cents: 500_00)));
        await context.SaveChangesAsync();
    });

    private static Task<User> UserAsync(World world, Guid id) => world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.AsNoTracking().SingleAsync(u => u.Id == id));

    private static Task<string> NumbersAsync(World world, OldLogin login) => world.Host.RunAsync(
        login.Company, null, s => s.GetRequiredService<IdentityDbContext>().LegacyAccounts.Where(a => a.UserId == login.UserId).Select(a => a.Numbers).SingleAsync());

    private static Task<IReadOnlyList<MigratedCompanyDto>> CompaniesAsync(World world, Person person) =>
        world.AsAsync<IMigrationAppService, IReadOnlyList<MigratedCompanyDto>>(null, person, m => m.GetCompletedAsync());
}
