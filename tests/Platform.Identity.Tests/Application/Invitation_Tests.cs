using System.Net;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

public sealed class Invitation_Tests(IdentityHosts hosts)
{
    private static readonly NewAccountDto Account = new("Nina Neuve", Person.Password, Person.Password);

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Accept_ByNewPerson_MakesAccountMemberAndRolesOnce(TestDatabase database)
    {
        var (world, company, administrator) = await StartAsync(database);
        var email = await InviteAsync(world, company, administrator, "fr");
        var message = world.Mail.To(email).ShouldHaveSingleItem();
        message.Subject.ShouldContain("Invitation à rejoindre");
        message.Text.ShouldContain(company.Name);
        var token = world.Mail.TokenFor(email);
        (await AcceptAsync(world, token)).ShouldBe(company.Slug);
        var signedIn = (await world.SignInAsync(email, Person.Password)).ShouldNotBeNull();
        signedIn.Language.ShouldBe("fr");
        var member = await world.AsAsync<IUserAppService, UserDto>(company, administrator, u => u.GetAsync(signedIn.UserId));
        member.Roles.ShouldHaveSingleItem().Name.ShouldBe("Reader");
        world.Audit.Of(signedIn.UserId, "Identity.Invitation.Accepted").ShouldHaveSingleItem().TenantId.ShouldBe(company.Id);
        await AcceptAsync(world, token).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUsedUp);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    [Trait("Req", "IDN-12")]
    public async Task Accept_ExpiredReplacedWithdrawnOrForged_IsRefused(TestDatabase database)
    {
        var (world, company, administrator) = await StartAsync(database);
        var email = await InviteAsync(world, company, administrator);
        var replaced = world.Mail.TokenFor(email);
        var id = (await ListAsync(world, company, administrator)).Single(i => i.Email == email).Id;
        await world.AsAsync<IUserAppService>(company, administrator, u => u.ResendInvitationAsync(id));
        var current = world.Mail.TokenFor(email);
        current.ShouldNotBe(replaced);
        await AcceptAsync(world, replaced).ShouldBeRefusedAsync(IdentityErrorCodes.LinkReplaced);
        foreach (var wrong in new[] { current[..60] + (current[60] == 'A' ? 'B' : 'A') + current[61..], "", "x" })
        {
            await AcceptAsync(world, wrong).ShouldBeRefusedAsync(IdentityErrorCodes.LinkUnknown);
        }

        world.Clock.Advance(TimeSpan.FromDays(7.1));
        await AcceptAsync(world, current).ShouldBeRefusedAsync(IdentityErrorCodes.LinkExpired);
        (await ListAsync(world, company, administrator)).Single(i => i.Email == email).IsExpired.ShouldBeTrue();
        await world.AsAsync<IUserAppService>(company, administrator, u => u.ResendInvitationAsync(id));
        var last = world.Mail.TokenFor(email);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.WithdrawInvitationAsync(id));
        await AcceptAsync(world, last).ShouldBeRefusedAsync(IdentityErrorCodes.LinkRevoked);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Accept_ByExistingPerson_NeedsThatPersonsSignIn(TestDatabase database)
    {
        var (world, company, administrator) = await StartAsync(database);
        var (person, other) = (await world.PersonAsync(), await world.PersonAsync());
        await InviteAsync(world, company, administrator, email: person.Email);
        var token = world.Mail.TokenFor(person.Email);
        await AcceptAsync(world, token).ShouldBeRefusedAsync(IdentityErrorCodes.InvitationNeedsSignIn);
        await world.AsAsync<IInvitationAppService>(null, null, i => i.AcceptAsync(token)).ShouldBeRefusedAsync(IdentityErrorCodes.InvitationNeedsSignIn);
        await world.AsAsync<IInvitationAppService>(null, other, i => i.AcceptAsync(token)).ShouldBeRefusedAsync(IdentityErrorCodes.InvitationForOther);
        await world.AsAsync<IInvitationAppService>(null, person, i => i.AcceptAsync(token));
        (await world.AsAsync<IMembershipService, IReadOnlyList<Guid>>(company, null, m => m.GetMembersAsync())).ShouldContain(person.Id);
        await InviteAsync(world, company, administrator, email: person.Email).ShouldBeRefusedAsync(IdentityErrorCodes.AlreadyMember);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-01")]
    public async Task Accept_WeakOrDifferentPasswords_NamesTheField(TestDatabase database)
    {
        var (world, company, administrator) = await StartAsync(database);
        var email = await InviteAsync(world, company, administrator);
        var token = world.Mail.TokenFor(email);
        await RefusedAsync(Account with { Password = "short", RepeatPassword = "short" }, IdentityErrorCodes.PasswordTooShort, "Password");
        await RefusedAsync(Account with { RepeatPassword = "Another-horse-7" }, IdentityErrorCodes.PasswordsDiffer, "RepeatPassword");
        await RefusedAsync(Account with { Name = " " }, IdentityErrorCodes.Required, "Name");
        await RefusedAsync(Account with { Password = "Neuve-horse-7", RepeatPassword = "Neuve-horse-7" }, IdentityErrorCodes.PasswordPersonal, "Password");
        (await AcceptAsync(world, token)).ShouldBe(company.Slug, "refusals leave the invitation as it was");

        async Task RefusedAsync(NewAccountDto input, string code, string field)
        {
            var e = await Should.ThrowAsync<InputException>(() => world.AsAsync<IInvitationAppService>(null, null, i => i.AcceptAsNewAsync(token, input)));
            (e.Errors[0].Code, e.Errors[0].Field).ShouldBe((code, field));
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Invite_WrongInput_TellsEveryFieldAtOnce(TestDatabase database)
    {
        var (world, company, administrator) = await StartAsync(database);
        var act = world.AsAsync<IUserAppService>(company, administrator, u => u.InviteAsync(new InviteUserDto("Nina <n@x.example>", "", "xx", [])));
        var errors = (await Should.ThrowAsync<InputException>(act)).Errors.Select(e => (e.Field, e.Code));
        errors.ShouldBe(
        [
            ("Email", IdentityErrorCodes.EmailFormat), ("Name", IdentityErrorCodes.Required),
            ("Language", IdentityErrorCodes.LanguageUnknown), ("RoleIds", IdentityErrorCodes.RoleRequired),
        ]);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task Page_NewPerson_CorrectsThePasswordSignsInAndLandsInTheCompany(TestDatabase database)
    {
        var (world, company, administrator) = await StartAsync(database);
        var email = await InviteAsync(world, company, administrator);
        var path = $"/account/invitation/{world.Mail.TokenFor(email)}";
        using var browser = new Browser(world);
        (await browser.ReadAsync(path)).ShouldContain("action=\"?handler=Create\"", customMessage: "a generated address would be in lower case");
        using var refused = await CreateAsync("abc");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Input_Password-error");
        using var created = await CreateAsync(Person.Password);
        created.Headers.Location!.ToString().ShouldBe($"/account/sign-in?returnUrl={Uri.EscapeDataString($"/t/{company.Slug}")}", "no address in the address");
        (await browser.ReadAsync(created.Headers.Location!.ToString())).ShouldContain($"value=\"{email}\"");
        using var signedIn = await browser.SignInAsync(email, Person.Password, $"?returnUrl=%2Ft%2F{company.Slug}");
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.ReadAsync($"/t/{company.Slug}");
        (await browser.ReadDeadAsync(path)).ShouldContain("This link has been used");

        Task<HttpResponseMessage> CreateAsync(string password) => browser.PostAsync(
            path, $"{path}?handler=Create", ("Input.Name", "Nina"), ("Input.Password", password), ("Input.RepeatPassword", password));
    }

    private async Task<(World World, TenantInfo Company, Person Administrator)> StartAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        return (world, company, await world.PersonAsync(company, StandardRoles.Administrator));
    }

    private static async Task<string> InviteAsync(World world, TenantInfo company, Person administrator, string language = "en", string? email = null)
    {
        email ??= $"{Guid.CreateVersion7():N}@new.example";
        var role = await world.RoleAsync(company, StandardRoles.Reader);
        await world.AsAsync<IUserAppService>(company, administrator, u => u.InviteAsync(new InviteUserDto(email, "Nina", language, [role])));
        return email;
    }

    private static Task<string> AcceptAsync(World world, string token) =>
        world.AsAsync<IInvitationAppService, string>(null, null, i => i.AcceptAsNewAsync(token, Account));

    private static Task<IReadOnlyList<InvitationDto>> ListAsync(World world, TenantInfo company, Person administrator) =>
        world.AsAsync<IUserAppService, IReadOnlyList<InvitationDto>>(company, administrator, u => u.GetInvitationsAsync());
}
