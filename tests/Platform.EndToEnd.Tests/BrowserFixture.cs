using Microsoft.Playwright;
using Platform.TestBase;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>One Chromium for all browser tests. Missing, it fails them where CI is "true" and skips them elsewhere.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _launching = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    // The build without windows first, as Playwright itself does: that of people's desks ended by itself now and then in a long run.
    private static string? Chromium =>
        new[] { Environment.GetEnvironmentVariable("PLATFORM_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
        {
            return;
        }

        // What a browser that crashes says last is to stand in the log.
        Environment.SetEnvironmentVariable("DEBUG", Environment.GetEnvironmentVariable("DEBUG") ?? "pw:browser");
        _playwright = await Playwright.CreateAsync();
        _browser = await LaunchAsync();
    }

    /// <summary>A browser of one person's own, in English.</summary>
    public async Task<IBrowserContext> OpenAsync(int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        if (_browser is null && TestEnvironment.IsContinuousIntegration)
        {
            throw new InvalidOperationException("Chromium is missing: the test command installs it.");
        }

        Assert.SkipWhen(_browser is null, "Chromium is not installed");
        var browser = await ConnectedAsync();
        return await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "en-GB", ColorScheme = scheme });
    }

    // One that crashed fails the tests that were using it, and not those after them.
    private async Task<IBrowser> ConnectedAsync()
    {
        await _launching.WaitAsync();
        try
        {
            return _browser!.IsConnected ? _browser : _browser = await LaunchAsync();
        }
        finally
        {
            _launching.Release();
        }
    }

    private Task<IBrowser> LaunchAsync() => _playwright!.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = Arguments });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
