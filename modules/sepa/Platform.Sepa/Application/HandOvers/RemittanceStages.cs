using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Reads from what is on record how far remittances have come.</summary>
internal sealed class RemittanceStages(SepaDbContext db) : IScopedDependency
{
    public IQueryable<Remittance> ToHandOver(IQueryable<Remittance> remittances) => remittances.Where(
        r => r.Status == RemittanceStatus.Approved && r.Outcome == null && !db.HandOvers.Any(h => h.Id == r.Id));

    /// <summary>Of those, what has fewer signatures than it needs, or none, and none of this person.</summary>
    public IQueryable<Remittance> ToSign(IQueryable<Remittance> remittances, long needed, Guid person) => ToHandOver(remittances).Where(
        r => db.Signatures.Count(s => s.RemittanceId == r.Id) < needed && !db.Signatures.Any(s => s.RemittanceId == r.Id && s.UserId == person));

    public IQueryable<Remittance> At(IQueryable<Remittance> remittances, RemittanceStage stage) => stage switch
    {
        RemittanceStage.Draft => remittances.Where(r => r.Status == RemittanceStatus.Draft),
        RemittanceStage.Submitted => remittances.Where(r => r.Status == RemittanceStatus.Submitted),
        RemittanceStage.Cancelled => remittances.Where(r => r.Status == RemittanceStatus.Cancelled),
        RemittanceStage.Accepted => remittances.Where(r => r.Outcome == RemittanceOutcome.Accepted),
        RemittanceStage.PartlyAccepted => remittances.Where(r => r.Outcome == RemittanceOutcome.PartlyAccepted),
        RemittanceStage.Rejected => remittances.Where(r => r.Outcome == RemittanceOutcome.Rejected),
        RemittanceStage.Settled => remittances.Where(r => r.Outcome == RemittanceOutcome.Settled),
        RemittanceStage.HandedOver => Unanswered(remittances).Where(r => db.HandOvers.Any(h => h.Id == r.Id && h.State == HandOverState.Done)),
        RemittanceStage.HandingOver => Unanswered(remittances).Where(r => db.HandOvers.Any(h => h.Id == r.Id && h.State != HandOverState.Done)),
        RemittanceStage.Signed => ToHandOver(remittances).Where(r => db.Signatures.Any(s => s.RemittanceId == r.Id)),
        _ => ToHandOver(remittances).Where(r => !db.Signatures.Any(s => s.RemittanceId == r.Id)),
    };

    public async Task<IReadOnlyDictionary<Guid, RemittanceStage>> OfAsync(IReadOnlyCollection<Remittance> remittances, CancellationToken cancellationToken)
    {
        var approved = remittances.Where(r => r.Status == RemittanceStatus.Approved).Select(r => r.Id).ToList();
        var handOvers = await db.HandOvers.Where(h => approved.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => (HandOverState?)h.State, cancellationToken);
        var signed = await db.Signatures.Where(s => approved.Contains(s.RemittanceId)).Select(s => s.RemittanceId).Distinct().ToListAsync(cancellationToken);
        return remittances.ToDictionary(r => r.Id, r => Of(r.Status, r.Outcome, handOvers.GetValueOrDefault(r.Id), signed.Contains(r.Id)));
    }

    private static IQueryable<Remittance> Unanswered(IQueryable<Remittance> remittances) =>
        remittances.Where(r => r.Status == RemittanceStatus.Approved && r.Outcome == null);

    private static RemittanceStage Of(RemittanceStatus status, RemittanceOutcome? outcome, HandOverState? handOver, bool isSigned) => (status, outcome) switch
    {
        (RemittanceStatus.Draft, _) => RemittanceStage.Draft,
        (RemittanceStatus.Submitted, _) => RemittanceStage.Submitted,
        (RemittanceStatus.Cancelled, _) => RemittanceStage.Cancelled,
        (_, RemittanceOutcome.Accepted) => RemittanceStage.Accepted,
        (_, RemittanceOutcome.PartlyAccepted) => RemittanceStage.PartlyAccepted,
        (_, RemittanceOutcome.Rejected) => RemittanceStage.Rejected,
        (_, RemittanceOutcome.Settled) => RemittanceStage.Settled,
        _ when handOver == HandOverState.Done => RemittanceStage.HandedOver,
        _ when handOver is not null => RemittanceStage.HandingOver,
        _ => isSigned ? RemittanceStage.Signed : RemittanceStage.Approved,
    };
}
