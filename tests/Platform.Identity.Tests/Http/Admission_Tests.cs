using System.Net;
using System.Text.Json;
using Platform.Kernel;
using Platform.TestBase;
using static Platform.Identity.Tests.AdmissionPages;

namespace Platform.Identity.Tests;

/// <summary>The code by which somebody gets in from an unknown address.</summary>
[Collection(nameof(Proxied))]
[Trait("Req", "IDN-05")]
public sealed class Admission_Tests(ProxiedHosts hosts)
{
    private static readonly string[] Administrator = [StandardRoles.Administrator];

    [Theory, Databases]
    public async Task UnknownAddress_CodeToThePerson_OpensThisCompanyInThisSessionFromThere(TestDatabase database)
    {
        var (world, company, person, number) = await RestrictedAsync(database);
        var elsewhere = await world.CompanyAsync();
        await world.JoinAsync(person, elsewhere, Administrator);
        using var browser = await world.SignedInAsync(person, Places.Office);
        await browser.ReadAsync(Page(company));
        browser.MoveTo(Places.Home);
        using (var stopped = await browser.GetAsync($"{Page(company)}?edit=true"))
            stopped.Headers.Location!.ToString().ShouldBe($"{Door(company)}?returnUrl={Uri.EscapeDataString($"{Page(company)}?edit=true")}");
        await browser.ReadAsync(Page(elsewhere));
        var door = await browser.ReadAsync(Door(company));
        door.ShouldContain(Places.Home);
        door.ShouldContain(number[^2..]);
        door.ShouldNotContain(number);
        world.Sms.To(number).ShouldBeEmpty("opening the page sends nothing");
        await SendAsync(browser, company);
        world.Sms.To(number).ShouldHaveSingleItem().Text.ShouldContain(Places.Home);
        (await EnterAsync(browser, company, "000000")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await EnterAsync(browser, company, world.Sms.CodeFor(number))).ShouldBe(HttpStatusCode.Redirect);
        await browser.ReadAsync(Page(company));

        browser.MoveTo("203.0.113.10");
        await ShouldBeStoppedAsync(browser, company);
        using (var another = await world.SignedInAsync(person, Places.Home))
            await ShouldBeStoppedAsync(another, company);
        browser.MoveTo(Places.Home);
        await browser.ReadAsync(Page(company));
    }

    [Theory, Databases]
    public async Task Admission_Always_IsOnRecordAndToldToTheAdministrators(TestDatabase database)
    {
        var (world, company, person, number) = await RestrictedAsync(database, StandardRoles.Reader);
        var admin = await world.PersonAsync(company, Administrator);
        using var browser = await world.SignedInAsync(person, Places.Home);
        await SendAsync(browser, company);
        await EnterAsync(browser, company, "000000");
        await EnterAsync(browser, company, world.Sms.CodeFor(number));
        foreach (var act in new[] { "CodeSent", "Failed", "Granted" })
        {
            var record = world.Audit.Of(person.Id, $"Identity.Admission.{act}").ShouldHaveSingleItem(act);
            (record.TenantId, record.User.Id, record.User.ClientAddress).ShouldBe((company.Id, person.Id, Places.Home), act);
            JsonSerializer.Serialize(record).ShouldNotContain(number);
        }

        var alert = (await world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(company, admin, a => a.GetListAsync())).ShouldHaveSingleItem();
        (alert.Kind, alert.UserId, alert.Address).ShouldBe(("AddressAdmitted", person.Id, Places.Home));
        world.Mail.To(admin.Email).ShouldHaveSingleItem().Text.ShouldContain(Places.Home);
    }

    [Theory, Databases]
    public async Task Code_UsedReplacedExpiredOrOfAnotherPlace_OpensNothing(TestDatabase database)
    {
        var (world, company, person, number) = await RestrictedAsync(database);
        using var browser = await world.SignedInAsync(person, Places.Home);
        using var thief = await world.SignedInAsync(person, Places.Home);
        await SendAsync(browser, company);
        var former = world.Sms.CodeFor(number);
        await SendAsync(browser, company);
        var code = world.Sms.CodeFor(number);
        await SendAsync(thief, company);
        if (former != code)
            (await EnterAsync(browser, company, former)).ShouldBe(HttpStatusCode.UnprocessableEntity, "another one was sent");
        (await EnterAsync(thief, company, code)).ShouldBe(HttpStatusCode.UnprocessableEntity, "of another session");
        browser.MoveTo("203.0.113.10");
        (await PostCodeAsync(browser, company, code)).ShouldBe(HttpStatusCode.UnprocessableEntity, "from another address");
        browser.MoveTo(Places.Home);
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        (await PostCodeAsync(browser, company, code)).ShouldBe(HttpStatusCode.UnprocessableEntity, "too late");
        await SendAsync(browser, company);
        (await EnterAsync(browser, company, world.Sms.CodeFor(number))).ShouldBe(HttpStatusCode.Redirect);
        browser.MoveTo("203.0.113.10");
        await ShouldBeStoppedAsync(browser, company);
        (await PostCodeAsync(browser, company, world.Sms.CodeFor(number))).ShouldBe(HttpStatusCode.UnprocessableEntity, "used");
    }

    [Theory, Databases]
    public async Task Code_FiveWrongTries_RefusesTheRightOne(TestDatabase database)
    {
        var (world, company, person, number) = await RestrictedAsync(database);
        using var browser = await world.SignedInAsync(person, Places.Home);
        await SendAsync(browser, company);
        var right = world.Sms.CodeFor(number);
        var wrong = right == "111111" ? "222222" : "111111";
        for (var i = 0; i < 5; i++)
            (await EnterAsync(browser, company, wrong)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await EnterAsync(browser, company, right)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        for (var i = 0; i < 4; i++)
            await SendAsync(browser, company);
        using var sixth = await browser.PostAsync(Door(company), $"{Door(company)}?handler=Send");
        sixth.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        world.Sms.To(number).Count.ShouldBe(5, "an hour");
        world.Clock.Advance(TimeSpan.FromHours(1));
        await browser.SignInAsync(person.Email, Person.Password);
        await SendAsync(browser, company);
    }

    [Theory, Databases]
    public async Task UnknownAddress_CodeOnItsWayToThePersonWhenTheSettingChanges_OpensNothing(TestDatabase database)
    {
        var (world, company, person, number) = await RestrictedAsync(database);
        using var browser = await world.SignedInAsync(person, Places.Home);
        await SendAsync(browser, company);
        await world.SetAsync(company, IdentitySettings.AddressesCodeToAdministrators, "true");
        (await PostCodeAsync(browser, company, world.Sms.CodeFor(number))).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<(World World, TenantInfo Company, Person Person, string Number)> RestrictedAsync(TestDatabase database, string role = StandardRoles.Administrator)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var person = await world.PersonAsync(company, role);
        await world.RestrictAsync(company);
        return (world, company, person, await world.GivePhoneAsync(person));
    }
}
