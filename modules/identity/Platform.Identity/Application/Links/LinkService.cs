using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class LinkService(
    IdentityDbContext context, LinkKindCatalog kinds, LinkTokens tokens, LinkDurations durations, LinkFinder finder, LinkReader reader, Mails mails, ITenantStore tenants, ICurrentTenant tenant,
    ICurrentUser currentUser, IAuditLog audit, TimeProvider clock) : ILinkService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<MadeLink> MakeAsync(NewLink link, CancellationToken cancellationToken = default)
    {
        var kind = kinds.Get(link.Kind);
        using var place = tenant.Change(await PlaceOfAsync(kind, cancellationToken));
        var lasts = await durations.ChooseAsync(kind, link.Lasts, cancellationToken);
        if (kind.OneAtATime)
            await EndAsync(Of(link.Kind, link.SubjectId), replaced: true, cancellationToken);
        var (key, now) = (Secrets.NewKey(), Now);
        var row = new Link
        {
            Id = Guid.CreateVersion7(),
            Kind = kind.Name,
            SubjectId = link.SubjectId,
            UserId = kind.OfPerson ? link.SubjectId : link.UserId,
            Recipient = Link.Mask(link.Recipient),
            TokenHash = Secrets.Hash(key),
            MadeBy = currentUser.Id,
            MadeAt = now,
            ExpiresAt = now + lasts,
            MostUses = kind.MostUses,
        };
        context.Links.Add(row);
        Record("Made", row.Id, new AuditChange("Kind", null, kind.Name), new AuditChange("Recipient", null, row.Recipient), new AuditChange("Subject", null, $"{row.SubjectId}"));
        await context.SaveChangesAsync(cancellationToken);
        return new MadeLink(row.Id, mails.LinkTo($"{kind.Path}/{tokens.Write(kind.Name, row.TenantId, key)}"), row.ExpiresAt);
    }

    public async Task<LinkTerms> GetTermsAsync(string kind, CancellationToken cancellationToken = default)
    {
        using var place = tenant.Change(await PlaceOfAsync(kinds.Get(kind), cancellationToken));
        return await durations.TermsAsync(kinds.Get(kind), cancellationToken);
    }

    public Task<OpenedLink> LookAsync(string kind, string? token, CancellationToken cancellationToken = default) => finder.FindAsync(kinds.Get(kind), token, cancellationToken);

    public async Task<OpenedLink> OpenAsync(string kind, string? token, CancellationToken cancellationToken = default)
    {
        var definition = kinds.Get(kind);
        var found = await finder.FindAsync(definition, token, cancellationToken);
        using var place = tenant.Change(found.Company);
        var now = Now;
        var used = await Unended(context.Links.Where(l => l.Id == found.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Uses, l => l.Uses + 1).SetProperty(l => l.LastUsedAt, now), cancellationToken);
        // Somebody else used or revoked it a moment ago.
        if (used == 0)
            throw LinkFinder.Dead(definition, await context.Links.AsNoTracking().SingleOrDefaultAsync(l => l.Id == found.Id, cancellationToken) is { RevokedAt: not null } ? LinkState.Revoked : LinkState.UsedUp);
        if (definition.OneAtATime)
            await EndAsync(Of(kind, found.SubjectId).Where(l => l.Id != found.Id), replaced: true, cancellationToken);
        Record("Opened", found.Id, new AuditChange("Kind", null, kind));
        return found;
    }

    public Task<IReadOnlyList<SentLink>> GetListAsync(string kind, IReadOnlyCollection<Guid> subjectIds, CancellationToken cancellationToken = default) =>
        reader.GetListAsync(kind, subjectIds, cancellationToken);

    public async Task<int> RevokeAllAsync(string kind, Guid subjectId, CancellationToken cancellationToken = default)
    {
        using var host = kinds.Get(kind).OfHost ? tenant.Change(null) : null;
        return await EndAsync(Of(kind, subjectId), replaced: false, cancellationToken);
    }

    public async Task<bool> RevokeAsync(Guid id, CancellationToken cancellationToken = default) =>
        await EndAsync(context.Links.Where(l => l.Id == id), replaced: false, cancellationToken) > 0;

    private IQueryable<Link> Of(string kind, Guid subjectId) => context.Links.Where(l => l.Kind == kind && l.SubjectId == subjectId);

    private static IQueryable<Link> Unended(IQueryable<Link> links) => links.Where(l => l.RevokedAt == null && (l.MostUses == null || l.Uses < l.MostUses));

    // Settings of a group count too: they are found by the company, which jobs know by its id alone.
    private async Task<TenantInfo?> PlaceOfAsync(LinkKindDefinition kind, CancellationToken cancellationToken)
    {
        if (kind.OfHost)
            return null;
        if (tenant.Id is not { } id)
            throw new InvalidOperationException($"A link of kind {kind.Name} belongs to a company, and none is current.");
        return tenant.Tenant ?? await tenants.FindByIdAsync(id, cancellationToken) ?? throw new EntityNotFoundException();
    }

    // By statement: whatever else the scope has changed is saved where it belongs.
    private async Task<int> EndAsync(IQueryable<Link> links, bool replaced, CancellationToken cancellationToken)
    {
        var now = Now;
        var ids = await Unended(links).Where(l => replaced || l.ExpiresAt > now).Select(l => l.Id).ToListAsync(cancellationToken);
        if (ids.Count == 0)
            return 0;
        var ended = await Unended(links).Where(l => ids.Contains(l.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.RevokedAt, now).SetProperty(l => l.IsReplaced, replaced), cancellationToken);
        foreach (var id in replaced ? [] : ids)
            Record("Revoked", id);
        return ended;
    }

    private void Record(string act, Guid id, params IReadOnlyList<AuditChange> changes) => audit.Add($"Identity.Link.{act}", nameof(Link), id.ToString(), changes);
}
