using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Links of the current company with what they are worth at this moment.</summary>
internal sealed class LinkReader(IdentityDbContext context, LinkKindCatalog kinds, LinkDurations durations, TimeProvider clock) : IScopedDependency
{
    private const int LargestPage = 100;

    public async Task<PagedResult<LinkDto>> GetListAsync(IQueryable<Link> links, LinkListInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var bounds = await BoundsAsync(cancellationToken);
        var matching = Search(links.Where(l => input.Kind == null || l.Kind == input.Kind), input.Search);
        if (input.State is { } state)
            matching = InState(matching, state, now, bounds);
        var size = Math.Clamp(input.PageSize, 1, LargestPage);
        var total = await matching.LongCountAsync(cancellationToken);
        if (Guid.TryParseExact(input.Cursor, "N", out var last))
            matching = matching.Where(l => l.Id.CompareTo(last) < 0);
        var page = await matching.AsNoTracking().OrderByDescending(l => l.Id).Take(size + 1).ToListAsync(cancellationToken);
        var shown = page.Take(size).ToList();
        return new PagedResult<LinkDto>(await ToDtosAsync(shown, now, bounds, cancellationToken), page.Count > size ? $"{shown[^1].Id:N}" : null, total);
    }

    /// <summary>The latest link of each subject, with its state and end.</summary>
    public async Task<IReadOnlyDictionary<Guid, (LinkState State, DateTime End)>> LatestAsync(string kind, IReadOnlyCollection<Guid> subjects, CancellationToken cancellationToken)
    {
        var (now, most) = (clock.GetUtcNow().UtcDateTime, await durations.MostAsync(kinds.Get(kind), cancellationToken));
        var rows = await context.Links.AsNoTracking().Where(l => l.Kind == kind && !l.IsReplaced && subjects.Contains(l.SubjectId)).ToListAsync(cancellationToken);
        return rows.GroupBy(l => l.SubjectId).Select(g => g.MaxBy(l => l.Id)!).ToDictionary(l => l.SubjectId, l => (l.StateAt(now, most), l.EndBy(most)));
    }

    public async Task<IReadOnlyList<SentLink>> GetListAsync(string kind, IReadOnlyCollection<Guid> subjects, CancellationToken cancellationToken)
    {
        var (now, most) = (clock.GetUtcNow().UtcDateTime, await durations.MostAsync(kinds.Get(kind), cancellationToken));
        var rows = await context.Links.AsNoTracking().Where(l => l.Kind == kind && subjects.Contains(l.SubjectId)).OrderByDescending(l => l.Id).ToListAsync(cancellationToken);
        return rows.ConvertAll(l => new SentLink(l.Id, l.SubjectId, l.Recipient, l.MadeAt, l.EndBy(most), l.StateAt(now, most), l.Uses));
    }

    // A link of these kinds lasts no longer than this.
    private async Task<IReadOnlyDictionary<string, TimeSpan>> BoundsAsync(CancellationToken cancellationToken)
    {
        var bounds = new Dictionary<string, TimeSpan>();
        foreach (var kind in kinds.All.Where(k => !k.OfHost))
        {
            if (await durations.MostAsync(kind, cancellationToken) is { } most)
                bounds[kind.Name] = most;
        }

        return bounds;
    }

    private IQueryable<Link> Search(IQueryable<Link> links, string? text)
    {
        if (text?.Trim() is not { Length: > 0 } search)
            return links;
        var mask = search.IndexOf('@', StringComparison.Ordinal) > 0 && !search.Contains('•', StringComparison.Ordinal) ? Link.Mask(search) : search;
        var (part, name) = (mask.ToLowerInvariant(), search.ToLowerInvariant());
#pragma warning disable CA1304, CA1311 // Runs in the database.
        return links.Where(l => l.Recipient.ToLower().Contains(part) || context.Users.Any(u => u.Id == l.MadeBy && u.Name.ToLower().Contains(name)));
#pragma warning restore CA1304, CA1311
    }

    private static IQueryable<Link> InState(IQueryable<Link> links, LinkState state, DateTime now, IReadOnlyDictionary<string, TimeSpan> bounds)
    {
        var live = links.Where(l => l.RevokedAt == null && (l.MostUses == null || l.Uses < l.MostUses));
        var open = live.Where(l => l.ExpiresAt > now);
        foreach (var group in bounds.GroupBy(b => b.Value, b => b.Key))
        {
            var (names, latest) = (group.ToArray(), now - group.Key);
            open = open.Where(l => !names.Contains(l.Kind) || l.MadeAt > latest);
        }

        return state switch
        {
            LinkState.Open => open,
            LinkState.Expired => live.Where(l => !open.Any(o => o.Id == l.Id)),
            LinkState.UsedUp => links.Where(l => l.RevokedAt == null && l.Uses >= l.MostUses),
            _ => links.Where(l => l.RevokedAt != null && l.IsReplaced == (state == LinkState.Replaced)),
        };
    }

    private async Task<IReadOnlyList<LinkDto>> ToDtosAsync(List<Link> rows, DateTime now, IReadOnlyDictionary<string, TimeSpan> bounds, CancellationToken cancellationToken)
    {
        var makers = rows.Select(l => l.MadeBy).OfType<Guid>().Distinct().ToArray();
        var names = await context.Users.Where(u => makers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        return rows.ConvertAll(l =>
        {
            var most = bounds.TryGetValue(l.Kind, out var bound) ? bound : (TimeSpan?)null;
            var maker = l.MadeBy is { } id ? names.GetValueOrDefault(id) : null;
            return new LinkDto(l.Id, l.Kind, l.SubjectId, l.Recipient, maker, l.MadeAt, l.EndBy(most), l.StateAt(now, most), l.Uses, l.MostUses, l.LastUsedAt);
        });
    }
}
