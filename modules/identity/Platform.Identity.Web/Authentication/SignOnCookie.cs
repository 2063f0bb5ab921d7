using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>
/// Keeps sealed states in the browser that was sent to a provider: of the question, and of an account there that nobody has linked. Lax: the
/// person comes back from another site.
/// </summary>
internal sealed class SignOnCookie(IHttpContextAccessor accessor) : IScopedDependency
{
    private const string Question = "__Host-sso";
    private const string Pending = "__Host-sso-link";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private HttpContext Http => accessor.HttpContext!;

    public string? PendingLink => Http.Request.Cookies[Pending];

    public void Keep(SignOnQuestion question) => Http.Response.Cookies.Append(Question, question.State, Cookie());

    public string? Take()
    {
        var state = Http.Request.Cookies[Question];
        Http.Response.Cookies.Delete(Question, Cookie());
        return state;
    }

    public void KeepPending(string pending) => Http.Response.Cookies.Append(Pending, pending, Cookie());

    public void ForgetPending() => Http.Response.Cookies.Delete(Pending, Cookie());

    private static CookieOptions Cookie() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Lasts };
}
