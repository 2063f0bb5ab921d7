using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class ReversalQueries(SepaDbContext db, ReasonTexts reasons, Reach reach) : IScopedDependency
{
    public async Task<PagedResult<ReversalDto>> GetListAsync(GetReversalsInput input, CancellationToken cancellationToken)
    {
        var size = Cursor.PageSize(input.PageSize);
        var filtered = await FilterAsync(input, cancellationToken);
        var total = await filtered.LongCountAsync(cancellationToken);
        if (Cursor.Read(input.Cursor) is { } after)
            filtered = filtered.Where(r => r.Id < after.Id);
        var rows = await WithOriginals(filtered.OrderByDescending(r => r.Id).Take(size + 1)).ToListAsync(cancellationToken);
        var page = Cursor.Page([.. rows.OrderByDescending(x => x.Reversal.Id)], size, x => Cursor.Of(x.Reversal.Id), total);
        return new PagedResult<ReversalDto>([.. page.Items.Select(ToDto)], page.NextCursor, total);
    }

    public async Task<OrderTotalDto> GetTotalAsync(GetReversalsInput input, CancellationToken cancellationToken)
    {
        var total = await (await FilterAsync(input, cancellationToken)).GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Cents = g.Sum(r => r.AmountCents) }).SingleOrDefaultAsync(cancellationToken);
        return new OrderTotalDto(total?.Count ?? 0, (total?.Cents ?? 0) / 100m);
    }

    public async Task<IReadOnlyList<ReversalDto>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var reachable = await ReachableAsync(SepaPermissions.Reversals.Default, cancellationToken);
        var rows = await WithOriginals(reachable.Where(r => ids.Contains(r.Id))).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(x => x.Reversal.Id).Select(ToDto)];
    }

    public async Task<IReadOnlyList<WaitingReversalsDto>> GetWaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = (await ReachableAsync(SepaPermissions.Reversals.Default, cancellationToken)).Where(r => r.Status == OrderStatus.Waiting);
        var files = await (from x in WithOriginals(waiting)
                           group x by x.Reversal.OriginalRemittanceId into file
                           select new { file.Key, Count = file.Count(), Cents = file.Sum(x => x.Reversal.AmountCents), First = file.Min(x => x.Original.ExecutionDate) })
            .ToListAsync(cancellationToken);
        var ids = files.ConvertAll(f => f.Key);
        var remittances = await db.Remittances.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        return [.. files.Select(f => Waiting(remittances[f.Key], new OrderTotalDto(f.Count, f.Cents / 100m), ReversalWindow.LastDay(f.First!.Value))).OrderBy(w => w.LastDay).ThenBy(w => w.Number)];
    }

    /// <summary>Whose collections stand in remittances of accounts that the person reaches with this right.</summary>
    public async Task<IQueryable<Reversal>> ReachableAsync(string permission, CancellationToken cancellationToken)
    {
        var remittances = await reach.OfAsync(db.Remittances, permission, cancellationToken);
        return db.Reversals.Where(r => remittances.Any(x => x.Id == r.OriginalRemittanceId));
    }

    private static WaitingReversalsDto Waiting(Remittance original, OrderTotalDto total, DateOnly lastDay) => new(
        original.Id, original.Number, original.CreditorAccountId, original.Scheme == PaymentScheme.B2b ? PaymentScheme.B2bReversal : PaymentScheme.CoreReversal, total, lastDay);

    private async Task<IQueryable<Reversal>> FilterAsync(GetReversalsInput input, CancellationToken cancellationToken)
    {
        var found = (await ReachableAsync(SepaPermissions.Reversals.Default, cancellationToken)).AsNoTracking();
        if (input.Status is { } status)
            found = found.Where(r => r.Status == status);
        if (input.BankState is { } said)
        {
            found = said == BankState.Waiting
                ? found.Where(r => r.Status == OrderStatus.Issued && r.BankState == null)
                : found.Where(r => r.BankState == said);
        }

        if (input.IsExpected)
            found = found.Where(r => r.Status != OrderStatus.Cancelled && (r.BankState == null || r.BankState == BankState.Accepted));
        if (input.From is { } from)
            found = found.Where(r => r.ExecutionDate >= from);
        if (input.To is { } to)
            found = found.Where(r => r.ExecutionDate <= to);
        return found.Matching(input.Search, word => r => r.SearchText.Contains(word));
    }

    private IQueryable<WithOriginal> WithOriginals(IQueryable<Reversal> reversals) =>
        reversals.AsNoTracking().Join(db.Collections.AsNoTracking(), r => r.OriginalId, c => c.Id, (r, c) => new WithOriginal { Reversal = r, Original = c });

    private ReversalDto ToDto(WithOriginal x)
    {
        var (r, c) = (x.Reversal, x.Original);
        return new ReversalDto(
            r.Id, c.Id, c.EndToEndId, c.ExecutionDate!.Value, r.OriginalRemittanceId, ReversalWindow.LastDay(c.ExecutionDate.Value), r.PartyName!, r.PartyIban!,
            r.AmountCents / 100m, r.Reason, r.EndToEndId, r.Status, r.RemittanceId, r.BankState ?? (r.Status == OrderStatus.Issued ? BankState.Waiting : null),
            r.BankStateOn, reasons.Of(r.BankReason, r.Kind), r.RetryOfId);
    }

    private sealed class WithOriginal
    {
        public required Reversal Reversal { get; init; }

        public required Collection Original { get; init; }
    }
}
