using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

internal static class PageLinks
{
    /// <summary>A link below the current company's root, wherever the host is mounted; parameters without value are left out.</summary>
    public static string Link(this PlatformPageModel page, string path, params (string Name, object? Value)[] query) => QueryHelpers.AddQueryString(
        page.Url.Content($"~{page.TenantUrl(path)}"),
        query.Where(q => q.Value is not (null or "")).Select(q => KeyValuePair.Create(q.Name, (string?)Invariant(q.Value!))));

    /// <summary>Back to a page of this company after a successful post.</summary>
    public static IActionResult Go(this PlatformPageModel page, string path) => page.LocalRedirect(page.Link(path));

    /// <summary>The history of a record, or null where the person may not read the trail: the link's own page decides.</summary>
    public static string History(this PlatformPageModel page, string entity, Guid id) => page.Link("audit", ("entityType", entity), ("entityId", id));

    private static string Invariant(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
