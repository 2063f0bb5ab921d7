using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Platform.Identity.Web;

/// <summary>
/// A random key by which a browser is known again. It opens nothing: a browser that has it is not news to its person, and wrong
/// passwords from there count against itself.
/// </summary>
internal static class DeviceCookie
{
    private const string Name = "__Host-device";
    private const int LongestKey = 100;
    private const int KeyBytes = 32;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(400);

    public static string? Find(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and <= LongestKey } key ? key : null;

    /// <summary>The browser's key, made where it has none; kept for as long as browsers keep cookies.</summary>
    public static string Keep(HttpContext http)
    {
        var key = Find(http.Request) ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        http.Response.Cookies.Append(Name, key, new CookieOptions
        {
            Path = "/",
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            MaxAge = Lasts,
        });
        return key;
    }
}
