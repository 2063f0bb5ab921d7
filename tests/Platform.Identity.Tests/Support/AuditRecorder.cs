using System.Collections.Concurrent;
using Platform.Kernel;

namespace Platform.Identity.Tests;

/// <summary>Keeps the trail in memory, in place of the Audit module.</summary>
internal sealed class AuditRecorder : IAuditingStore
{
    private readonly ConcurrentQueue<AuditRecord> _records = new();

    public IReadOnlyList<AuditRecord> Of(Guid userId, string action) =>
        [.. _records.Where(r => r.Action == action && r.EntityId == userId.ToString())];

    public IReadOnlyList<AuditRecord> Records => [.. _records];

    public IReadOnlyList<AuditRecord> Of(string action) => [.. _records.Where(r => r.Action == action)];

    public Task SaveAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken = default)
    {
        foreach (var record in records)
        {
            _records.Enqueue(record);
        }

        return Task.CompletedTask;
    }
}
