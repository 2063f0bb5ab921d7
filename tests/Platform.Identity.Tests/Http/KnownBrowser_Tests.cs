using System.Net;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-02")]
public sealed class KnownBrowser_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task SignIn_WhileAStrangerGuesses_OpensInTheOwnersBrowserOnly(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        using var home = new Browser(world);
        (await StatusAsync(home, person, Person.Password)).ShouldBe(HttpStatusCode.Redirect);
        using (await home.PostAsync("/account/sessions", "/account/sign-out"))
        {
        }

        using var stranger = new Browser(world);
        for (var i = 0; i < 5; i++)
            (await StatusAsync(stranger, person, "Wrong-guess-1")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await StatusAsync(stranger, person, Person.Password)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await StatusAsync(home, person, Person.Password)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Confirmation_WhileAStrangerGuesses_TakesTheOwnersPassword(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        using var home = new Browser(world);
        (await StatusAsync(home, person, Person.Password)).ShouldBe(HttpStatusCode.Redirect);
        for (var i = 0; i < 5; i++)
            (await world.SignInAsync(person.Email, "Wrong-guess-1")).ShouldBeNull();
        (await ConfirmAsync(home, Person.Password)).ShouldBe(HttpStatusCode.Redirect);
        for (var i = 0; i < 5; i++)
            (await ConfirmAsync(home, "Wrong-guess-1")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ConfirmAsync(home, Person.Password)).ShouldBe(HttpStatusCode.UnprocessableEntity, "five guesses in an open session are as many as anywhere");
    }

    private static async Task<HttpStatusCode> StatusAsync(Browser browser, Person person, string password)
    {
        using var answer = await browser.SignInAsync(person.Email, password);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> ConfirmAsync(Browser browser, string proof)
    {
        using var answer = await browser.PostAsync("/account/confirm", "/account/confirm", ("Proof", proof));
        return answer.StatusCode;
    }
}
