using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>
/// Between password and code: a sealed cookie that says whose password was accepted. It opens nothing by itself, and lasts five
/// minutes.
/// </summary>
internal sealed class PasswordAccepted(IDataProtectionProvider protection, IHttpContextAccessor accessor, TimeProvider clock) : IScopedDependency
{
    private const string CookieName = "__Host-password-accepted";
    private const int Parts = 4;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("Platform.Identity.PasswordAccepted.v2");

    private HttpContext Http => accessor.HttpContext!;

    public void Remember(AuthenticatedPerson person, bool rememberMe)
    {
        var until = (clock.GetUtcNow() + Lasts).ToUnixTimeSeconds();
        var text = string.Create(CultureInfo.InvariantCulture, $"{person.UserId:N}|{person.Language}|{rememberMe}|{until}");
        Http.Response.Cookies.Append(CookieName, _protector.Protect(text), Cookie());
    }

    /// <summary>Null when no password was accepted in the last minutes.</summary>
    public (Guid UserId, string Language, bool RememberMe)? Find()
    {
        if (Http.Request.Cookies[CookieName] is not { Length: > 0 } sealedText)
            return null;
        try
        {
            var parts = _protector.Unprotect(sealedText).Split('|');
            var isValid = parts.Length == Parts && clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(parts[^1], CultureInfo.InvariantCulture);
            return isValid ? (Guid.ParseExact(parts[0], "N"), parts[1], bool.Parse(parts[2])) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Forget() => Http.Response.Cookies.Delete(CookieName, Cookie());

    private static CookieOptions Cookie() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Lasts };
}
