using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Finds the link of a token while it is open, and sees to it that what is refused leaves a trace.</summary>
internal sealed class LinkFinder(
    IdentityDbContext context, LinkTokens tokens, LinkDurations durations, FailureCounters counters, OwnTransaction own, ITenantStore tenants, ICurrentTenant tenant,
    ICurrentUser currentUser, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    /// <exception cref="DeadLinkException">It is not open.</exception>
    public async Task<OpenedLink> FindAsync(LinkKindDefinition kind, string? token, CancellationToken cancellationToken)
    {
        // A refusal is kept in a transaction of its own, which would wait for this one.
        if (unitOfWork.HasBegun)
            throw new InvalidOperationException("A link is opened before anything is written.");
        if (!LinkTokens.HasShape(token))
            throw Unknown(kind);
        var network = FailureCounter.NetworkOf(currentUser.Info.ClientAddress);
        if (!tokens.TryRead(kind.Name, token!, out var companyId, out var key))
        {
            await own.RunAsync<LinkRefusals, bool>(r => r.ForgedAsync(network, cancellationToken), cancellationToken);
            throw Unknown(kind);
        }

        // In the same words: whoever guesses does not learn that a guess was right.
        var company = companyId == Guid.Empty ? null : await tenants.FindByIdAsync(companyId, cancellationToken);
        if ((company is null or { ClosedAt: not null } && companyId != Guid.Empty) || await counters.IsBlockedAsync(network, cancellationToken))
            throw Unknown(kind);
        return await FindAsync(kind, company, Secrets.Hash(key), cancellationToken);
    }

    public static DeadLinkException Dead(LinkKindDefinition kind, LinkState state) => new(
        state switch
        {
            LinkState.Expired => IdentityErrorCodes.LinkExpired,
            LinkState.Revoked => IdentityErrorCodes.LinkRevoked,
            LinkState.Replaced => IdentityErrorCodes.LinkReplaced,
            LinkState.UsedUp => IdentityErrorCodes.LinkUsedUp,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "It is open."),
        },
        existed: true,
        kind.RenewPath);

    private async Task<OpenedLink> FindAsync(LinkKindDefinition kind, TenantInfo? company, string hash, CancellationToken cancellationToken)
    {
        using var place = tenant.Change(company);
        var row = await context.Links.AsNoTracking().SingleOrDefaultAsync(l => l.TokenHash == hash && l.Kind == kind.Name, cancellationToken) ?? throw Unknown(kind);
        var most = await durations.MostAsync(kind, cancellationToken);
        var state = row.StateAt(clock.GetUtcNow().UtcDateTime, most);
        if (state == LinkState.Open)
            return new OpenedLink(row.Id, row.SubjectId, company, row.UserId, row.EndBy(most));
        await own.RunAsync<LinkRefusals, bool>(r => r.DeadAsync(row, state, company, cancellationToken), cancellationToken);
        throw Dead(kind, state);
    }

    private static DeadLinkException Unknown(LinkKindDefinition kind) => new(IdentityErrorCodes.LinkUnknown, existed: false, kind.RenewPath);
}
