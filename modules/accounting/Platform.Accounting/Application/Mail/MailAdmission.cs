using Microsoft.EntityFrameworkCore;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Whether a company's inbox takes mail at an address, and from a sender. Works in the company that is current.</summary>
internal sealed class MailAdmission(AccountingDbContext db, IMemberDirectory members, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    public Task<bool> IsOpenAsync(string token, CancellationToken cancellationToken) =>
        db.InboxAddresses.AnyAsync(a => a.Token == token && a.EndedAt == null, cancellationToken);

    /// <summary>A refusal is counted.</summary>
    public async Task<bool> IsWelcomeAsync(string sender, CancellationToken cancellationToken)
    {
        if (sender.Length is > 0 and <= ReceivedMail.SenderLength && await IsAllowedAsync(sender, cancellationToken))
            return true;
        await CountAsync(sender.Length > ReceivedMail.SenderLength ? "" : sender.ToLowerInvariant(), cancellationToken);
        return false;
    }

    private async Task<bool> IsAllowedAsync(string sender, CancellationToken cancellationToken)
    {
        var ways = AllowedSender.WaysTo(sender);
        return await db.AllowedSenders.AnyAsync(s => ways.Contains(s.Sender), cancellationToken) || await members.IsActiveAsync(sender, cancellationToken);
    }

    private async Task CountAsync(string sender, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var known = await db.RefusedSenders.Where(r => r.Sender == sender)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Times, r => r.Times + 1).SetProperty(r => r.LastAt, now), cancellationToken);
        if (known == 0)
        {
            var kept = await db.RefusedSenders.OrderByDescending(r => r.LastAt).Select(r => r.Id).Take(RefusedSender.Most - 1).ToListAsync(cancellationToken);
            if (kept.Count == RefusedSender.Most - 1)
                await db.RefusedSenders.Where(r => !kept.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
            db.RefusedSenders.Add(new RefusedSender(sender, now));
        }

        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
