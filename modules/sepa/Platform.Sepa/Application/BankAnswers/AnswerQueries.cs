using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class AnswerQueries(SepaDbContext db, ReasonTexts reasons) : IScopedDependency
{
    public async Task<PagedResult<BankAnswerDto>> GetListAsync(GetBankAnswersInput input, CancellationToken cancellationToken)
    {
        var size = Cursor.PageSize(input.PageSize);
        var found = db.BankAnswers.AsNoTracking();
        if (input.Kind is { } kind)
            found = found.Where(a => a.Kind == kind);
        var total = await found.LongCountAsync(cancellationToken);
        if (Cursor.Read(input.Cursor) is { } after)
            found = found.Where(a => a.Id < after.Id);
        var rows = await found.OrderByDescending(a => a.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, a => Cursor.Of(a.Id), total);
        return new PagedResult<BankAnswerDto>([.. page.Items.Select(ToDto)], page.NextCursor, total);
    }

    public async Task<BankAnswerDto> GetAsync(Guid id, CancellationToken cancellationToken) =>
        ToDto(await db.BankAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new EntityNotFoundException());

    public async Task<PagedResult<BankAnswerItemDto>> GetItemsAsync(GetBankAnswerItemsInput input, CancellationToken cancellationToken)
    {
        var size = Cursor.PageSize(input.PageSize);
        var found = Filter(input);
        var total = await found.LongCountAsync(cancellationToken);
        var rows = await After(found, input.AnswerId is not null, Cursor.Read(input.Cursor)?.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = Cursor.Page(rows, size, i => Cursor.Of(i.Id), total);
        return new PagedResult<BankAnswerItemDto>(await ToDtosAsync(page.Items, cancellationToken), page.NextCursor, total);
    }

    public async Task<BankAnswerItemDto> GetItemAsync(Guid id, CancellationToken cancellationToken) =>
        (await ToDtosAsync([await db.BankAnswerItems.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken)], cancellationToken))[0];

    private IQueryable<BankAnswerItem> Filter(GetBankAnswerItemsInput input)
    {
        var found = db.BankAnswerItems.AsNoTracking();
        if (input.AnswerId is { } answer)
            found = found.Where(i => i.AnswerId == answer);
        // Written out, as the filter of its index is: SQLite does not look into parameters.
        if (input.State == BankAnswerItemState.Unmatched)
            found = found.Where(i => i.State == BankAnswerItemState.Unmatched);
        else if (input.State is { } state)
            found = found.Where(i => i.State == state);
        if (input.Effect is { } effect)
            found = found.Where(i => i.Effect == effect);
        if (input.Search?.Trim() is { Length: > 0 } text)
            found = found.Where(i => i.EndToEndId!.StartsWith(text) || i.MandateReference!.StartsWith(text));
        return found;
    }

    // Keys rise as the file was read.
    private static IQueryable<BankAnswerItem> After(IQueryable<BankAnswerItem> items, bool isOneFile, Guid? after) => isOneFile
        ? (after is null ? items : items.Where(i => i.Id > after)).OrderBy(i => i.Id)
        : (after is null ? items : items.Where(i => i.Id < after)).OrderByDescending(i => i.Id);

    private async Task<IReadOnlyList<BankAnswerItemDto>> ToDtosAsync(IReadOnlyList<BankAnswerItem> items, CancellationToken cancellationToken)
    {
        var ids = items.Select(i => i.OrderId).OfType<Guid>().Distinct().ToArray();
        var parties = await db.Orders.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.PartyName, c.Kind })
            .ToDictionaryAsync(c => c.Id, c => (c.PartyName, c.Kind), cancellationToken);
        return [.. items.Select(i => ToDto(i, i.OrderId is { } id ? parties.GetValueOrDefault(id) : default))];
    }

    private BankAnswerItemDto ToDto(BankAnswerItem i, (string? Name, OrderKind Kind) party) => new(
        i.Id, i.AnswerId, i.Line, i.Level, i.State, i.Effect, i.BankStatus, i.EndToEndId, i.MandateReference, i.OriginalMessageId, i.AmountCents / 100m, i.On,
        reasons.Of(i.Reason, party.Kind), i.Information, i.OrderId, party.Name, i.RemittanceId, i.HandledByName, i.Note);

    private static BankAnswerDto ToDto(BankAnswer a) => new(
        a.Id, a.Kind, a.Message, a.FileName, a.MessageId, a.Sha256, a.Size, a.ItemCount, a.MatchedCount, a.UnmatchedCount, a.RejectedCount, a.ReturnedCount,
        a.CreatedByName, a.CreatedAt);
}
