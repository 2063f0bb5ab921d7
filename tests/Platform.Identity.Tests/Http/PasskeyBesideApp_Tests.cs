using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>What somebody who knows the password only cannot do to a person with a passkey, by way of an app.</summary>
[Trait("Req", "IDN-06")]
public sealed class PasskeyBesideApp_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    private const string Page = PasskeyPages.Page;

    [Theory, Databases]
    public async Task Begin_WithoutAFreshFactor_SetsNoAppUp(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, _, browser) = await PasskeyPages.PersonAsync(world);
        using var answer = await browser.PostAsync(Page, $"{Page}?handler=Begin", ("Password", Person.Password));
        answer.Headers.Location!.ToString().ShouldStartWith("/account/confirm");
        await world.AsAsync<ISecondFactorAppService>(null, person, s => s.BeginAsync(Person.Password)).ShouldThrowAsync<FreshProofRequiredException>();
    }

    [Theory, Databases]
    public async Task Code_OfAnAppNotConfirmed_OpensNothing(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, browser) = (await world.PersonAsync(), new Browser(world));
        using var opened = browser;
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        var app = await App.BeginAsync(world, browser);
        using var key = new SecurityKey();
        var codes = await PasskeyPages.AddAsync(world, browser, key);
        (await VerifyAsync(world, person, app.Code())).ShouldBeFalse("begun before the passkey, and never confirmed");
        using (var confirmed = await browser.PostAsync(Page, $"{Page}?handler=Confirm", ("Code", codes[0])))
            confirmed.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a recovery code shows no app");
        (await VerifyAsync(world, person, codes[0])).ShouldBeTrue("nor is it used up by that");
        using (var confirmed = await browser.PostAsync(Page, $"{Page}?handler=Confirm", ("Code", app.Code())))
            confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await VerifyAsync(world, person, app.Code(1))).ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task Disable_WithoutAnApp_FindsNone(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, _, _) = await PasskeyPages.PersonAsync(world);
        await world.AsAsync<ISecondFactorAppService>(null, person, s => s.DisableAsync("000000")).ShouldThrowAsync<EntityNotFoundException>();
    }

    private static Task<bool> VerifyAsync(World world, Person person, string code) => world.Host.RunAsync(
        null, null, s => s.GetRequiredService<ISecondFactorService>().VerifyAsync(person.Id, code));
}
