using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>
/// Remembers the company a person works in, for the next sign-in. Writes only when it is another one than before, and in a
/// transaction of its own, so that looking at a page never waits for the page's own writes.
/// </summary>
internal sealed class LastCompanyFilter(IServiceScopeFactory scopes, ICurrentTenant tenant, ICurrentUser user) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) && !request.Headers.ContainsKey("HX-Request") && tenant.Id is { } tenantId && user.Id is { } userId)
            await RememberAsync(userId, tenantId, context.HttpContext.RequestAborted);
        await next();
    }

    private async Task RememberAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var memberships = scope.ServiceProvider.GetRequiredService<IMembershipService>();
        if (await memberships.GetLastOpenedAsync(userId, cancellationToken) == tenantId)
            return;
        await memberships.MarkUsedAsync(userId, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CompleteAsync(cancellationToken);
    }
}
