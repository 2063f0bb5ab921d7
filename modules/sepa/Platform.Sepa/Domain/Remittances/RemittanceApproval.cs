using Platform.Kernel;

namespace Platform.Sepa;

[Retained(120, "Sepa.Retained.Payments")]
[AppendOnly]
internal sealed class RemittanceApproval : SepaEntity
{
    public RemittanceApproval(Guid remittanceId, int round, Actor approver, Actor? lender, DateTime at, string contentHash)
    {
        (RemittanceId, Round, At, ContentHash) = (remittanceId, round, at, contentHash);
        (UserId, UserName, OnBehalfOf, OnBehalfOfName) = (approver.Id, approver.Name, lender?.Id, lender?.Name);
    }

    private RemittanceApproval()
    {
    }

    public Guid RemittanceId { get; private set; }

    /// <summary>Approvals count for the submission they were given to, never for a later one.</summary>
    public int Round { get; private set; }

    public Guid UserId { get; private set; }

    public string? UserName { get; private set; }

    /// <summary>Whose right it was, where it was lent: as good as an approval of theirs.</summary>
    public Guid? OnBehalfOf { get; private set; }

    public string? OnBehalfOfName { get; private set; }

    public DateTime At { get; private set; }

    public string ContentHash { get; private set; } = "";
}
