using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Commits after the handler and before the answer is written: what the client reads as done is done.</summary>
internal sealed class UnitOfWorkEndpointFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        await context.HttpContext.RequestServices.GetRequiredService<IUnitOfWork>().CompleteAsync(context.HttpContext.RequestAborted);
        return result;
    }
}

/// <summary>The same for page handlers.</summary>
internal sealed class UnitOfWorkPageFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is null)
        {
            var http = context.HttpContext;
            await http.RequestServices.GetRequiredService<IUnitOfWork>().CompleteAsync(http.RequestAborted);
        }
    }
}
