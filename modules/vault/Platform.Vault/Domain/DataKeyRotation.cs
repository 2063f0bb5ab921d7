using Platform.Kernel;

namespace Platform.Vault;

/// <summary>A rotation of data keys: every secret whose data key is older than its start gets a new one.</summary>
[HostWide("Runs over the secrets of every company.")]
internal sealed class DataKeyRotation
{
    public DataKeyRotation(DateTime startedAt, long total) => (Id, StartedAt, Total) = (Guid.CreateVersion7(), startedAt, total);

    private DataKeyRotation()
    {
    }

    public Guid Id { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime? FinishedAt { get; private set; }

    public long Total { get; private set; }

    public void Finish(DateTime now) => FinishedAt = now;
}
