using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>
/// Sets the company from the route, for members only. A stranger gets the same 404 as for a company that does not exist. Somebody
/// who is not signed in goes on without a company, to be challenged by authorization.
/// </summary>
internal sealed class TenantMiddleware(RequestDelegate next, ICurrentTenant currentTenant)
{
    public async Task InvokeAsync(HttpContext context, ITenantStore tenants, ICurrentUser user)
    {
        if (context.GetRouteValue(TenantRoute.Parameter) is not string slug || user.Id is not { } userId)
        {
            await next(context);
            return;
        }

        var tenant = await tenants.FindBySlugAsync(slug, context.RequestAborted);
        if (tenant is null || !user.Info.Opens(tenant.Id) || !await tenants.IsMemberAsync(userId, tenant.Id, context.RequestAborted))
        {
            throw new EntityNotFoundException();
        }

        using (currentTenant.Change(tenant))
        {
            await next(context);
        }
    }
}
