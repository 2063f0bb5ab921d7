using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestBase;

namespace Platform.EndToEnd.Tests;

/// <summary>Every page of the host once, found by following links.</summary>
internal sealed class PageWalk(TestHost host)
{
    private readonly Queue<(string Path, string Page)> _ahead = new();
    private readonly HashSet<string> _met = [];
    private readonly IReadOnlyList<RoutePattern> _pages =
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => new RoutePattern(e.RoutePattern.RawText!.Trim('/')))
            .DistinctBy(p => p.Text).OrderBy(p => p.Text.Count(c => c == '{')),
    ];

    /// <summary>Pages that no link led to, by their routes.</summary>
    public IEnumerable<string> Unmet => _pages.Select(p => p.Text).Where(p => !_met.Contains(p)).Order(StringComparer.Ordinal);

    /// <summary>Notes addresses; the first of a page not met before will be walked to.</summary>
    public void Add(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            if (_pages.FirstOrDefault(p => p.Matches(path.Split('?', '#')[0])) is { } page && _met.Add(page.Text))
            {
                _ahead.Enqueue((path, page.Text));
            }
        }
    }

    /// <summary>The next address, and its page in words that a file may be named after; null at the end.</summary>
    public (string Path, string Page)? Next() =>
        _ahead.TryDequeue(out var next) ? (next.Path, string.Join('-', next.Page.Split('/').Select(s => s.Trim('{', '}').Split(':')[0]))) : null;

    private sealed class RoutePattern(string text)
    {
        private readonly TemplateMatcher _matcher = new(TemplateParser.Parse(text), []);

        public string Text => text;

        // Literal pages come first, so a constraint never has to decide between two.
        public bool Matches(string path) => _matcher.TryMatch(path, []);
    }
}
