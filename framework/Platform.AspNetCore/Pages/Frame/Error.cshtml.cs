using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Says what happened and what to do, for any status and method; asks nothing of the database.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel(IPlatformTexts texts) : PageModel
{
    public int Status => int.TryParse(RouteData.Values["status"]?.ToString(), out var status) && status is >= 400 and < 600 ? status : 404;

    /// <summary>The link that brought a stranger here, if one did.</summary>
    public DeadLinkException? DeadLink => HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as DeadLinkException;

    /// <summary>The same identifier as in the logs.</summary>
    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public string TextOf(string name) => texts.Get(name);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.StatusCode = Status;
        if (DeadLink is not null)
        {
            // The address is a secret: it goes neither to the next page nor into an index.
            Response.Headers["Referrer-Policy"] = "no-referrer";
            Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        }
    }
}
