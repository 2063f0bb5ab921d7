using Platform.Kernel;

namespace Platform.Tenancy;

[HostWide("Stands between two companies; read by one of the two, or to find who may enter.")]
[ExportedFor(nameof(ClientId), nameof(FirmId))]
internal sealed class Engagement : IHasConcurrencyStamp
{
    public const int KindLength = 40;
    public const int ScopesLength = 4000;
    public const int PersonLength = 256;

    private Engagement()
    {
    }

    public Engagement(string kind, Guid clientId, Guid firmId, IEnumerable<string> scopes, string? by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        (Kind, ClientId, FirmId, RequestedAt, RequestedBy) = (kind, clientId, firmId, now, by);
        Grant(scopes);
    }

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    public Guid ClientId { get; private set; }

    public Guid FirmId { get; private set; }

    public EngagementState State { get; private set; }

    /// <summary>Names of permissions, in order, with spaces between: one text, so that the trail shows them before and after.</summary>
    public string Scopes { get; private set; } = "";

    public DateTime RequestedAt { get; private set; }

    public string? RequestedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? ClosedBy { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public IReadOnlyList<string> ScopeNames => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsOpen => State is EngagementState.Requested or EngagementState.Accepted;

    public void Grant(IEnumerable<string> scopes) => Scopes = string.Join(' ', scopes.Distinct().Order(StringComparer.Ordinal));

    public void Accept(string? by, DateTime now)
    {
        RequireRequest();
        (State, DecidedAt, DecidedBy) = (EngagementState.Accepted, now, by);
    }

    public void Refuse(string? by, DateTime now)
    {
        RequireRequest();
        (State, DecidedAt, DecidedBy, ClosedAt) = (EngagementState.Refused, now, by, now);
    }

    public void End(string? by, DateTime now)
    {
        if (IsOpen)
            (State, ClosedAt, ClosedBy) = (EngagementState.Ended, now, by);
    }

    private void RequireRequest()
    {
        if (State != EngagementState.Requested)
            throw new BusinessException(TenancyErrorCodes.EngagementClosed);
    }
}
