using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Ends sessions of a person, and with them the trust in the browsers they were open in.</summary>
internal sealed class SessionEnding(IdentityDbContext context, DeviceTrust trust, ICurrentUser currentUser) : IScopedDependency
{
    public async Task<int> EndAllAsync(Guid userId, CancellationToken cancellationToken)
    {
        await trust.EndAsync(userId, except: null, cancellationToken);
        return await context.Sessions.Where(s => s.UserId == userId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>All but the session that asks.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> EndOthersAsync(Guid userId, CancellationToken cancellationToken)
    {
        var current = currentUser.Info.SessionId;
        var device = await context.Sessions.Where(s => s.Id == current && s.UserId == userId).Select(s => s.DeviceHash).SingleOrDefaultAsync(cancellationToken);
        await trust.EndAsync(userId, device, cancellationToken);
        return await context.Sessions.Where(s => s.UserId == userId && s.Id != current).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>One of the person's own.</summary>
    /// <exception cref="EntityNotFoundException">Not a session of this person.</exception>
    public async Task EndOneAsync(Guid userId, Guid id, CancellationToken cancellationToken)
    {
        var session = await context.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.UserId == userId, cancellationToken) ?? throw new EntityNotFoundException();
        await trust.EndOneAsync(userId, session.DeviceHash, cancellationToken);
        await context.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
    }
}
