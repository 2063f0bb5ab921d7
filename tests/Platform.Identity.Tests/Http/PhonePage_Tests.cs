using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Collection(nameof(Proxied))]
[Trait("Req", "IDN-05")]
public sealed class PhonePage_Tests(ProxiedHosts hosts)
{
    private const string Profile = "/account/profile";

    [Theory, Databases]
    public async Task Number_WithTheCodeSentToIt_CountsAndIsToldByMail(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        var number = world.NewNumber();
        using var browser = await world.SignedInAsync(person, Places.Home);
        var offer = await browser.ReadAsync(Profile);
        offer.ShouldContain("Text messages can be read or diverted");
        offer.ShouldContain("href=\"/account/second-factor\"");
        (await SetAsync(browser, number)).ShouldBe(HttpStatusCode.Redirect);
        (await NumberAsync(world, person)).ShouldBeNull("not confirmed");
        (await ConfirmAsync(browser, world.Sms.CodeFor(number) == "000000" ? "111111" : "000000")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ConfirmAsync(browser, world.Sms.CodeFor(number))).ShouldBe(HttpStatusCode.Redirect);
        (await NumberAsync(world, person)).ShouldBe(Phone.Mask(number));
        (await browser.ReadAsync(Profile)).ShouldNotContain(number[3..]);
        world.Mail.To(person.Email).ShouldHaveSingleItem().Text.ShouldContain(Phone.Mask(number));
        JsonSerializer.Serialize(world.Audit.Records.Where(r => r.User.Id == person.Id)).ShouldNotContain(number[1..]);
        (await ConfirmAsync(browser, world.Sms.CodeFor(number))).ShouldBe(HttpStatusCode.UnprocessableEntity, "used");
        using (await browser.PostAsync(Profile, $"{Profile}?handler=RemovePhone"))
            (await NumberAsync(world, person)).ShouldBeNull();
        world.Audit.Of(person.Id, "Identity.Phone.Removed").ShouldHaveSingleItem();
    }

    [Theory, Databases]
    public async Task Number_LongAfterSignIn_NeedsAFreshProof(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        var number = world.NewNumber();
        using var browser = await world.SignedInAsync(person, Places.Home);
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        using var stale = await browser.PostAsync(Profile, $"{Profile}?handler=Phone", ("PhoneForm.Number", number));
        stale.Headers.Location!.ToString().ShouldStartWith("/account/confirm");
        world.Sms.To(number).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Number_FromAnAddressACompanyDoesNotKnow_IsNotChanged(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        var company = await world.CompanyAsync();
        await world.JoinAsync(person, company, StandardRoles.Reader);
        await world.RestrictAsync(company);
        var number = world.NewNumber();
        using var browser = await world.SignedInAsync(person, Places.Home);
        (await SetAsync(browser, number)).ShouldBe(HttpStatusCode.UnprocessableEntity, "a thief's telephone would open the company");
        world.Sms.To(number).ShouldBeEmpty();
        browser.MoveTo(Places.Office);
        (await SetAsync(browser, number)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("06 12 34 56 78")]
    [InlineData("+33 1 42 68 53 00")]
    public async Task Number_ThatTakesNoMessages_IsRefusedBesideTheField(string number)
    {
        var (world, person) = await PersonAsync(TestDatabase.Sqlite);
        using var browser = await world.SignedInAsync(person, Places.Home);
        using var answer = await browser.PostAsync(Profile, $"{Profile}?handler=Phone", ("PhoneForm.Number", number));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("PhoneForm_Number-error");
    }

    [Theory, Databases]
    [Trait("Req", "OPS-07")]
    public async Task Api_OfThePerson_SetsConfirmsAndRemoves(TestDatabase database)
    {
        var (world, person) = await PersonAsync(database);
        var number = world.NewNumber();
        var token = (await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Till", null, null, 30)))).Token;
        using var client = world.Host.CreateClient(token);
        var cancel = TestContext.Current.CancellationToken;
        var path = new Uri("/api/me/phone", UriKind.Relative);
        (await client.PostAsJsonAsync(path, new { number }, cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetFromJsonAsync<PhoneDto>(path, cancel)).ShouldBe(new PhoneDto(null, Phone.Mask(number), true));
        (await client.PostAsJsonAsync(new Uri("/api/me/phone/confirm", UriKind.Relative), new { code = world.Sms.CodeFor(number) }, cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetFromJsonAsync<PhoneDto>(path, cancel)).ShouldBe(new PhoneDto(Phone.Mask(number), null, true));
        (await client.DeleteAsync(path, cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await NumberAsync(world, person)).ShouldBeNull();
    }

    private async Task<(World World, Person Person)> PersonAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        return (world, await world.PersonAsync());
    }

    private static async Task<string?> NumberAsync(World world, Person person) =>
        (await world.Host.RunAsync(null, person.Info with { SessionId = Guid.CreateVersion7() }, s => s.GetRequiredService<IPhoneAppService>().GetAsync())).Number;

    private static async Task<HttpStatusCode> SetAsync(Browser browser, string number)
    {
        using var answer = await browser.PostAsync(Profile, $"{Profile}?handler=Phone", ("PhoneForm.Number", number));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> ConfirmAsync(Browser browser, string code)
    {
        using var answer = await browser.PostAsync(Profile, $"{Profile}?handler=ConfirmPhone", ("PhoneForm.Code", code));
        return answer.StatusCode;
    }
}
