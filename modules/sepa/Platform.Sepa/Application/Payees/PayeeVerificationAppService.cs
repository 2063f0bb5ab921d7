using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class PayeeVerificationAppService(
    SepaDbContext db, PayeeAsking asking, RemittancePreparation preparation, Reach reach, IPermissionChecker permissions, ICurrentUser user, IAuditLog audit,
    TimeProvider clock) : IPayeeVerificationAppService
{
    // What thirty seconds may do with a fast service; nothing is lost beyond it.
    private const int MostTransfers = 2_000;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<PayeeVerificationDto> GetAsync(Guid remittanceId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        await FindAsync(remittanceId, SepaPermissions.Remittances.Default, cancellationToken);
        return await CountAsync(remittanceId, cancellationToken);
    }

    public async Task<PayeeVerificationDto> VerifyAsync(Guid remittanceId, Guid concurrencyStamp, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        Require(await FindAsync(remittanceId, SepaPermissions.Remittances.Create, cancellationToken), concurrencyStamp);
        var questions = await Open(remittanceId).OrderBy(t => t.Id).Take(MostTransfers)
            .Select(t => new { t.Id, Question = new PayeeQuestion(t.PartyName!, t.PartyIban!, t.PartyBic) }).ToListAsync(cancellationToken);
        // Before any lock: banks take their time.
        var answers = await asking.AskAsync(questions.Select(q => q.Question), cancellationToken);
        var remittance = await preparation.LockAsync(remittanceId, SepaPermissions.Remittances.Create, cancellationToken);
        Require(remittance, concurrencyStamp);
        var known = questions.Where(q => answers.ContainsKey(q.Question)).ToDictionary(q => q.Id, q => answers[q.Question]);
        await KeepAsync(remittanceId, known, cancellationToken);
        audit.Add("Sepa.Remittance.PayeesVerified", nameof(Remittance), $"{remittanceId}",
            [.. known.Values.GroupBy(a => a.Match).OrderBy(g => g.Key).Select(g => new AuditChange($"{g.Key}", null, g.Count().ToString(CultureInfo.InvariantCulture)))]);
        await preparation.CheckAsync(remittance, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return await CountAsync(remittanceId, cancellationToken);
    }

    private void Require(Remittance remittance, Guid concurrencyStamp)
    {
        remittance.Require(concurrencyStamp);
        if (!remittance.Scheme.IsTransfer())
            throw new BusinessException(SepaErrorCodes.NotATransfer).WithData("number", remittance.Number);
        if (!asking.IsAvailable)
            throw new BusinessException(SepaErrorCodes.NoPayeeVerifier);
        remittance.RequireDraft();
    }

    private async Task KeepAsync(Guid remittanceId, Dictionary<Guid, PayeeAnswer> answers, CancellationToken cancellationToken)
    {
        var (actor, now, ids) = (Actor.Of(user), clock.GetUtcNow().UtcDateTime, answers.Keys.ToArray());
        var present = await db.Transfers.Where(t => t.RemittanceId == remittanceId && EF.Parameter(ids).Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellationToken);
        var former = await db.PayeeChecks.Where(c => EF.Parameter(ids).Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        foreach (var id in present)
        {
            if (former.TryGetValue(id, out var check))
                check.Set(answers[id], actor, now);
            else
                db.PayeeChecks.Add(new PayeeCheck(id, answers[id], actor, now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Remittance> FindAsync(Guid id, string permission, CancellationToken cancellationToken) =>
        await (await reach.OfAsync(db.Remittances.AsNoTracking(), permission, cancellationToken)).SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
        ?? throw new EntityNotFoundException();

    private IQueryable<Transfer> Open(Guid remittanceId)
    {
        var verdicts = db.PayeeChecks.Valid(Today).Where(c => c.Match != PayeeMatch.NotPossible);
        return db.Transfers.AsNoTracking().Where(t => t.RemittanceId == remittanceId && !verdicts.Any(c => c.Id == t.Id));
    }

    private async Task<PayeeVerificationDto> CountAsync(Guid remittanceId, CancellationToken cancellationToken)
    {
        var all = await db.Transfers.CountAsync(t => t.RemittanceId == remittanceId, cancellationToken);
        var by = await db.PayeeChecks.Valid(Today).Where(c => db.Transfers.Any(t => t.Id == c.Id && t.RemittanceId == remittanceId)).GroupBy(c => c.Match)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        int Of(PayeeMatch match) => by.GetValueOrDefault(match);
        return new PayeeVerificationDto(
            asking.IsAvailable, Of(PayeeMatch.Match), Of(PayeeMatch.CloseMatch), Of(PayeeMatch.NoMatch), Of(PayeeMatch.NotPossible), all - by.Values.Sum());
    }
}
