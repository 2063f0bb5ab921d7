using Platform.Kernel;

namespace Platform.Sepa;

[AppendOnly]
internal sealed class RemittanceApproval : SepaEntity
{
    public RemittanceApproval(Guid remittanceId, int round, Actor approver, DateTime at, string contentHash) =>
        (RemittanceId, Round, UserId, UserName, At, ContentHash) = (remittanceId, round, approver.Id, approver.Name, at, contentHash);

    private RemittanceApproval()
    {
    }

    public Guid RemittanceId { get; private set; }

    /// <summary>Approvals count for the submission they were given to, never for a later one.</summary>
    public int Round { get; private set; }

    public Guid UserId { get; private set; }

    public string? UserName { get; private set; }

    public DateTime At { get; private set; }

    public string ContentHash { get; private set; } = "";
}
