using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-04")]
public sealed class Inactivity_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Night_AfterSixMonths_WarnsThenDeactivatesTwoWeeksLater(TestDatabase database)
    {
        var (world, company) = await CompanyAsync(database);
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        await NightAfterAsync(world, 160);
        world.Mail.To(person.Email).ShouldBeEmpty();
        await NightAfterAsync(world, 12);
        world.Mail.To(person.Email).ShouldHaveSingleItem().Subject.ShouldBe("Your account will be deactivated");
        await NightAfterAsync(world, 13);
        (await IsActiveAsync(world, person)).ShouldBeTrue();
        world.Mail.To(person.Email).Count.ShouldBe(1, "told once");
        await NightAfterAsync(world, 1);
        (await IsActiveAsync(world, person)).ShouldBeFalse();
        (await world.SignInAsync(person.Email, Person.Password, world.NewAddress())).ShouldBeNull();
        world.Audit.Records.ShouldContain(r => r.Action == "Identity.User.DeactivatedAsInactive" && r.TenantId == company.Id && r.EntityId == person.Id.ToString());
    }

    [Theory, Databases]
    public async Task SignInPage_OfSomebodyAwayForSixMonths_OpensNothingUntilActivated(TestDatabase database)
    {
        var (world, company) = await CompanyAsync(database);
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        await NightAfterAsync(world, 172);
        await NightAfterAsync(world, 15);
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
            browser.SessionKey.ShouldBeNull();
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        await world.AsAsync<IUserAppService>(company, admin, u => u.SetActiveAsync(person.Id, active: true));
        using (await browser.SignInAsync(person.Email, Person.Password))
            browser.SessionKey.ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Night_WarnedPersonSignsIn_StaysAndIsWarnedAnewLater(TestDatabase database)
    {
        var (world, company) = await CompanyAsync(database);
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        await NightAfterAsync(world, 172);
        world.Mail.To(person.Email).Count.ShouldBe(1);
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await world.SignInAsync(person.Email, Person.Password, world.NewAddress())).ShouldNotBeNull();
        await NightAfterAsync(world, 30);
        (await IsActiveAsync(world, person)).ShouldBeTrue();
        await NightAfterAsync(world, 142);
        world.Mail.To(person.Email).Count.ShouldBe(2);
    }

    [Theory, Databases]
    public async Task Night_LastActiveAdministrator_IsToldAndKept(TestDatabase database)
    {
        var (world, company) = await CompanyAsync(database);
        var first = await world.PersonAsync(company, StandardRoles.Administrator);
        await NightAfterAsync(world, 172);
        await NightAfterAsync(world, 15);
        (await IsActiveAsync(world, first)).ShouldBeTrue();
        world.Mail.To(first.Email)[^1].Subject.ShouldBe("You are the last administrator");
        await NightAfterAsync(world, 1);
        world.Mail.To(first.Email).Count.ShouldBe(2, "not every night");
    }

    [Theory, Databases]
    public async Task Night_TwoAdministratorsAway_OneOfThemIsKept(TestDatabase database)
    {
        var (world, company) = await CompanyAsync(database);
        Person[] both = [await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Administrator)];
        await NightAfterAsync(world, 172);
        await NightAfterAsync(world, 15);
        (await IsActiveAsync(world, both[0])).ShouldNotBe(await IsActiveAsync(world, both[1]));
    }

    [Theory, Databases]
    public async Task Activate_AfterInactivity_GivesTwoNewWeeks(TestDatabase database)
    {
        var (world, company) = await CompanyAsync(database);
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        await NightAfterAsync(world, 172);
        await NightAfterAsync(world, 15);
        var admin = await world.PersonAsync(company, StandardRoles.Administrator);
        await world.AsAsync<IUserAppService>(company, admin, u => u.SetActiveAsync(person.Id, active: true));
        await NightAfterAsync(world, 1);
        (await IsActiveAsync(world, person)).ShouldBeTrue();
    }

    private async Task<(World World, TenantInfo Company)> CompanyAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        return (world, await world.CompanyAsync());
    }

    private static Task NightAfterAsync(World world, int days)
    {
        world.Clock.Advance(TimeSpan.FromDays(days));
        return world.Host.RunAsync(null, null, s => s.GetServices<IBackgroundWorker>().OfType<InactivityWorker>().Single().DoWorkAsync(CancellationToken.None));
    }

    private static Task<bool> IsActiveAsync(World world, Person person) => world.Host.RunAsync(
        null, null, s => s.GetRequiredService<IdentityDbContext>().Users.AsNoTracking().Where(u => u.Id == person.Id).Select(u => u.IsActive).SingleAsync());
}
