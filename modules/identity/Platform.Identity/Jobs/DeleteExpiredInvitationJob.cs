using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed record DeleteExpiredInvitationArgs(Guid InvitationId);

/// <summary>Runs in the company of the invitation; an invitation sent again meanwhile has a later job of its own.</summary>
internal sealed class DeleteExpiredInvitationJob(IdentityDbContext context, TimeProvider clock) : IBackgroundJob<DeleteExpiredInvitationArgs>
{
    public static readonly TimeSpan KeptAfterExpiry = TimeSpan.FromDays(30);

    public Task ExecuteAsync(DeleteExpiredInvitationArgs args, CancellationToken cancellationToken)
    {
        var latest = clock.GetUtcNow().UtcDateTime - KeptAfterExpiry;
        return context.Invitations.Where(i => i.Id == args.InvitationId && i.ExpiresAt <= latest).ExecuteDeleteAsync(cancellationToken);
    }
}
