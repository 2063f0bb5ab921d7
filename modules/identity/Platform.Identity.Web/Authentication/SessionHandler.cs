using System.Buffers.Text;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

/// <summary>
/// Sessions behind a cookie that holds a random key and nothing else. ASP.NET Core's cookie handler with a ticket store would reuse
/// the key of a session that is still open when somebody signs in again; here every sign-in ends the former and begins a new one.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ISessionStore sessions)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string CookieName = "__Host-platform";
    /// <summary>Item of the properties: a second factor was proven too.</summary>
    public const string BySecondFactor = "bySecondFactor";

    private const string DeviceCookieName = "__Host-device";
    private const int LongestKey = 100;
    private const int DeviceKeyBytes = 32;
    private static readonly TimeSpan DeviceLasts = TimeSpan.FromDays(400);

    private Obligation _owes;

    private string? Key => Request.Cookies[CookieName] is { Length: > 0 and <= LongestKey } key ? key : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Key is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.FindAsync(key, Context.RequestAborted) is not { } session)
        {
            return AuthenticateResult.Fail("The session has ended.");
        }

        _owes = session.Owes;
        var isOpen = _owes == Obligation.None || Context.GetEndpoint()?.Metadata.GetMetadata<DespiteObligationAttribute>() is not null;
        return isOpen
            ? AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(session.Person, session.Id, Scheme.Name, Reminders(session)), Scheme.Name))
            : AuthenticateResult.Fail("The session owes something first.");
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if (Key is { } former)
        {
            await sessions.RemoveAsync(former, Context.RequestAborted);
        }

        var userId = Guid.Parse(user.FindFirstValue(PlatformClaimTypes.UserId)!);
        var byFactor = properties?.Items.ContainsKey(BySecondFactor) == true;
        var session = await sessions.CreateAsync(userId, properties?.IsPersistent == true, byFactor, DeviceKey(), Context.RequestAborted);
        var cookie = Cookie();
        cookie.Expires = properties?.IsPersistent == true ? session.ExpiresAt : null;
        Response.Cookies.Append(CookieName, session.Key, cookie);
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        if (Key is { } key)
        {
            await sessions.RemoveAsync(key, Context.RequestAborted);
        }

        Response.Cookies.Delete(CookieName, Cookie());
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // The page that sent the partial request reloads itself and is led to the sign-in page then.
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(Request.Method) ? $"{OriginalPath}{Request.QueryString}" : "/";
        var page = _owes switch
        {
            _ when _owes.HasFlag(Obligation.Migration) => "migration",
            _ when _owes.HasFlag(Obligation.NewPassword) => "new-password",
            _ when _owes.HasFlag(Obligation.SecondFactor) => "second-factor",
            _ => "sign-in",
        };
        Response.Redirect($"{OriginalPathBase}/account/{page}?returnUrl={Uri.EscapeDataString(back)}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static IEnumerable<Claim> Reminders(Session session)
    {
        if (session.FactorDueAt is { } due)
            yield return new Claim(FactorReminder.ClaimType, due.ToString("O", CultureInfo.InvariantCulture));
        if (session.IsLegacy)
            yield return new Claim(LegacyReminder.ClaimType, session.LegacyClosesAt?.ToString("O", CultureInfo.InvariantCulture) ?? LegacyReminder.Open);
    }

    // Proves nothing by itself: a browser that has it is not news to its person.
    private string DeviceKey()
    {
        var key = Request.Cookies[DeviceCookieName] is { Length: > 0 and <= LongestKey } known ? known : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(DeviceKeyBytes));
        var cookie = Cookie();
        cookie.MaxAge = DeviceLasts;
        Response.Cookies.Append(DeviceCookieName, key, cookie);
        return key;
    }

    private static CookieOptions Cookie() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}
