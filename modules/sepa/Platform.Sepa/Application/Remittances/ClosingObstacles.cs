using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Sepa;

/// <summary>
/// Money on its way keeps a company from closing: what is approved and not yet with the bank, and what the bank has not answered. Two weeks after
/// the last day of execution no answer is waited for any more, so that a bank that never answers keeps nobody.
/// </summary>
internal sealed class ClosingObstacles(SepaDbContext db, IStringLocalizer<SepaResource> texts, TimeProvider clock) : IClosingObstacles
{
    private const int DaysForAnswers = 14;

    public async Task<IReadOnlyList<ClosingObstacle>> FindAsync(CancellationToken cancellationToken)
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-DaysForAnswers);
        var pending = db.Remittances.Where(r => r.Status == RemittanceStatus.Approved && r.Outcome == null
            && db.Orders.Any(o => o.RemittanceId == r.Id && o.ExecutionDate >= since));
        var waiting = await pending.CountAsync(r => !db.HandOvers.Any(h => h.Id == r.Id && h.State == HandOverState.Done), cancellationToken);
        var unanswered = await pending.CountAsync(cancellationToken) - waiting;
        return [.. Obstacle(waiting, "Closing:NotHandedOver"), .. Obstacle(unanswered, "Closing:Unanswered")];
    }

    private IEnumerable<ClosingObstacle> Obstacle(int count, string reason) =>
        count == 0 ? [] : [new ClosingObstacle(texts["Remittances:Title"], texts[reason, count, DaysForAnswers], "remittances")];
}
