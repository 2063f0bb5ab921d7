using System.Security.Claims;
using Platform.AspNetCore;

namespace Platform.Identity.Web;

internal static class Principals
{
    /// <summary>Who acts, and nothing about what they may do: rights are read live.</summary>
    public static ClaimsPrincipal Of(AuthenticatedPerson person, Guid? sessionId, string scheme, params IEnumerable<Claim> more)
    {
        var identity = new ClaimsIdentity(
        [
            new Claim(PlatformClaimTypes.UserId, person.UserId.ToString()),
            new Claim(PlatformClaimTypes.Name, person.Name),
            new Claim(PlatformClaimTypes.Email, person.Email),
            .. more,
        ], scheme, PlatformClaimTypes.Name, roleType: null);
        if (sessionId is { } id)
        {
            identity.AddClaim(new Claim(PlatformClaimTypes.SessionId, id.ToString()));
        }

        return new ClaimsPrincipal(identity);
    }
}
