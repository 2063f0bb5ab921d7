using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>A person at the browser: signs in, opens pages, and notices what a browser complains about.</summary>
internal sealed class Person : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _root;
    private readonly List<string> _complaints = [];

    private Person(IBrowserContext context, IPage page, string root)
    {
        (_context, Page, _root) = (context, page, root);
        Listen(page);
    }

    public IPage Page { get; }

    /// <summary>The host's address as browsers know it: they keep secure cookies of localhost.</summary>
    public static string RootOf(TestHost host) => host.Url.ToString().TrimEnd('/').Replace("127.0.0.1", "localhost");

    public static async Task<Person> SignInAsync(BrowserFixture browser, TestHost host, string name, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var person = await EnterAsync(browser, host, width, scheme);
        await person.OpenAsync("/account/sign-in");
        await person.Page.FillAsync("#Input_Email", DemoPeople.Email(name));
        await person.Page.FillAsync("#Input_Password", DemoPeople.Password(name));
        await person.Page.PressAsync("#Input_Password", "Enter");
        await person.Page.WaitForURLAsync("**/t/**");
        return person;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public static async Task<Person> EnterAsync(BrowserFixture browser, TestHost host, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await browser.OpenAsync(width, HeightFor(width), scheme);
        return new Person(context, await context.NewPageAsync(), RootOf(host));
    }

    public async Task<IResponse> OpenAsync(string path) => (await Page.GotoAsync(_root + path))!;

    /// <summary>Another tab of the same browser.</summary>
    public async Task<IPage> OpenTabAsync(string path)
    {
        var tab = await _context.NewPageAsync();
        Listen(tab);
        await tab.GotoAsync(_root + path);
        return tab;
    }

    /// <summary>Checks WCAG 2.2 AA and that nothing is wider than the window, and keeps a picture.</summary>
    public async Task LookAsync(string picture, IPage? page = null, bool axe = true)
    {
        page ??= Page;
        // A picture of a page that is scrolled shows what is hidden above the window.
        await page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures(), $"{picture}.png"), FullPage = true, Caret = ScreenshotCaret.Initial });
        if (axe)
        {
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty($"axe on {page.Url} ({picture})");
        }

        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue($"{page.Url} scrolls sideways ({picture})");
        _complaints.ShouldBeEmpty($"the browser complains on {page.Url}");
    }

    /// <summary>The same at desk and phone width; axe reads the narrow one, and what the wide one adds, the shell, in <see cref="Appearance_Tests"/>.</summary>
    public async Task LookAtBothWidthsAsync(string picture)
    {
        foreach (var width in new[] { 390, 1440 })
        {
            await Page.SetViewportSizeAsync(width, HeightFor(width));
            await LookAsync($"{picture}-{width}", axe: width == 390);
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Listen(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of 4"))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    private static int HeightFor(int width) => width < 500 ? 844 : 900;

    private static string Pictures() => Directory.CreateDirectory(Path.Combine(TestEnvironment.Root, "artifacts", "screenshots")).FullName;
}
