using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.AspNetCore;

/// <summary>Links between the pages of a company.</summary>
public static class PageLinks
{
    /// <summary>
    /// A link below the current company's root, wherever the host is mounted. Values are written culture-neutral, days as ISO 8601;
    /// parameters that are null, empty or false are left out.
    /// </summary>
    public static string Link(this PlatformPageModel page, string path, params (string Name, object? Value)[] query) => QueryHelpers.AddQueryString(
        page.Url.Content($"~{page.TenantUrl(path)}"),
        query.Where(q => q.Value is not (null or "" or false)).Select(q => KeyValuePair.Create(q.Name, (string?)Invariant(q.Value!))));

    private static string Invariant(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
