using Platform.Kernel;

namespace Platform.Tenancy;

internal enum MembershipState
{
    Active,
    Ended,
}

[HostWide("Says which companies a person may enter, so it is read before any company is current; by person or by the current company.")]
[ExportedFor(nameof(TenantId))]
internal sealed class Membership : IHasConcurrencyStamp
{
    private Membership()
    {
    }

    public Membership(Guid userId, Guid tenantId, DateTime now)
    {
        if (userId == Guid.Empty || tenantId == Guid.Empty)
            throw new ArgumentException("A membership needs a person and a company.");
        Id = Guid.CreateVersion7();
        (UserId, TenantId) = (userId, tenantId);
        (JoinedAt, LastUsedAt) = (now, now);
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public Guid TenantId { get; private set; }

    public MembershipState State { get; private set; }

    public DateTime JoinedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public DateTime LastUsedAt { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public void End(DateTime now)
    {
        if (State == MembershipState.Active)
            (State, EndedAt) = (MembershipState.Ended, now);
    }

    public void Resume(DateTime now)
    {
        if (State == MembershipState.Ended)
            (State, EndedAt, JoinedAt, LastUsedAt) = (MembershipState.Active, null, now, now);
    }
}
