using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class RemittanceQueries(
    SepaDbContext db, RemittanceLines lines, RemittanceFilter filter, RemittanceStages stages, FindingTexts texts, ReasonTexts reasons, Reach reach) : IScopedDependency
{
    public async Task<PagedResult<RemittanceListDto>> GetListAsync(GetRemittancesInput input, CancellationToken cancellationToken)
    {
        var size = Cursor.PageSize(input.PageSize);
        var found = await filter.OfAsync(input, SepaPermissions.Remittances.Default, cancellationToken);
        var total = await found.LongCountAsync(cancellationToken);
        if (Cursor.Read(input.Cursor) is { } after)
            found = found.Where(r => string.Compare(r.Number, after.Key) < 0);
        var rows = await found.OrderByDescending(r => r.Number).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, r => Cursor.Of(r.Id, r.Number), total);
        var stage = await stages.OfAsync(page.Items, cancellationToken);
        return new PagedResult<RemittanceListDto>([.. page.Items.Select(r => r.ToListDto(stage[r.Id]))], page.NextCursor, total);
    }

    public async Task<RemittanceTotalDto> GetTotalAsync(GetRemittancesInput input, CancellationToken cancellationToken)
    {
        var found = await filter.OfAsync(input, SepaPermissions.Remittances.Default, cancellationToken);
        var total = await found.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Orders = g.Sum(r => r.Count), Cents = g.Sum(r => r.TotalCents) })
            .SingleOrDefaultAsync(cancellationToken);
        return new RemittanceTotalDto(total?.Count ?? 0, total?.Orders ?? 0, (total?.Cents ?? 0) / 100m);
    }

    public async Task<RemittanceDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var reachable = await ReachableAsync(db.Remittances.Include(x => x.Approvals), cancellationToken);
        var r = await reachable.SingleOrDefaultAsync(x => x.Id == id, cancellationToken)
            ?? throw new EntityNotFoundException();
        var account = await db.CreditorAccounts.SingleAsync(a => a.Id == r.CreditorAccountId, cancellationToken);
        var blocks = await lines.GetBlocksAsync(id, cancellationToken);
        return r.ToDto(
            account, [.. blocks.Select(b => new RemittanceBlockDto(b.SequenceType, b.CollectionDate, b.Count, b.Cents / 100m))],
            await reach.CanApproveAsync(r, cancellationToken), (await stages.OfAsync([r], cancellationToken))[r.Id]);
    }

    public async Task<PagedResult<RemittanceLineDto>> GetLinesAsync(Guid id, GetRemittanceLinesInput input, CancellationToken cancellationToken)
    {
        if (!await (await ReachableAsync(db.Remittances, cancellationToken)).AnyAsync(r => r.Id == id, cancellationToken))
            throw new EntityNotFoundException();
        var size = Cursor.PageSize(input.PageSize, 500);
        var filtered = Filter(id, input);
        var total = await filtered.LongCountAsync(cancellationToken);
        var rows = await After(filtered, Cursor.Read(input.Cursor)).OrderBy(c => c.SequenceType).ThenBy(c => c.CollectionDate).ThenBy(c => c.Id)
            .Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, c => Cursor.Of(c.Id, $"{c.SequenceType}|{c.CollectionDate:yyyy-MM-dd}"), total);
        var findings = await FindingsAsync(id, [.. page.Items.Select(c => c.Id)], cancellationToken);
        return new PagedResult<RemittanceLineDto>([.. page.Items.Select(c => Line(c, findings))], page.NextCursor, total);
    }

    private Task<IQueryable<Remittance>> ReachableAsync(IQueryable<Remittance> remittances, CancellationToken cancellationToken) =>
        reach.OfAsync(remittances, SepaPermissions.Remittances.Default, cancellationToken);

    private IQueryable<Collection> Filter(Guid id, GetRemittanceLinesInput input)
    {
        var found = lines.Of(id);
        if (input.SequenceType is { } sequence)
            found = found.Where(c => c.SequenceType == sequence);
        if (input.CollectionDate is { } date)
            found = found.Where(c => c.CollectionDate == date);
        if (input.Severity is { } severity)
            found = found.Where(c => db.CheckFindings.Any(f => f.RemittanceId == id && f.CollectionId == c.Id && f.Severity == severity));
        foreach (var word in SearchTexts.Words(input.Search))
            found = found.Where(c => c.SearchText.Contains(word) || db.Mandates.Any(m => m.Id == c.MandateId && m.SearchText.Contains(word)));
        return found;
    }

    private static IQueryable<Collection> After(IQueryable<Collection> orders, (Guid Id, string Key)? after)
    {
        if (after is not { } cursor)
            return orders;
        var parts = cursor.Key.Split('|');
        if (parts.Length != 2 || !Enum.TryParse<SequenceType>(parts[0], out var sequence) || !DateOnly.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var date))
            throw new InputException(new FieldError("cursor", SepaErrorCodes.ListParameter));
        // By their names, which is how the column is sorted.
        var later = Enum.GetValues<SequenceType>().Where(s => string.CompareOrdinal($"{s}", $"{sequence}") > 0).Select(s => (SequenceType?)s).ToArray();
        return orders.Where(c => later.Contains(c.SequenceType)
            || (c.SequenceType == sequence && (c.CollectionDate > date || (c.CollectionDate == date && c.Id > cursor.Id))));
    }

    private async Task<ILookup<Guid, CheckFindingDto>> FindingsAsync(Guid id, IReadOnlyList<Guid> orders, CancellationToken cancellationToken)
    {
        var found = await db.CheckFindings.AsNoTracking()
            .Where(f => f.RemittanceId == id && f.CollectionId != null && orders.Contains(f.CollectionId.Value)).ToListAsync(cancellationToken);
        return found.OrderByDescending(f => f.Severity).ThenBy(f => f.Code)
            .ToLookup(f => f.CollectionId!.Value, f => new CheckFindingDto(f.Code, f.Severity, texts.Of(f.Code, f.Data), CollectionRules.SourceOf(f.Code)));
    }

    private RemittanceLineDto Line(Collection c, ILookup<Guid, CheckFindingDto> findings) => new(
        c.Id, c.MandateId, c.MandateReference!, c.DebtorName!, c.DebtorIban!, c.AmountCents / 100m, c.SequenceType!.Value, c.CollectionDate!.Value,
        c.EndToEndId, c.InvoiceNumber, c.RemittanceInformation, [.. findings[c.Id]], c.BankState, reasons.Of(c.BankReason));
}
