using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-05")]
public sealed class Admission_Tests(ProxiedHosts hosts) : IClassFixture<ProxiedHosts>
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
    public async Task UnknownAddress_CodeToAdministrators_SaysWhoAsksAndAddsTheAddress(TestDatabase database)
    {
        var (world, company, person, own) = await RestrictedAsync(database, StandardRoles.Reader);
        var (admin, silent) = (await world.PersonAsync(company, Administrator), await world.PersonAsync(company, Administrator));
        var number = await world.GivePhoneAsync(admin);
        await world.SetAsync(company, IdentitySettings.AddressesCodeToAdministrators, "true");
        await world.SetAsync(company, IdentitySettings.AddressesAddToList, "true");
        using var browser = await world.SignedInAsync(person, "2001:db8:1:2::7");
        await SendAsync(browser, company);
        (world.Sms.To(own).Count, world.Sms.To(number).Count).ShouldBe((0, 1));
        var text = world.Sms.To(number)[0].Text;
        (text.Contains(person.Name), text.Contains(company.Name), text.Contains("2001:db8:1:2::7")).ShouldBe((true, true, true), text);
        (await EnterAsync(browser, company, world.Sms.CodeFor(number))).ShouldBe(HttpStatusCode.Redirect);
        var list = await world.AsAsync<IAllowedAddressAppService, AllowedAddressesDto>(company, silent, a => a.GetAsync(SettingPlace.Entity));
        list.Own[^1].Network.ShouldBe("2001:db8:1:2::/64", "of IPv6 the network of one subscriber");
        using var colleague = await world.SignedInAsync(silent, "2001:db8:1:2::8");
        await colleague.ReadAsync(Page(company));
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

    [Theory, Databases]
    public async Task Address_RememberedForDays_OpensOtherSessionsOfThatPersonUntilThen(TestDatabase database)
    {
        var (world, company, person, number) = await RestrictedAsync(database);
        var colleague = await world.PersonAsync(company, Administrator);
        await world.SetAsync(company, IdentitySettings.AddressesRememberDays, "7");
        using var browser = await world.SignedInAsync(person, Places.Home);
        await SendAsync(browser, company);
        await EnterAsync(browser, company, world.Sms.CodeFor(number));
        using (var later = await world.SignedInAsync(person, Places.Home))
            await later.ReadAsync(Page(company));
        using (var other = await world.SignedInAsync(colleague, Places.Home))
            await ShouldBeStoppedAsync(other, company);
        world.Clock.Advance(TimeSpan.FromDays(7));
        using var weekLater = await world.SignedInAsync(person, Places.Home);
        await ShouldBeStoppedAsync(weekLater, company);
    }

    [Theory, Databases]
    public async Task UnknownAddress_NoTelephoneAnywhere_SaysWhomToAskAndTellsThemOnce(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (person, admin) = (await world.PersonAsync(company, StandardRoles.Reader), await world.PersonAsync(company, Administrator));
        await world.RestrictAsync(company);
        using var browser = await world.SignedInAsync(person, Places.Home);
        (await browser.ReadAsync(Door(company))).ShouldContain(admin.Name);
        for (var i = 0; i < 2; i++)
        {
            using var told = await browser.PostAsync(Door(company), $"{Door(company)}?handler=Send");
            told.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var alerts = await world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(company, admin, a => a.GetListAsync());
        (alerts.ShouldHaveSingleItem().Kind, alerts[0].Count).ShouldBe(("AddressNoPhone", 2));
        world.Mail.To(admin.Email).ShouldHaveSingleItem();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-15")]
    public async Task ApiToken_FromAnUnknownAddress_IsForbiddenAndNothingIsSent(TestDatabase database)
    {
        var (world, company, person, number) = await RestrictedAsync(database);
        var token = (await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Till", company.Id, null, 30)))).Token;
        (await CallAsync(Places.Office)).Status.ShouldBe(HttpStatusCode.OK);
        (await CallAsync($"::ffff:{Places.Office}")).Status.ShouldBe(HttpStatusCode.OK);
        (await CallAsync(Places.Home)).ShouldBe((HttpStatusCode.Forbidden, IdentityErrorCodes.AddressUnknown));
        (await CallAsync(Places.Office, peer: "203.0.113.66")).ShouldBe((HttpStatusCode.Forbidden, IdentityErrorCodes.AddressUnknown), "said by somebody who is no proxy");
        (await CallAsync($"{Places.Office}, {Places.Home}")).Status.ShouldBe(HttpStatusCode.Forbidden, "only the nearest proxy's word counts");
        world.Sms.To(number).ShouldBeEmpty();

        async Task<(HttpStatusCode Status, string? Code)> CallAsync(string address, string? peer = null)
        {
            using var client = world.Host.CreateClient(token);
            client.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", address);
            if (peer is not null)
                client.DefaultRequestHeaders.Add(ProxiedHosts.PeerHeader, peer);
            using var answer = await client.GetAsync(new Uri($"/api/t/{company.Slug}/allowed-addresses", UriKind.Relative));
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return (answer.StatusCode, body.TryGetProperty("code", out var code) ? code.GetString() : null);
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    public async Task PartialRequestAndForm_FromAnUnknownAddress_ReachNothing(TestDatabase database)
    {
        var (world, company, person, _) = await RestrictedAsync(database);
        using var browser = await world.SignedInAsync(person, Places.Office);
        var before = await world.AsAsync<IAllowedAddressAppService, AllowedAddressesDto>(company, person, a => a.GetAsync(SettingPlace.Entity));
        using (var partial = await browser.GetPartAsync(Page(company), Places.Home))
            partial.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        browser.MoveTo(Places.Office);
        using var posted = await browser.PostAsync(Page(company), Page(company), () => browser.MoveTo(Places.Home), ("Input.Network", Places.Home), ("Input.Label", "Mine"));
        posted.Headers.Location!.ToString().ShouldStartWith(Door(company));
        (await world.AsAsync<IAllowedAddressAppService, AllowedAddressesDto>(company, person, a => a.GetAsync(SettingPlace.Entity))).Own.Count.ShouldBe(before.Own.Count);
    }

    private async Task<(World World, TenantInfo Company, Person Person, string Number)> RestrictedAsync(TestDatabase database, string role = StandardRoles.Administrator)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var person = await world.PersonAsync(company, role);
        await world.RestrictAsync(company);
        return (world, company, person, await world.GivePhoneAsync(person));
    }

    private static string Page(TenantInfo company) => $"/t/{company.Slug}/security/addresses";

    private static string Door(TenantInfo company) => $"/t/{company.Slug}/admission";

    private static async Task ShouldBeStoppedAsync(Browser browser, TenantInfo company)
    {
        using var answer = await browser.GetAsync(Page(company));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldStartWith(Door(company));
    }

    private static async Task SendAsync(Browser browser, TenantInfo company)
    {
        using var answer = await browser.PostAsync(Door(company), $"{Door(company)}?handler=Send");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task<HttpStatusCode> EnterAsync(Browser browser, TenantInfo company, string code)
    {
        (await browser.ReadAsync(Door(company))).ShouldContain("one-time-code");
        return await PostCodeAsync(browser, company, code);
    }

    private static async Task<HttpStatusCode> PostCodeAsync(Browser browser, TenantInfo company, string code)
    {
        using var answer = await browser.PostAsync(Door(company), Door(company), ("Code", code));
        return answer.StatusCode;
    }
}
