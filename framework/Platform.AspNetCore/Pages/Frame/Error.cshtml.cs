using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.AspNetCore;

/// <summary>Says what happened and what to do, for any status and method; asks nothing of the database.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    public int Status => int.TryParse(RouteData.Values["status"]?.ToString(), out var status) && status is >= 400 and < 600 ? status : 404;

    /// <summary>The same identifier as in the logs.</summary>
    public string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context) =>
        Response.StatusCode = Status;
}
