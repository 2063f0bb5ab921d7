using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Identity.Web;

/// <summary>The cookie that holds a session's key.</summary>
internal static class SessionCookie
{
    public const string Name = "__Host-platform";
    private const int LongestKey = 100;

    public static string? Find(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and <= LongestKey } key ? key : null;

    public static void Set(HttpResponse response, NewSession session)
    {
        var cookie = Options();
        cookie.Expires = session.IsPersistent ? session.ExpiresAt : null;
        response.Cookies.Append(Name, session.Key, cookie);
    }

    public static void Delete(HttpResponse response) => response.Cookies.Delete(Name, Options());

    /// <summary>After its person has proven anew to be there. Commits by itself: call it after the request's own commit.</summary>
    public static async Task RenewSessionAsync(this HttpContext http)
    {
        var sessions = http.RequestServices.GetRequiredService<ISessionStore>();
        if (Find(http.Request) is { } key && await sessions.RenewAsync(key, http.RequestAborted) is { } session)
            Set(http.Response, session);
    }

    private static CookieOptions Options() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}
