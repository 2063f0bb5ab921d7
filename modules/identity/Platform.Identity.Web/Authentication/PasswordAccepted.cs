using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>
/// Between password and code: a sealed cookie that says whose password was accepted. It opens nothing by itself, and lasts five
/// minutes.
/// </summary>
internal sealed class PasswordAccepted(IDataProtectionProvider protection, IHttpContextAccessor accessor) : IScopedDependency
{
    private const string CookieName = "__Host-password-accepted";
    private const int Parts = 3;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Platform.Identity.PasswordAccepted.v1").ToTimeLimitedDataProtector();

    private HttpContext Http => accessor.HttpContext!;

    public void Remember(AuthenticatedPerson person, bool rememberMe) => Http.Response.Cookies.Append(
        CookieName, _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{person.UserId:N}|{person.Language}|{rememberMe}"), Lasts), Cookie());

    /// <summary>Null when no password was accepted in the last minutes.</summary>
    public (Guid UserId, string Language, bool RememberMe)? Find()
    {
        if (Http.Request.Cookies[CookieName] is not { Length: > 0 } sealedText)
            return null;
        try
        {
            var parts = _protector.Unprotect(sealedText).Split('|');
            return parts.Length == Parts ? (Guid.ParseExact(parts[0], "N"), parts[1], bool.Parse(parts[2])) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Forget() => Http.Response.Cookies.Delete(CookieName, Cookie());

    private static CookieOptions Cookie() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Lasts };
}
