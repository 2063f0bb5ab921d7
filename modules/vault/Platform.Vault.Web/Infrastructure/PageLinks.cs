using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Platform.AspNetCore;

namespace Platform.Vault.Web;

internal static class PageLinks
{
    /// <summary>A link below the current company's root, wherever the host is mounted; parameters without value are left out.</summary>
    public static string Link(this PlatformPageModel page, string path, params (string Name, object? Value)[] query) => QueryHelpers.AddQueryString(
        page.Url.Content($"~{page.TenantUrl(path)}"),
        query.Where(q => q.Value is not (null or "" or false))
            .Select(q => KeyValuePair.Create(q.Name, Convert.ToString(q.Value, CultureInfo.InvariantCulture))));
}
