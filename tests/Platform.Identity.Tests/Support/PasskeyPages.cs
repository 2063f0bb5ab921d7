using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Identity.Tests;

/// <summary>What the pages' script does, and the same without pages.</summary>
internal static partial class PasskeyPages
{
    public const string Page = "/account/second-factor";
    private const string Question = "PasskeyQuestion";

    /// <summary>Adds one on the page of a browser that is signed in.</summary>
    /// <returns>Recovery codes on the page that answers.</returns>
    public static async Task<IReadOnlyList<string>> AddAsync(World world, Browser browser, SecurityKey key, string name = "Laptop")
    {
        using var answer = await TryAddAsync(world, browser, key, name);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect);
        return [.. CodeText().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Value).Distinct()];
    }

    public static async Task<HttpResponseMessage> TryAddAsync(World world, Browser browser, SecurityKey key, string name)
    {
        var options = await AskAsync(world, browser, Page, ("Passkey.Name", name));
        return await browser.PostAsync(Page, $"{Page}?handler=AddPasskey", ("Passkey.Name", name), ("Passkey.Credential", key.Create(options)));
    }

    /// <summary>Answers a page's question.</summary>
    public static async Task<HttpResponseMessage> AnswerAsync(World world, Browser browser, string page, SecurityKey key)
    {
        var credential = key.Get(await AskAsync(world, browser, page));
        return await browser.PostAsync(page, With(page, "Passkey"), ("Credential", credential));
    }

    public static async Task<string> AskAsync(World world, Browser browser, string page, params (string, string)[] fields)
    {
        // Two questions at one moment happen on clocks that stand still only.
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        using var asked = await browser.PostAsync(page, With(page, Question), fields);
        asked.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await asked.Content.ReadAsStringAsync();
    }

    /// <summary>A person with a passkey, and the browser in which they added it.</summary>
    public static async Task<(Person Person, SecurityKey Key, Browser Browser)> PersonAsync(World world, uint count = 0)
    {
        var (person, browser, key) = (await world.PersonAsync(), new Browser(world), new SecurityKey { Count = count });
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        (await AddAsync(world, browser, key)).Count.ShouldBe(10);
        return (person, key, browser);
    }

    public static Task<PasskeyQuestion> AskAsync(World world, Guid? person = null)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return world.Host.RunAsync(null, null, s => s.GetRequiredService<IPasskeyService>().AskAsync(person));
    }

    public static Task<AuthenticatedPerson?> SignInAsync(World world, PasskeyAnswer answer, string? address = null) => world.Host.RunAsync(
        null, new CurrentUserInfo(ClientAddress: address), s => s.GetRequiredService<IPasskeyService>().SignInAsync(answer));

    public static async Task<AuthenticatedPerson?> SignInAsync(World world, SecurityKey key, string? address = null)
    {
        var question = await AskAsync(world);
        return await SignInAsync(world, new PasskeyAnswer(key.Get(question.Options), question.State), address);
    }

    public static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static string With(string page, string handler) => $"{page}{(page.Contains('?') ? '&' : '?')}handler={handler}";

    [GeneratedRegex("(?:[A-Z2-7]{4}-){6}[A-Z2-7]{2}")]
    private static partial Regex CodeText();
}
