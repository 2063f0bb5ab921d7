using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestBase;

namespace Platform.Identity.Tests;

public sealed class SignIn_Tests(IdentityHosts hosts)
{
    [Theory, Databases]
    [Trait("Req", "IDN-01")]
    public async Task SignIn_RightPassword_GivesThePersonAndALineInTheTrail(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        var signedIn = await world.SignInAsync($" {person.Email.ToUpperInvariant()} ", Person.Password, "203.0.113.9");
        signedIn.ShouldNotBeNull().UserId.ShouldBe(person.Id);
        var line = world.Audit.Of(person.Id, "Identity.SignIn.Succeeded").ShouldHaveSingleItem();
        line.TenantId.ShouldBe(Guid.Empty);
        line.User.Id.ShouldBe(person.Id);
        line.User.ClientAddress.ShouldBe("203.0.113.9");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task SignIn_TwentyParallelGuesses_EvaluatesAtMostFive(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        world.Hasher.Reset();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => world.SignInAsync(person.Email, $"Wrong-guess-{i}")));
        world.Hasher.Evaluated.ShouldBe(5);
        world.Hasher.Verified.ShouldBe(20);
        (await world.SignInAsync(person.Email, Person.Password)).ShouldBeNull("the account is blocked");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task SignIn_BlockedAccount_OpensAgainAfterAnHour(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        await FailAsync(world, person.Email, 5);
        world.Clock.Advance(TimeSpan.FromMinutes(59));
        (await world.SignInAsync(person.Email, Person.Password)).ShouldBeNull("guessing during the block must not help, nor prolong it");
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        (await world.SignInAsync(person.Email, Person.Password)).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task SignIn_Success_ForgetsFormerFailures(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        await FailAsync(world, person.Email, 4);
        (await world.SignInAsync(person.Email, Person.Password)).ShouldNotBeNull();
        await FailAsync(world, person.Email, 4);
        (await world.SignInAsync(person.Email, Person.Password)).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task SignIn_TenFailuresFromAnAddress_BlockItForADayForEveryAccount(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, address) = (await world.PersonAsync(), world.NewAddress());
        for (var i = 0; i < 10; i++)
        {
            await world.SignInAsync($"nobody{i}@unknown.example", "Wrong-guess-1", address);
        }

        (await world.SignInAsync(person.Email, Person.Password, address)).ShouldBeNull();
        (await world.SignInAsync(person.Email, Person.Password, world.NewAddress())).ShouldNotBeNull();
        world.Clock.Advance(TimeSpan.FromHours(23.9));
        (await world.SignInAsync(person.Email, Person.Password, address)).ShouldBeNull();
        world.Clock.Advance(TimeSpan.FromHours(1.2));
        (await world.SignInAsync(person.Email, Person.Password, address)).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task SignIn_ManyPeopleBehindOneAddress_AreNotCountedAsFailures(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, address) = (await world.PersonAsync(), world.NewAddress());
        for (var i = 0; i < 15; i++)
        {
            (await world.SignInAsync(person.Email, Person.Password, address)).ShouldNotBeNull();
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task SignIn_UnknownWrongBlockedInactiveOrEndless_VerifiesOneHashEach(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (wrong, blocked, inactive) = (await world.PersonAsync(), await world.PersonAsync(), await world.PersonAsync());
        await FailAsync(world, blocked.Email, 6);
        await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users
            .Where(u => u.Id == inactive.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.IsActive, false)));
        foreach (var (email, password, reason) in new[]
        {
            ("stranger@unknown.example", Person.Password, "Unknown"), (wrong.Email, "Wrong-guess-1", "WrongPassword"),
            (blocked.Email, Person.Password, "Blocked"), (inactive.Email, Person.Password, "Inactive"),
            (wrong.Email, new string('x', 100_000), "WrongPassword"),
        })
        {
            world.Hasher.Reset();
            (await world.SignInAsync(email, password)).ShouldBeNull(reason);
            world.Hasher.Verified.ShouldBe(1, reason);
            world.Audit.Of("Identity.SignIn.Failed")[^1].Changes[0].New.ShouldBe(reason);
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-01")]
    public async Task SignIn_HashOfFormerStrength_IsReplaced(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<User>(Microsoft.Extensions.Options.Options.Create(
            new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(new User(), Person.Password);
        await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users
            .Where(u => u.Id == person.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.PasswordHash, weak)));
        (await world.SignInAsync(person.Email, Person.Password)).ShouldNotBeNull();
        var now = await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.Where(u => u.Id == person.Id).Select(u => u.PasswordHash).SingleAsync());
        now.ShouldNotBe(weak);
        (await world.SignInAsync(person.Email, Person.Password)).ShouldNotBeNull();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task LiftBlock_ByAdministrator_OpensAccountAndAddress(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (administrator, person) = (await world.PersonAsync(company, "Administrator"), await world.PersonAsync(company, "Reader"));
        var address = world.NewAddress();
        for (var i = 0; i < 10; i++)
        {
            await world.SignInAsync(person.Email, "Wrong-guess-1", address);
        }

        var listed = (await world.AsAsync<IUserAppService, Kernel.PagedResult<UserListItemDto>>(company, administrator, u => u.GetListAsync(new UserListInput())))
            .Items.Single(u => u.Id == person.Id).Block.ShouldNotBeNull();
        listed.AccountUntil.ShouldNotBeNull();
        listed.AddressUntil.ShouldNotBeNull();
        listed.Address.ShouldBe(address);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.LiftBlockAsync(person.Id));
        (await world.SignInAsync(person.Email, Person.Password, address)).ShouldNotBeNull();
        world.Audit.Of(person.Id, "Identity.Block.Lifted").ShouldHaveSingleItem().User.Id.ShouldBe(administrator.Id);
    }

    private static async Task FailAsync(World world, string email, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await world.SignInAsync(email, "Wrong-guess-1")).ShouldBeNull();
        }
    }
}
