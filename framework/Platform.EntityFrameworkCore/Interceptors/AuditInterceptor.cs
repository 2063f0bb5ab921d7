using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>Collects what each save changes, property by property; the unit of work stores it before the commit.</summary>
internal sealed class AuditInterceptor(UnitOfWork unitOfWork, AuditLog log) : SaveChangesInterceptor
{
    private const int LongestValue = 2000;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries().Where(IsAudited))
        {
            if (ChangesOf(entry) is { Count: > 0 } changes)
            {
                var action = entry.State switch { EntityState.Added => "Created", EntityState.Deleted => "Deleted", _ => "Updated" };
                unitOfWork.Audit.Add(log.Make(action, entry.Metadata.ClrType.Name, KeyOf(entry), changes));
            }
        }

        return new(result);
    }

    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Metadata.ClrType.GetCustomAttribute<DisableAuditingAttribute>() is null;

    private static List<AuditChange> ChangesOf(EntityEntry entry) =>
        [.. entry.Properties.Where(p => IsTold(entry, p)).Select(p => Change(entry, p)).Where(c => c.Old is not null || c.New is not null)];

    private static bool IsTold(EntityEntry entry, PropertyEntry property) =>
        property.Metadata.Name is not (nameof(IMultiTenant.TenantId) or nameof(IHasConcurrencyStamp.ConcurrencyStamp))
        && !property.Metadata.IsPrimaryKey()
        && (entry.State != EntityState.Modified || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)));

    private static AuditChange Change(EntityEntry entry, PropertyEntry property)
    {
        var hidden = property.Metadata.PropertyInfo?.IsDefined(typeof(DisableAuditingAttribute)) == true;
        var old = entry.State == EntityState.Added ? null : Text(property.OriginalValue, hidden);
        var now = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue, hidden);
        return new AuditChange(property.Metadata.Name, old, now);
    }

    private static string? Text(object? value, bool hidden)
    {
        var text = value switch
        {
            null => null,
            _ when hidden => "***",
            byte[] bytes => Convert.ToHexStringLower(bytes),
            DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
        return text is { Length: > LongestValue } ? string.Concat(text.AsSpan(0, LongestValue), "…") : text;
    }

    private static string KeyOf(EntityEntry entry) =>
        string.Join(',', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => Text(entry.Property(p).CurrentValue, hidden: false)));
}

internal sealed class AuditLog(UnitOfWork unitOfWork, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock) : IAuditLog, IScopedDependency
{
    public void Add(string action, string? entityType = null, string? entityId = null, params IReadOnlyList<AuditChange> changes) =>
        unitOfWork.Audit.Add(Make(action, entityType, entityId, changes));

    public AuditRecord Make(string action, string? entityType, string? entityId, IReadOnlyList<AuditChange> changes) =>
        new(Guid.CreateVersion7(clock.GetUtcNow()), tenant.Id ?? Guid.Empty, clock.GetUtcNow().UtcDateTime, user.Info, action, entityType, entityId,
            changes, Activity.Current?.TraceId.ToString());
}
