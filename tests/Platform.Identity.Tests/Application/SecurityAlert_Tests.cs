using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-16")]
public sealed class SecurityAlert_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Block_OfAnAccount_TellsAdministratorsOnceAndIsSettled(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        var address = world.NewAddress();
        for (var i = 0; i < 6; i++)
            (await world.SignInAsync(person.Email, "Wrong-guess-1", address)).ShouldBeNull();
        await LookAsync(world);
        await LookAsync(world);
        var alert = (await ListAsync(world, company, admin)).ShouldHaveSingleItem();
        (alert.Kind, alert.UserName, alert.Address, alert.Count).ShouldBe(("AccountBlocked", person.Name, address, 1));
        world.Mail.To(admin.Email).ShouldHaveSingleItem().Text.ShouldContain($"/t/{company.Slug}/security/alerts");
        world.Mail.To(person.Email).ShouldBeEmpty();
        await world.AsAsync<ISecurityAlertAppService>(company, admin, a => a.SettleAsync(alert.Id));
        (await ListAsync(world, company, admin))[0].SettledBy.ShouldBe(admin.Name);
        await Should.ThrowAsync<EntityNotFoundException>(() => world.AsAsync<ISecurityAlertAppService>(company, admin, a => a.SettleAsync(alert.Id)));
        await world.AsAsync<IUserAppService>(company, admin, u => u.LiftBlockAsync(person.Id));
        (await world.SignInAsync(person.Email, Person.Password, address)).ShouldNotBeNull();
    }

    [Theory, Databases]
    public async Task Block_OfAnAddress_TellsTheCompaniesWhosePeopleWereTried(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var (other, otherAdmin) = (await world.CompanyAsync(), await world.PersonAsync());
        await world.JoinAsync(otherAdmin, other, StandardRoles.Administrator);
        var address = world.NewAddress();
        for (var i = 0; i < 11; i++)
            await world.SignInAsync((await world.PersonAsync(company, StandardRoles.Reader)).Email, "Wrong-guess-1", address);
        await LookAsync(world);
        (await ListAsync(world, company, admin)).ShouldAllBe(a => a.Kind == "AddressBlocked" && a.Address == address);
        (await ListAsync(world, company, admin)).ShouldHaveSingleItem().Count.ShouldBeGreaterThan(1, "one alert however many accounts");
        (await ListAsync(world, other, otherAdmin)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task SignIn_FromAnotherDevice_TellsThePersonAndTheAdministrators(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        await SessionAsync(world, person, "first", "192.0.2.1");
        await SessionAsync(world, person, "first", "203.0.113.9");
        world.Mail.To(person.Email).ShouldBeEmpty("neither the first device of an account nor a known one elsewhere is news");
        await SessionAsync(world, person, "second", "198.51.100.7");
        await SessionAsync(world, person, "second", "198.51.100.7");
        world.Mail.To(person.Email).ShouldHaveSingleItem().Text.ShouldContain("198.51.100.7");
        (await ListAsync(world, company, admin)).ShouldHaveSingleItem().Kind.ShouldBe("NewDevice");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-12")]
    public async Task Invitation_WithdrawnAndUsed_IsToldOnceAndCounted(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var roles = new[] { await world.RoleAsync(company, StandardRoles.Reader) };
        var invitation = await world.AsAsync<IUserAppService, InvitationDto>(company, admin, u => u.InviteAsync(new InviteUserDto("new@guest.example", "New", "en", roles)));
        var token = world.Mail.TokenFor("new@guest.example");
        await world.AsAsync<IUserAppService>(company, admin, u => u.WithdrawInvitationAsync(invitation.Id));
        for (var i = 0; i < 2; i++)
            await world.AsAsync<IInvitationAppService>(null, null, s => s.GetAsync(token)).ShouldBeRefusedAsync(IdentityErrorCodes.LinkRevoked);
        var alert = (await ListAsync(world, company, admin)).ShouldHaveSingleItem();
        (alert.Kind, alert.Count).ShouldBe(("LinkRefused", 2));
        world.Mail.To(admin.Email).Count.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task List_WithoutTheRight_IsRefused(TestDatabase database)
    {
        var (world, company, _) = await CompanyAsync(database);
        var reader = await world.PersonAsync(company, StandardRoles.Reader);
        await Should.ThrowAsync<PermissionDeniedException>(() => ListAsync(world, company, reader));
    }

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task EndSessions_OfAMember_HoldsOnTheNextRequest(TestDatabase database)
    {
        var (world, company, admin) = await CompanyAsync(database);
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
            await browser.ReadAsync("/account/profile");
        await world.AsAsync<IUserAppService>(company, admin, u => u.EndSessionsAsync(person.Id));
        using var answer = await browser.GetAsync("/account/profile");
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        await world.AsAsync<IUserAppService>(company, person, u => u.EndSessionsAsync(admin.Id)).ShouldThrowAsync<PermissionDeniedException>();
    }

    private async Task<(World World, TenantInfo Company, Person Admin)> CompanyAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        return (world, company, await world.PersonAsync(company, StandardRoles.Administrator));
    }

    private static Task<IReadOnlyList<SecurityAlertDto>> ListAsync(World world, TenantInfo company, Person person) =>
        world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(company, person, a => a.GetListAsync());

    private static Task LookAsync(World world) =>
        world.Host.RunAsync(null, null, s => s.GetServices<IBackgroundWorker>().OfType<BlockAlertWorker>().Single().DoWorkAsync(CancellationToken.None));

    private static Task SessionAsync(World world, Person person, string device, string address) => world.Host.RunAsync(
        null, new CurrentUserInfo(ClientAddress: address), s => s.GetRequiredService<ISessionStore>().CreateAsync(person.Id, rememberMe: false, deviceKey: device));
}
