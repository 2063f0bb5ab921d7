using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Platform.AspNetCore;

namespace Platform.Customers.Web;

internal static class PageLinks
{
    /// <summary>A link below the current company's root, wherever the host is mounted; parameters without value are left out.</summary>
    public static string Link(this PlatformPageModel page, string path, params (string Name, string? Value)[] query) => QueryHelpers.AddQueryString(
        page.Url.Content($"~{page.TenantUrl(path)}"), query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => KeyValuePair.Create(q.Name, q.Value)));
}
