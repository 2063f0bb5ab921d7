using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>
/// Sets the company from the route, for members and firms they engaged, and only if every gate lets them in. A stranger gets the same 404 as for a company
/// that does not exist. Somebody who is not signed in goes on without a company, to be challenged by authorization.
/// </summary>
internal sealed class TenantMiddleware(RequestDelegate next, ICurrentTenant currentTenant)
{
    public async Task InvokeAsync(HttpContext context, ITenantStore tenants, ICurrentUser user, IEnumerable<ITenantGate> gates, IEnumerable<IRefusalObserver> observers)
    {
        if (user.Id is not { } userId)
        {
            await next(context);
            return;
        }

        if (context.GetRouteValue(TenantRoute.Parameter) is not string slug)
        {
            await WatchAsync(context, observers, () => next(context));
            return;
        }

        var tenant = await tenants.FindBySlugAsync(slug, context.RequestAborted);
        if (tenant is null || !user.Info.Opens(tenant.Id) || await tenants.FindAccessAsync(userId, tenant.Id, context.RequestAborted) is not { } access)
        {
            throw new EntityNotFoundException();
        }

        using (currentTenant.Change(tenant))
        using (access.ActingFor is { } acting ? user.Change(user.Info with { ActingFor = acting }) : null)
        {
            await WatchAsync(context, observers, () => EnterAsync(context, tenant, access.ActingFor?.Firm, gates));
        }
    }

    // Who may not work for the firm from here may not do so in its clients' companies either.
    private async Task EnterAsync(HttpContext context, TenantInfo tenant, TenantInfo? firm, IEnumerable<ITenantGate> gates)
    {
        if (firm is not null && await FindRefusalAsync(context, firm, gates) is { } ofFirm)
            Refuse(context, firm, ofFirm);
        else if (await FindRefusalAsync(context, tenant, gates) is { } refusal)
            Refuse(context, tenant, refusal);
        else
            await next(context);
    }

    private static async Task WatchAsync(HttpContext context, IEnumerable<IRefusalObserver> observers, Func<Task> go)
    {
        try
        {
            await go();
        }
        catch (BusinessException e) when (e is PermissionDeniedException or TenantRefusedException)
        {
            Tell(context, observers);
            throw;
        }

        // The page that says so is part of the same request.
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
            Tell(context, observers);
    }

    private static void Tell(HttpContext context, IEnumerable<IRefusalObserver> observers)
    {
        foreach (var observer in observers)
            observer.Refused(RequestName.Of(context));
    }

    private async Task<TenantRefusal?> FindRefusalAsync(HttpContext context, TenantInfo company, IEnumerable<ITenantGate> gates)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<BeforeTheGateAttribute>() is not null)
            return null;
        using var current = currentTenant.Change(company);
        return await gates.FindRefusalAsync(context.RequestAborted);
    }

    private static void Refuse(HttpContext context, TenantInfo tenant, TenantRefusal refusal)
    {
        if (ApiRequests.IsApi(context))
            throw new TenantRefusedException(refusal.Code);
        // The page that sent a partial request reloads itself and is led on then.
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var back = HttpMethods.IsGet(context.Request.Method) ? $"{context.Request.Path}{context.Request.QueryString}" : $"/t/{tenant.Slug}";
        context.Response.Redirect($"{context.Request.PathBase}/t/{tenant.Slug}/{refusal.Path}?returnUrl={Uri.EscapeDataString(back)}");
    }
}
