using Microsoft.AspNetCore.Http;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>
/// Lets nobody further into a company that closed its account than to what is <see cref="OpenWhenClosedAttribute">open then</see>. Who may
/// not take the closing back is a stranger there before any gate is asked.
/// </summary>
internal sealed class ClosingGate(ICurrentTenant tenant, IHttpContextAccessor accessor) : ITenantGate, IScopedDependency
{
    private static readonly TenantRefusal Closed = new(TenancyErrorCodes.CompanyClosed, "settings/closing");

    public Task<TenantRefusal?> FindRefusalAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(tenant.Tenant?.ClosedAt is null || accessor.HttpContext?.GetEndpoint()?.Metadata.GetMetadata<OpenWhenClosedAttribute>() is not null ? null : Closed);
}
