using Microsoft.Playwright;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Main pages at desk and phone width, light and dark: axe finds nothing, nothing scrolls sideways.</summary>
[Trait("Req", "OPS-06")]
public sealed class Appearance_Tests(BrowserFixture browser, AppearanceHost appearance) : IClassFixture<AppearanceHost>
{
    private static readonly string[] Pages =
    [
        "", "/customers", "/customers/new", "/mandates", "/mandates/new", "/imports", "/collections", "/remittances", "/remittances/new", "/creditor-accounts", "/users", "/roles",
        "/audit", "/settings/company", "/links", "/notifications", "/consents", "/vault/keys", "/ledger",
    ];

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Pages_AtEveryWidthAndTheme_AreAccessible(int width, ColorScheme scheme)
    {
        await using var amelie = await Person.SignInAsync(browser, appearance.Host, "amelie", width, scheme);
        foreach (var page in Pages)
        {
            (await amelie.OpenAsync("/t/lefevre" + page)).Status.ShouldBe(200, page);
            await amelie.LookAsync($"{width}-{scheme}-{(page.Length == 0 ? "dashboard" : page.Trim('/').Replace('/', '-'))}");
        }

        await amelie.OpenAsync("/account/profile");
        await amelie.LookAsync($"{width}-{scheme}-profile");
    }
}

/// <summary>One host for all widths and themes: looking changes nothing.</summary>
public sealed class AppearanceHost : IAsyncLifetime
{
    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Kestrel: true));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
