using System.Net;
using System.Text.RegularExpressions;

namespace Platform.Identity.Tests;

/// <summary>An authenticator app: what the person's phone would show.</summary>
internal sealed partial class App(World world, byte[] key)
{
    public string Code(int stepsLater = 0) => Totp.CodeAt(key, Totp.StepAt(world.Clock.GetUtcNow()) + stepsLater);

    /// <summary>Sets one up on the page of a browser that is signed in.</summary>
    /// <returns>The app and the recovery codes.</returns>
    public static async Task<(App App, IReadOnlyList<string> Codes)> SetUpAsync(World world, Browser browser)
    {
        var app = await BeginAsync(world, browser);
        using var answer = await browser.PostAsync("/account/second-factor", "/account/second-factor?handler=Confirm", ("Code", app.Code()));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var codes = RecoveryCodeText().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Value).Distinct().ToList();
        // The next code of this app is of a later step: the one of this step is used.
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return (app, codes);
    }

    /// <summary>A new person with an app and recovery codes.</summary>
    public static async Task<(Person Person, App App, IReadOnlyList<string> Codes)> OfSomebodyAsync(World world)
    {
        var person = await world.PersonAsync();
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        var (app, codes) = await SetUpAsync(world, browser);
        return (person, app, codes);
    }

    /// <summary>An app that waits for its confirmation.</summary>
    public static async Task<App> BeginAsync(World world, Browser browser)
    {
        using (await browser.PostAsync("/account/second-factor", "/account/second-factor?handler=Begin", ("Password", Person.Password)))
        {
        }

        var setup = await browser.ReadAsync("/account/second-factor");
        setup.ShouldContain("<svg");
        return new App(world, Decode(KeyText().Match(setup).Groups[1].Value));
    }

    private static byte[] Decode(string text)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Where(c => c != ' ').Select(c => Convert.ToString(alphabet.IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => Convert.ToByte(new string(c), 2))];
    }

    [GeneratedRegex("id=\"setup-key\">([A-Z2-7 ]+)<")]
    private static partial Regex KeyText();

    [GeneratedRegex("(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")]
    private static partial Regex RecoveryCodeText();
}
