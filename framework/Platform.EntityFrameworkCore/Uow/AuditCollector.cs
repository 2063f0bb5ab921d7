using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>What the unit of work has to tell the audit trail when it completes.</summary>
internal sealed class AuditCollector
{
    private readonly List<AuditRecord> _records = [];

    public void Add(AuditRecord record) => _records.Add(record);

    public IReadOnlyList<AuditRecord> Take()
    {
        var taken = _records.ToArray();
        _records.Clear();
        return taken;
    }
}
