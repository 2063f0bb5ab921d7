using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Decision 0019.</summary>
[Trait("Req", "IDN-02")]
public sealed class DeviceTrust_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Home = "the-browser-at-home";
    private const string Phone = "the-browser-on-the-phone";

    [Theory, Databases]
    public async Task Stranger_FiveGuesses_BlocksTheAccountElsewhereAndNotInTheKnownBrowser(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        await FailAsync(world, person, 5);
        (await IsOpenAsync(world, person)).ShouldBeFalse();
        (await IsOpenAsync(world, person, Home)).ShouldBeTrue();
        (await IsOpenAsync(world, person)).ShouldBeFalse("the owner's sign-in gives the stranger no new tries");
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        (await IsOpenAsync(world, person)).ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task KnownBrowser_FiveGuesses_BlocksItselfAloneAndEndsItsTrustAfterwards(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        await FailAsync(world, person, 5, Home);
        (await IsOpenAsync(world, person, Home)).ShouldBeFalse();
        (await IsOpenAsync(world, person)).ShouldBeTrue("apart from the account's");
        world.Audit.Of(person.Id, "Identity.Device.TrustEnded").ShouldHaveSingleItem();
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await IsDistrustedAsync(world, person, Home);
    }

    [Theory, Databases]
    public async Task KnownBrowser_GuessesWithPauses_EndItsTrustAllTheSame(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        await FailAsync(world, person, 4, Home);
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await FailAsync(world, person, 1, Home);
        world.Clock.Advance(TimeSpan.FromMinutes(61));
        await IsDistrustedAsync(world, person, Home);
    }

    [Theory, Databases]
    public async Task KnownBrowser_TwentyParallelGuesses_EvaluatesAtMostFive(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        world.Hasher.Reset();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => world.SignInAsync(person.Email, $"Wrong-guess-{i}", device: Home)));
        (world.Hasher.Evaluated, world.Hasher.Verified).ShouldBe((5, 20));
    }

    [Theory, Databases]
    public async Task ForgedOrForeignKey_IsWorthNothing(TestDatabase database)
    {
        var (world, company, person) = await PersonAsync(database);
        var other = await world.PersonAsync(company, StandardRoles.Reader);
        await SessionAsync(world, other, "of-somebody-else");
        for (var i = 0; i < 4; i++)
            (await world.SignInAsync(person.Email, "Wrong-guess-1", device: $"forged-{i}")).ShouldBeNull();
        (await world.SignInAsync(person.Email, "Wrong-guess-1", device: "of-somebody-else")).ShouldBeNull();
        foreach (var key in new[] { null, "forged-9", "of-somebody-else", new string('x', 5_000) })
            (await IsOpenAsync(world, person, key)).ShouldBeFalse(key);
    }

    [Theory, Databases]
    public async Task Refusal_FromAnyBrowser_VerifiesOneHashAndSaysTheSame(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        foreach (var (email, key) in new[] { (person.Email, Home), (person.Email, "forged"), ("stranger@unknown.example", Home) })
        {
            world.Hasher.Reset();
            (await world.SignInAsync(email, "Wrong-guess-1", device: key)).ShouldBeNull();
            world.Hasher.Verified.ShouldBe(1, $"{email} {key}");
        }
    }

    [Theory, Databases]
    public async Task AddressCounter_CountsKnownBrowsersToo(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        var address = world.NewAddress();
        for (var i = 0; i < 10; i++)
            await world.SignInAsync($"nobody{i}@unknown.example", "Wrong-guess-1", address);
        (await world.SignInAsync(person.Email, Person.Password, address, Home)).ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Trust_NinetyDaysAfterTheLastSignIn_IsOver(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        world.Clock.Advance(TimeSpan.FromDays(89));
        await FailAsync(world, person, 5);
        (await IsOpenAsync(world, person, Home)).ShouldBeTrue();
        world.Clock.Advance(TimeSpan.FromDays(2));
        await IsDistrustedAsync(world, person, Home);
        await SessionAsync(world, person, Home);
        (await IsOpenAsync(world, person, Home)).ShouldBeTrue("a sign-in brings it back");
    }

    [Theory, Databases]
    public async Task Administrator_WhoEndsSessions_EndsTrust(TestDatabase database)
    {
        var (world, company, person) = await PersonAsync(database);
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        foreach (var act in new Func<IUserAppService, Task>[]
        {
            u => u.EndSessionsAsync(person.Id), u => u.ResetSecondFactorAsync(person.Id), u => u.SetActiveAsync(person.Id, active: false),
        })
        {
            await SessionAsync(world, person, Home);
            await world.AsAsync<IUserAppService>(company, admin, act);
            await world.AsAsync<IUserAppService>(company, admin, u => u.SetActiveAsync(person.Id, active: true));
            await IsDistrustedAsync(world, person, Home);
            world.Clock.Advance(TimeSpan.FromMinutes(61));
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-03")]
    public async Task Password_KnownToOthers_EndsTrustUntilSignedInAnew(TestDatabase database)
    {
        var (world, company, person) = await PersonAsync(database);
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        await world.AsAsync<IUserAppService>(company, admin, u => u.InvalidatePasswordAsync(person.Id));
        (await IsOpenAsync(world, person, Home)).ShouldBeFalse();
        await world.AsAsync<IPasswordResetAppService>(null, null, r => r.ResetAsync(
            world.Mail.TokenFor(person.Email, "/account/reset/"), new ResetPasswordDto("Fresh-horse-88", "Fresh-horse-88")));
        await FailAsync(world, person, 5);
        (await world.SignInAsync(person.Email, "Fresh-horse-88", device: Home)).ShouldBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Person_WhoEndsSessions_EndsTrustInThoseBrowsersOnly(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        var home = await world.SessionAsync(person);
        await SessionAsync(world, person, Phone);
        await AtAsync(world, person, await world.SessionAsync(person), s => s.SignOutAsync(home));
        await FailAsync(world, person, 5);
        (await IsOpenAsync(world, person, Home)).ShouldBeFalse();
        (await IsOpenAsync(world, person, Phone)).ShouldBeTrue();
        await SessionAsync(world, person, Home);
        await AtAsync(world, person, await world.SessionAsync(person), s => s.SignOutOthersAsync());
        (await IsOpenAsync(world, person, Phone)).ShouldBeFalse();
        (await IsOpenAsync(world, person, Home)).ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task BlockOfABrowser_IsShownToldAndLiftedByTheAdministrator(TestDatabase database)
    {
        var (world, company, person) = await PersonAsync(database);
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        var address = world.NewAddress();
        for (var i = 0; i < 5; i++)
            await world.SignInAsync(person.Email, "Wrong-guess-1", address, Home);
        await world.Host.RunAsync(null, null, s => s.GetServices<IBackgroundWorker>().OfType<BlockAlertWorker>().Single().DoWorkAsync(CancellationToken.None));
        var alert = (await world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(company, admin, a => a.GetListAsync())).ShouldHaveSingleItem();
        (alert.Kind, alert.UserId, alert.Address).ShouldBe(("AccountBlocked", person.Id, address));
        var listed = await world.AsAsync<IUserAppService, PagedResult<UserListItemDto>>(company, admin, u => u.GetListAsync(new UserListInput()));
        listed.Items.Single(u => u.Id == person.Id).Block.ShouldNotBeNull().AccountUntil.ShouldNotBeNull();
        await world.AsAsync<IUserAppService>(company, admin, u => u.LiftBlockAsync(person.Id));
        (await world.SignInAsync(person.Email, Person.Password, address, Home)).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-07")]
    public async Task Browser_SeenByAProvidersWordAlone_IsNotTrusted(TestDatabase database)
    {
        var (world, _, person) = await PersonAsync(database);
        await world.Host.RunAsync(null, null, async s =>
        {
            var user = await s.GetRequiredService<IdentityDbContext>().Users.SingleAsync(u => u.Id == person.Id);
            await s.GetRequiredService<KnownDevices>().SeeAsync(user, KnownDevice.HashOf(person.Id, Phone), isProven: false, CancellationToken.None);
        });
        await IsDistrustedAsync(world, person, Phone);
    }

    private async Task<(World World, TenantInfo Company, Person Person)> PersonAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        await SessionAsync(world, person, Home);
        return (world, company, person);
    }

    private static Task SessionAsync(World world, Person person, string device) => world.Host.RunAsync(
        null, null, s => s.GetRequiredService<ISessionStore>().CreateAsync(person.Id, rememberMe: false, deviceKey: device));

    private static Task AtAsync(World world, Person person, Guid session, Func<ISessionAppService, Task> act) =>
        world.Host.RunAsync(null, person.Info with { SessionId = session }, s => act(s.GetRequiredService<ISessionAppService>()));

    private static async Task FailAsync(World world, Person person, int times, string? device = null)
    {
        for (var i = 0; i < times; i++)
            (await world.SignInAsync(person.Email, "Wrong-guess-1", device: device)).ShouldBeNull();
    }

    private static async Task<bool> IsOpenAsync(World world, Person person, string? device = null) =>
        await world.SignInAsync(person.Email, Person.Password, device: device) is not null;

    // Then it shares the account's fate.
    private static async Task IsDistrustedAsync(World world, Person person, string device)
    {
        await FailAsync(world, person, 5);
        (await IsOpenAsync(world, person, device)).ShouldBeFalse();
    }
}
