using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Suspends mandates on which a new collection would fail again, or be unlawful, as the company has chosen.</summary>
internal sealed class AnswerMandates(SepaDbContext db, ISettingProvider settings, ReasonTexts reasons, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private Dictionary<string, bool>? _chosen;

    public async Task SuspendAsync(IReadOnlyCollection<(Guid MandateId, string? Reason)> failed, CancellationToken cancellationToken)
    {
        _chosen ??= await ChosenAsync(cancellationToken);
        var concerned = failed.Where(f => f.Reason is { } reason && _chosen.GetValueOrDefault(reason)).DistinctBy(f => f.MandateId)
            .ToDictionary(f => f.MandateId, f => f.Reason!);
        if (concerned.Count == 0)
            return;
        var ids = concerned.Keys.ToArray();
        foreach (var mandate in await db.Mandates.Where(m => ids.Contains(m.Id) && m.Status == MandateStatus.Active).ToListAsync(cancellationToken))
        {
            mandate.Suspend();
            db.MandateEvents.Add(new MandateEvent(
                mandate.Id, MandateEventKind.Suspended, Actor.Of(user), clock.GetUtcNow().UtcDateTime, Note(reasons.Of(concerned[mandate.Id])!)));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static string Note(BankReasonDto reason) => $"{reason.Code}: {reason.Text}";

    private async Task<Dictionary<string, bool>> ChosenAsync(CancellationToken cancellationToken)
    {
        var chosen = new Dictionary<string, bool>();
        foreach (var (code, setting) in SepaSettings.SuspendMandateOn)
            chosen[code] = (await settings.GetAsync(setting, cancellationToken)).AsBoolean();
        return chosen;
    }
}
