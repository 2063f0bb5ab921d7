using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class PageLinks
{
    /// <summary>A link below the current company's root, wherever the host is mounted.</summary>
    public static string Link(this PlatformPageModel page, string path) => page.Url.Content($"~{page.TenantUrl(path)}");
}
