using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>
/// Between password and code: a sealed cookie that says whose password, or whose account at a provider, was accepted. It opens nothing by
/// itself, and lasts five minutes.
/// </summary>
internal sealed class PasswordAccepted(
    IDataProtectionProvider protection, IHttpContextAccessor accessor, IEnumerable<IRefusalObserver> observers, TimeProvider clock) : IScopedDependency
{
    private const string CookieName = "__Host-password-accepted";
    private const int Parts = 5;
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly IDataProtector _protector = protection.CreateProtector("Platform.Identity.PasswordAccepted.v3");

    private HttpContext Http => accessor.HttpContext!;

    public void Remember(AuthenticatedPerson person, bool rememberMe, SignOnEntry? signOn = null)
    {
        var until = (clock.GetUtcNow() + Lasts).ToUnixTimeSeconds();
        var text = string.Create(CultureInfo.InvariantCulture, $"{person.UserId:N}|{person.Language}|{rememberMe}|{signOn?.LinkId:N}|{until}");
        Http.Response.Cookies.Append(CookieName, _protector.Protect(text), Cookie());
    }

    /// <summary>Null when no password was accepted in the last minutes.</summary>
    public (Guid UserId, string Language, bool RememberMe, SignOnEntry? SignOn)? Find()
    {
        if (Http.Request.Cookies[CookieName] is not { Length: > 0 } sealedText)
            return null;
        try
        {
            var parts = _protector.Unprotect(sealedText).Split('|');
            var isValid = parts.Length == Parts && clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(parts[^1], CultureInfo.InvariantCulture);
            return isValid ? (Guid.ParseExact(parts[0], "N"), parts[1], bool.Parse(parts[2]), EntryOf(parts[3])) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            foreach (var observer in observers)
                observer.Forged($"{Http.Request.Method} {CookieName}");
            return null;
        }
    }

    private static SignOnEntry? EntryOf(string link) => link.Length == 0 ? null : new SignOnEntry(Guid.ParseExact(link, "N"), AsksFactor: true);

    public void Forget() => Http.Response.Cookies.Delete(CookieName, Cookie());

    private static CookieOptions Cookie() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Lasts };
}
