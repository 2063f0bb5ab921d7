using Microsoft.Playwright;

namespace Platform.EndToEnd.Tests;

/// <summary>axe-core, run from outside the page so that the content security policy stays in force.</summary>
internal static class Axe
{
    private static readonly string Source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    private const string Run = """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
          .violations.map(v => v.id + ' (' + v.nodes.length + '): ' + v.nodes[0].html.slice(0, 200))
        """;

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Source);
        return await page.EvaluateAsync<string[]>(Run);
    }
}
