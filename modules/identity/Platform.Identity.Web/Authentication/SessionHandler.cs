using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>
/// Sessions behind a cookie that holds a random key and nothing else. ASP.NET Core's cookie handler with a ticket store would reuse
/// the key of a session that is still open when somebody signs in again; here every sign-in ends the former and begins a new one.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ISessionStore sessions, ITenantStore tenants)
    : SignInAuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Item of the properties: a second factor was proven too.</summary>
    public const string BySecondFactor = "bySecondFactor";
    /// <summary>Parameter of the properties: what a session begun by a provider begins with.</summary>
    public const string SignOn = "signOn";


    // Where a session is led that does not open what was asked for.
    private string _page = "sign-in";

    private string? Key => SessionCookie.Find(Request);

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

        if (await PageForAsync(session) is { } page)
        {
            _page = page;
            return AuthenticateResult.Fail("The session opens something else first, or not this.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(Principals.Of(session.Person, session.Id, Scheme.Name, [.. Reminders(session), .. Limits(session)]), Scheme.Name));
    }

    // Null where the session opens what is asked for.
    private async Task<string?> PageForAsync(Session session)
    {
        var page = Context.GetEndpoint()?.Metadata;
        if (session.Owes != Obligation.None && page?.GetMetadata<DespiteObligationAttribute>() is null)
            return session.Owes.HasFlag(Obligation.Migration) ? "migration" : session.Owes.HasFlag(Obligation.NewPassword) ? "new-password" : "second-factor";
        // The only thing left to do is to link with the provider that opens the company.
        if (session.Limit is { Companies.Count: 0, OpensAccount: true } && Request.Path == "/")
            return "links";
        if (session.Limit is not { } limit || page?.GetMetadata<IAllowAnonymous>() is not null || page?.GetMetadata<OpenToLimitedSessionsAttribute>() is not null)
            return null;
        if (Context.GetRouteValue("tenant") is not string slug)
            return limit.OpensAccount ? null : "confirm";
        // The same whether there is such a company, and whether the person works there.
        return await tenants.FindBySlugAsync(slug, Context.RequestAborted) is { } company && limit.Companies.Contains(company.Id) ? null : "limited";
    }

    protected override async Task HandleSignInAsync(ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if (Key is { } former)
        {
            await sessions.RemoveAsync(former, Context.RequestAborted);
        }

        var userId = Guid.Parse(user.FindFirstValue(PlatformClaimTypes.UserId)!);
        var byFactor = properties?.Items.ContainsKey(BySecondFactor) == true;
        var session = await sessions.CreateAsync(userId, properties?.IsPersistent == true, byFactor, DeviceCookie.Keep(Context), properties?.GetParameter<SignOnEntry>(SignOn), Context.RequestAborted);
        SessionCookie.Set(Response, session);
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        if (Key is { } key)
        {
            await sessions.RemoveAsync(key, Context.RequestAborted);
        }

        SessionCookie.Delete(Response);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // The page that sent the partial request reloads itself and is led to the sign-in page then. Where a session has to do something
        // else first, that very page may have sent it: the part stays empty.
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            Response.StatusCode = _page == "sign-in" ? StatusCodes.Status401Unauthorized : StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        var back = HttpMethods.IsGet(Request.Method) ? $"{OriginalPath}{Request.QueryString}" : "/";
        Response.Redirect($"{OriginalPathBase}/account/{_page}?returnUrl={Uri.EscapeDataString(back)}");
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

    // Nobody's company stands for all that are not named: without a claim the session would open every one.
    private static IEnumerable<Claim> Limits(Session session) =>
        session.Limit is { } limit ? limit.Companies.Append(Guid.Empty).Select(id => new Claim(PlatformClaimTypes.Tenant, id.ToString())) : [];
}
