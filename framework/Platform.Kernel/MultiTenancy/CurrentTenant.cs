namespace Platform.Kernel;

internal sealed class CurrentTenant : ICurrentTenant, ISingletonDependency
{
    private readonly AsyncLocal<State?> _state = new();

    public Guid? Id => _state.Value?.Id;

    public TenantInfo? Tenant => _state.Value?.Tenant;

    public IDisposable Change(TenantInfo? tenant) => Set(tenant is null ? null : new State(tenant.Id, tenant));

    public IDisposable Change(Guid tenantId) => Set(tenantId == Guid.Empty ? null : new State(tenantId, null));

    private Restore Set(State? next)
    {
        var former = _state.Value;
        _state.Value = next;
        return new Restore(() => _state.Value = former);
    }

    private sealed record State(Guid Id, TenantInfo? Tenant);
}
