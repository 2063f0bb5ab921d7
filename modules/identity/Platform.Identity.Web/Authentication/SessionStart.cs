using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class SessionStart
{
    /// <summary>Begins a session for a person who has proven all that signing in asks for.</summary>
    public static Task BeginSessionAsync(this HttpContext http, AuthenticatedPerson person, bool rememberMe, bool bySecondFactor, SignOnEntry? signOn = null)
    {
        var properties = new AuthenticationProperties { IsPersistent = rememberMe };
        properties.SetParameter(SessionHandler.SignOn, signOn);
        if (bySecondFactor)
            properties.Items[SessionHandler.BySecondFactor] = "true";
        return http.SignInAsync(
            PlatformAuthenticationSchemes.Session, Principals.Of(person, sessionId: null, PlatformAuthenticationSchemes.Session), properties);
    }
}
