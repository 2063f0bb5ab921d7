using Platform.Kernel;

namespace Platform.Audit;

internal sealed class AuditingStore(AuditDbContext context, ICurrentTenant tenant, ITenantStore tenants) : IAuditingStore, IScopedDependency
{
    public async Task SaveAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken = default)
    {
        var mirrored = await MirrorAsync(records, cancellationToken);
        foreach (var group in records.Concat(mirrored).GroupBy(r => r.TenantId))
        {
            using (tenant.Change(group.Key))
            {
                context.Entries.AddRange(group.Select(r => new AuditEntry(r)));
                await context.SaveChangesAsync(cancellationToken);
                context.ChangeTracker.Clear();
            }
        }
    }

    // A firm sees in its own trail what its people did for clients, and where; what the values were stays with the client.
    private async Task<IReadOnlyList<AuditRecord>> MirrorAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken)
    {
        var result = new List<AuditRecord>();
        foreach (var record in records.Where(r => r.User.ActingFor is { } acting && acting.ClientId == r.TenantId))
        {
            var client = await tenants.FindByIdAsync(record.TenantId, cancellationToken);
            result.Add(record with
            {
                Id = Guid.CreateVersion7(record.Time),
                TenantId = record.User.ActingFor!.Firm.Id,
                Changes = [new AuditChange("Client", null, client?.Name)],
            });
        }

        return result;
    }
}
