using Platform.Identity;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class HandoffRevoking(AccountingDbContext db, ILinkService links, TimeProvider clock) : IScopedDependency
{
    /// <summary>Every link of it opens no more.</summary>
    public async Task RevokeAsync(Handoff handoff, CancellationToken cancellationToken)
    {
        await links.RevokeAllAsync(HandoffLink.Kind, handoff.Id, cancellationToken);
        handoff.Revoke(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
    }
}
