using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>What the layout shows around a page: the menu for this person here, and the bell.</summary>
internal sealed class Shell(
    IEnumerable<IMenuContributor> contributors,
    IEnumerable<INotificationSource> sources,
    IEnumerable<IBannerSource> banners,
    IPermissionChecker permissions,
    IStringLocalizerFactory texts,
    ICurrentTenant tenant,
    ILogger<Shell> logger) : IScopedDependency
{
    public async Task<IReadOnlyList<ShellMenuGroup>> GetMenuAsync(PathString path, PathString pathBase, CancellationToken cancellationToken)
    {
        var visible = new List<(MenuItem Item, Type Resource)>();
        foreach (var (item, resource) in contributors.SelectMany(c => c.GetItems().Select(i => (i, c.ResourceType))))
        {
            if (tenant.Tenant?.ClosedAt is null && UrlOf(item) is not null && (item.Permission is null || await permissions.IsGrantedAsync(item.Permission, cancellationToken)))
            {
                visible.Add((item, resource));
            }
        }

        var active = visible.Select(v => UrlOf(v.Item)!).Where(url => Covers(url, path)).MaxBy(url => url.Length);
        return [.. visible.OrderBy(v => v.Item.Order).GroupBy(v => v.Item.Group).OrderBy(g => g.Key is not null).Select(ToGroup)];

        ShellMenuGroup ToGroup(IGrouping<string?, (MenuItem Item, Type Resource)> group) =>
            new(group.Key is null ? null : Text(group.Key, group.First().Resource), [.. group.Select(v => ToLink(v.Item, v.Resource))]);

        ShellMenuLink ToLink(MenuItem item, Type resource) =>
            new(Text(item.TextKey, resource), pathBase + UrlOf(item), item.Icon, UrlOf(item) == active);
    }

    public async Task<IReadOnlyList<ShellNotification>> GetNotificationsAsync(CancellationToken cancellationToken)
    {
        var result = new List<ShellNotification>();
        foreach (var source in sources)
        {
            try
            {
                result.AddRange(await source.GetAsync(cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Notification source {Source} failed", source.GetType().FullName);
            }
        }

        return [.. result.OrderByDescending(n => n.Severity)];
    }

    public async Task<IReadOnlyList<ShellNotification>> GetBannersAsync(CancellationToken cancellationToken)
    {
        var result = new List<ShellNotification>();
        foreach (var source in banners)
        {
            result.AddRange(await source.GetAsync(cancellationToken));
        }

        return result;
    }

    public string? AllNotificationsUrl => sources.Select(s => s.AllUrl).FirstOrDefault(url => url is not null);

    /// <summary>The part of the route below the company that exists in every company: "mandates" for /t/acme/mandates/0198....</summary>
    public static string SharedPath(Endpoint? endpoint)
    {
        var segments = (endpoint as RouteEndpoint)?.RoutePattern.PathSegments ?? [];
        var literals = segments.Skip(2).Select(s => s is { IsSimple: true, Parts: [RoutePatternLiteralPart part] } ? part.Content : null);
        return string.Join('/', literals.TakeWhile(literal => literal is not null));
    }

    private string? UrlOf(MenuItem item) =>
        item.Url.StartsWith('/') ? item.Url
        : tenant.Tenant is { } current ? $"/t/{current.Slug}/{item.Url}".TrimEnd('/')
        : null;

    private bool Covers(string url, PathString path) =>
        tenant.Tenant is { } current && url == $"/t/{current.Slug}" ? path.Value?.TrimEnd('/') == url : path.StartsWithSegments(url);

    private string Text(string key, Type resource)
    {
        var text = texts.Create(resource)[key];
        return text.ResourceNotFound ? texts.Create(typeof(PlatformResource))[key].Value : text.Value;
    }
}

internal sealed record ShellMenuGroup(string? Title, IReadOnlyList<ShellMenuLink> Links);

internal sealed record ShellMenuLink(string Text, string Url, string Icon, bool IsActive);
