using Platform.Kernel;

namespace Platform.Audit;

internal sealed class AuditingStore(AuditDbContext context, ICurrentTenant tenant) : IAuditingStore, IScopedDependency
{
    public async Task SaveAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken = default)
    {
        foreach (var group in records.GroupBy(r => r.TenantId))
        {
            using (tenant.Change(group.Key))
            {
                context.Entries.AddRange(group.Select(r => new AuditEntry(r)));
                await context.SaveChangesAsync(cancellationToken);
                context.ChangeTracker.Clear();
            }
        }
    }
}
