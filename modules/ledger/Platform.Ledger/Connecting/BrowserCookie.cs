using Microsoft.AspNetCore.Http;

namespace Platform.Ledger;

/// <summary>Ties a connection to the browser that began it. Lax: the person comes back from another site.</summary>
internal static class BrowserCookie
{
    private const string Name = "__Host-ledger-state";

    public static string? Read(HttpRequest request) => request.Cookies[Name];

    public static void Write(HttpResponse response, string value) => response.Cookies.Append(Name, value, Options());

    public static void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options());

    private static CookieOptions Options() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}
