using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Kernel;
using Platform.TestBase;
using static Platform.Identity.Tests.AdmissionPages;

namespace Platform.Identity.Tests;

/// <summary>Who is let in from where, and who is not.</summary>
[Collection(nameof(Proxied))]
[Trait("Req", "IDN-05")]
public sealed class AdmissionPlace_Tests(ProxiedHosts hosts)
{
    private static readonly string[] Administrator = [StandardRoles.Administrator];

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
}
