using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Collection(nameof(Legacy))]
[Trait("Req", "IDN-14")]
public sealed class LegacyMigration_Tests(ClockedHosts hosts)
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
        (await world.RightsAsync(login.Company, person.Id)).ShouldBe(await world.RightsAsync(login.Company, login.UserId));
        (await world.RightsAsync(login.Company, person.Id)).ShouldAllBe(r => r.EndsWith("=50000"), "limits of the old login hold for the person too");
        (await world.RightsAsync(login.Company, person.Id)).ShouldNotBeEmpty();
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
        await login.ProveMailboxAsync(LegacyLogins.NewEmail());
        await login.ChooseAsync();
        (await login.StepAsync()).ShouldBe(MigrationStep.Proof);
        await login.CompleteAsync().ShouldBeRefusedAsync(IdentityErrorCodes.MigrationUnfinished);
        await login.ProveCustomerAsync("F-9").ShouldBeRefusedAsync(IdentityErrorCodes.MigrationProofWrong);
        await login.ProveCustomerAsync(OldLogin.Invoice, "C205").ShouldBeRefusedAsync(IdentityErrorCodes.MigrationProofWrong);
        await login.ProveCustomerAsync(" f - 2024/001 ", "c 20 4");
        (await login.StepAsync()).ShouldBe(MigrationStep.Terms);
        (await login.CompleteAsync()).Person.Name.ShouldBe("Dana Petit");
        await stranger.ProveMailboxAsync(LegacyLogins.NewEmail());
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
        await login.ProveMailboxAsync(LegacyLogins.NewEmail());
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
        await other.CodeAsync(LegacyLogins.NewEmail());
        await other.VerifyAsync(code).ShouldBeRefusedAsync(IdentityErrorCodes.MigrationCodeWrong);
        await login.VerifyAsync(code);
        await login.VerifyAsync(code).ShouldBeRefusedAsync(IdentityErrorCodes.MigrationCodeWrong);
        (await login.StepAsync()).ShouldBe(MigrationStep.Identity);
        var late = await other.CodeAsync(LegacyLogins.NewEmail());
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
        await login.CodeAsync(LegacyLogins.NewEmail()).ShouldBeRefusedAsync(IdentityErrorCodes.CodeLimit);
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

    // Of a million codes the next may be the same.
    private static async Task<string> DifferentAsync(OldLogin login, string than)
    {
        string code;
        while ((code = await login.CodeAsync(login.Known)) == than)
        {
        }

        return code;
    }

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
}
