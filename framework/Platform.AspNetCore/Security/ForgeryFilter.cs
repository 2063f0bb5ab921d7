using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Tells of forms that came without the token of their page.</summary>
internal sealed class ForgeryFilter(IEnumerable<IRefusalObserver> observers) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not IAntiforgeryValidationFailedResult)
            return;
        foreach (var observer in observers)
            observer.Forged(RequestName.Of(context.HttpContext));
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

internal static class RequestName
{
    /// <summary>Method and route: which records were asked for, and any secret in the address, stays out.</summary>
    public static string Of(HttpContext context) =>
        $"{context.Request.Method} /{(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Trim('/')}";
}
