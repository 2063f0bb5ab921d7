using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Identity.Web;

/// <summary>Keeps the sealed state of a question in the browser that was asked, for five minutes and one answer.</summary>
internal sealed class PasskeyCookie(IHttpContextAccessor accessor) : IScopedDependency
{
    private const string CookieName = "__Host-passkey";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>The answer of a page's handler to its script.</summary>
    public IActionResult Ask(PasskeyQuestion question)
    {
        Http.Response.Cookies.Append(CookieName, question.State, Cookie());
        return new ContentResult { Content = question.Options, ContentType = "application/json" };
    }

    public PasskeyAnswer Take(string? credential)
    {
        var state = Http.Request.Cookies[CookieName] ?? "";
        Http.Response.Cookies.Delete(CookieName, Cookie());
        return new PasskeyAnswer(credential ?? "", state);
    }

    private static CookieOptions Cookie() => new() { Path = "/", HttpOnly = true, Secure = true, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Lasts };
}
