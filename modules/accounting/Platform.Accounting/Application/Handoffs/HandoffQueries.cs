using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Handoffs as people see them.</summary>
internal sealed class HandoffQueries(AccountingDbContext db, ILinkService links, HandoffSending sending) : IScopedDependency
{
    private const int LargestPage = 100;
    private const int LatestDownloads = 100;

    public async Task<PagedResult<HandoffListDto>> GetListAsync(GetHandoffsInput input, CancellationToken cancellationToken)
    {
        var (last, size) = (Place(input.Cursor, int.MaxValue), Math.Clamp(input.PageSize, 1, LargestPage));
        var rows = await db.Handoffs.AsNoTracking().Where(h => h.Number < last).OrderByDescending(h => h.Number).Take(size + 1).ToListAsync(cancellationToken);
        var shown = await HeadsAsync([.. rows.Take(size)], cancellationToken);
        return new PagedResult<HandoffListDto>([.. shown.Select(s => s.Head)], rows.Count > size ? Cursor(rows[size - 1].Number) : null, await db.Handoffs.LongCountAsync(cancellationToken));
    }

    public async Task<HandoffDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        var handoff = await db.Handoffs.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        var (head, sent) = (await HeadsAsync([handoff], cancellationToken))[0];
        var downloads = await db.HandoffDownloads.AsNoTracking().Where(d => d.HandoffId == id).OrderByDescending(d => d.Id).Take(LatestDownloads)
            .Select(d => new HandoffDownloadDto(d.At, d.UserName, d.ClientAddress, d.Device)).ToListAsync(cancellationToken);
        var (usual, most) = await sending.DaysAsync(cancellationToken);
        return new HandoffDto(
            head, new HandoffRecipientDto(handoff.RecipientName, handoff.RecipientEmail, handoff.RecipientLanguage), handoff.BaseId, handoff.PeriodFrom, handoff.PeriodTo, handoff.Message,
            await TypesAsync(id, cancellationToken), [.. sent.Select(ToDto)], downloads, usual, most);
    }

    public async Task<PagedResult<HandoffItemDto>> GetItemsAsync(Guid id, string? cursor, int pageSize, CancellationToken cancellationToken)
    {
        var (last, size) = (Place(cursor, -1), Math.Clamp(pageSize, 1, LargestPage));
        if (!await db.Handoffs.AnyAsync(h => h.Id == id, cancellationToken))
            throw new EntityNotFoundException();
        var rows = await db.HandoffItems.AsNoTracking().Where(i => i.HandoffId == id && i.Position > last).OrderBy(i => i.Position).Take(size + 1).ToListAsync(cancellationToken);
        return new PagedResult<HandoffItemDto>(
            [.. rows.Take(size).Select(i => new HandoffItemDto(i.Name, i.DocumentId, i.Type, i.Size, i.Sha256))], rows.Count > size ? Cursor(rows[size - 1].Position) : null);
    }

    public async Task<IReadOnlyList<HandoffTypeCountDto>> TypesAsync(Guid id, CancellationToken cancellationToken)
    {
        var types = await db.HandoffItems.Where(i => i.HandoffId == id && i.Type != null).GroupBy(i => i.Type!.Value)
            .Select(g => new { Type = g.Key, Count = g.Count(), Size = g.Sum(i => i.Size) }).ToListAsync(cancellationToken);
        return [.. types.OrderBy(t => t.Type.Rank()).Select(t => new HandoffTypeCountDto(t.Type, t.Count, t.Size))];
    }

    public async Task<int?> BaseNumberAsync(Handoff handoff, CancellationToken cancellationToken) => handoff.BaseId is { } id
        ? await db.Handoffs.Where(h => h.Id == id).Select(h => h.Number).SingleAsync(cancellationToken)
        : null;

    private async Task<List<(HandoffListDto Head, List<SentLink> Links)>> HeadsAsync(List<Handoff> handoffs, CancellationToken cancellationToken)
    {
        var (ids, bases) = (handoffs.ConvertAll(h => h.Id), handoffs.Select(h => h.BaseId).OfType<Guid>().ToList());
        var numbers = await db.Handoffs.Where(h => bases.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Number, cancellationToken);
        var downloads = await db.HandoffDownloads.Where(d => ids.Contains(d.HandoffId)).GroupBy(d => d.HandoffId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var sent = (await links.GetListAsync(HandoffLink.Kind, ids, cancellationToken)).ToLookup(l => l.SubjectId);
        return handoffs.ConvertAll(h => (Head(h, [.. sent[h.Id]], h.BaseId is { } id ? numbers[id] : null, downloads.GetValueOrDefault(h.Id)), sent[h.Id].ToList()));
    }

    private static HandoffListDto Head(Handoff h, List<SentLink> links, int? baseNumber, int downloads) => new(
        h.Id, h.Number, baseNumber, h.RecipientName, h.MadeAt, h.MadeByName, h.Count, h.Size, StateOf(h, links),
        links.Where(l => l.State == LinkState.Open).Select(l => (DateTime?)l.ExpiresAt).Max(), downloads);

    private static HandoffState StateOf(Handoff handoff, List<SentLink> links) => handoff switch
    {
        _ when links.Exists(l => l.State == LinkState.Open) => HandoffState.Open,
        { RevokedAt: not null } => HandoffState.Revoked,
        { RecipientEmail.Length: 0 } => HandoffState.OnPlatform,
        _ => links.Count > 0 && links[0].State == LinkState.Revoked ? HandoffState.Revoked : HandoffState.Expired,
    };

    private static HandoffLinkDto ToDto(SentLink link) => new(
        link.Recipient, link.MadeAt, link.ExpiresAt,
        link.State switch { LinkState.Open => HandoffState.Open, LinkState.Revoked => HandoffState.Revoked, _ => HandoffState.Expired }, link.Uses);

    private static string Cursor(int place) => place.ToString(CultureInfo.InvariantCulture);

    private static int Place(string? cursor, int first) => string.IsNullOrEmpty(cursor) ? first
        : int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
        : throw new InputException(new FieldError("cursor", AccountingErrorCodes.CursorInvalid, cursor.Length <= 100 ? cursor : cursor[..100]));
}
