using System.Globalization;
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
            found = After(found, after);
        var rows = await found.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, r => Cursor.Of(r.Id, $"{r.CreatedAt:O}"), total);
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
            account, [.. blocks.Select(b => new RemittanceBlockDto(b.SequenceType, b.ExecutionDate, b.Count, b.Cents / 100m))],
            await reach.CanApproveAsync(r, cancellationToken), (await stages.OfAsync([r], cancellationToken))[r.Id]);
    }

    public async Task<PagedResult<RemittanceLineDto>> GetLinesAsync(Guid id, GetRemittanceLinesInput input, CancellationToken cancellationToken)
    {
        if (!await (await ReachableAsync(db.Remittances, cancellationToken)).AnyAsync(r => r.Id == id, cancellationToken))
            throw new EntityNotFoundException();
        var size = Cursor.PageSize(input.PageSize, 500);
        var filtered = Filter(id, input);
        var total = await filtered.LongCountAsync(cancellationToken);
        var rows = await After(filtered, Cursor.Read(input.Cursor)).OrderBy(c => c.SequenceType).ThenBy(c => c.ExecutionDate).ThenBy(c => c.Id)
            .Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, c => Cursor.Of(c.Id, $"{c.SequenceType}|{c.ExecutionDate:yyyy-MM-dd}"), total);
        var findings = await FindingsAsync(id, [.. page.Items.Select(c => c.Id)], cancellationToken);
        return new PagedResult<RemittanceLineDto>([.. page.Items.Select(c => Line(c, findings))], page.NextCursor, total);
    }

    private Task<IQueryable<Remittance>> ReachableAsync(IQueryable<Remittance> remittances, CancellationToken cancellationToken) =>
        reach.OfAsync(remittances, SepaPermissions.Remittances.Default, cancellationToken);

    private IQueryable<PaymentOrder> Filter(Guid id, GetRemittanceLinesInput input)
    {
        var found = lines.Of(id);
        if (input.SequenceType is { } sequence)
            found = found.Where(c => c.SequenceType == sequence);
        if (input.ExecutionDate is { } date)
            found = found.Where(c => c.ExecutionDate == date);
        if (input.Severity is { } severity)
            found = found.Where(c => db.CheckFindings.Any(f => f.RemittanceId == id && f.OrderId == c.Id && f.Severity == severity));
        return found.Matching(input.Search, word => c => c.SearchText.Contains(word)
            || db.Mandates.Any(m => m.Id == ((Collection)c).MandateId && m.SearchText.Contains(word)));
    }

    private static IQueryable<PaymentOrder> After(IQueryable<PaymentOrder> orders, (Guid Id, string Key)? after)
    {
        if (after is not { } cursor)
            return orders;
        var parts = cursor.Key.Split('|');
        if (parts.Length != 2 || !TryReadSequence(parts[0], out var sequence) || !DateOnly.TryParse(parts[1], CultureInfo.InvariantCulture, out var date))
            throw new InputException(new FieldError("cursor", SepaErrorCodes.ListParameter));
        // By their names, which is how the column is sorted.
        var later = Enum.GetValues<SequenceType>().Where(s => string.CompareOrdinal($"{s}", $"{sequence}") > 0).Select(s => (SequenceType?)s).ToArray();
        return orders.Where(c => later.Contains(c.SequenceType)
            || (c.SequenceType == sequence && (c.ExecutionDate > date || (c.ExecutionDate == date && c.Id > cursor.Id))));
    }

    private async Task<ILookup<Guid, CheckFindingDto>> FindingsAsync(Guid id, IReadOnlyList<Guid> orders, CancellationToken cancellationToken)
    {
        var found = await db.CheckFindings.AsNoTracking()
            .Where(f => f.RemittanceId == id && f.OrderId != null && orders.Contains(f.OrderId.Value)).ToListAsync(cancellationToken);
        return found.OrderByDescending(f => f.Severity).ThenBy(f => f.Code)
            .ToLookup(f => f.OrderId!.Value, f => new CheckFindingDto(f.Code, f.Severity, texts.Of(f.Code, f.Data), OrderRules.SourceOf(f.Code)));
    }

    private static IQueryable<Remittance> After(IQueryable<Remittance> remittances, (Guid Id, string Key) after)
    {
        if (!DateTime.TryParseExact(after.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            throw new InputException(new FieldError("cursor", SepaErrorCodes.ListParameter));
        return remittances.Where(r => r.CreatedAt < at || (r.CreatedAt == at && r.Id < after.Id));
    }

    // Transfers have none.
    private static bool TryReadSequence(string text, out SequenceType? sequence)
    {
        sequence = Enum.TryParse<SequenceType>(text, out var named) ? named : null;
        return sequence is not null || text.Length == 0;
    }

    private RemittanceLineDto Line(PaymentOrder c, ILookup<Guid, CheckFindingDto> findings) => new(
        c.Id, (c as Collection)?.MandateId, (c as Collection)?.MandateReference, c.PartyName!, c.PartyIban!, c.AmountCents / 100m, c.SequenceType, c.ExecutionDate!.Value,
        c.EndToEndId, c.InvoiceNumber, c.RemittanceInformation, [.. findings[c.Id]], c.BankState, reasons.Of(c.BankReason, c.Kind));
}
