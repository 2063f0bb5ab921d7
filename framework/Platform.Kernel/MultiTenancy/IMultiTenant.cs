namespace Platform.Kernel;

/// <summary>
/// A row that belongs to one company. Filtered by the query filter "Tenant", guarded on save (a foreign id is refused) and, on
/// PostgreSQL, by row-level security.
/// </summary>
public interface IMultiTenant
{
    /// <summary>The owning company; <see cref="Guid.Empty"/> is the host. Set on save from the current tenant when empty.</summary>
    Guid TenantId { get; set; }
}

/// <summary>Marks an entity that belongs to no company, with the reason. Every entity is this or <see cref="IMultiTenant"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HostWideAttribute(string reason) : Attribute
{
    /// <summary>Why no company owns the row and what keeps one company from reading another's.</summary>
    public string Reason { get; } = reason;
}
