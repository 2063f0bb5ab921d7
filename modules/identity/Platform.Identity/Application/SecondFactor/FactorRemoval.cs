using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Takes second factors away, and with the last one the recovery codes.</summary>
internal sealed class FactorRemoval(IdentityDbContext context, AuthenticatorKeys keys, SessionEnding ending) : IScopedDependency
{
    public async Task RemoveAppAsync(Guid userId, CancellationToken cancellationToken)
    {
        context.Authenticators.RemoveRange(await context.Authenticators.Where(a => a.UserId == userId).ToListAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
        await DropUnneededCodesAsync(userId, cancellationToken);
        await keys.RemoveAsync(userId, cancellationToken);
    }

    public async Task RemoveAllAsync(Guid userId, CancellationToken cancellationToken)
    {
        await context.Passkeys.Where(p => p.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await RemoveAppAsync(userId, cancellationToken);
    }

    public async Task DropUnneededCodesAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (!await context.HasFactorAsync(userId, cancellationToken))
            await context.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellationToken);
    }

    public Task<int> EndOtherSessionsAsync(Guid userId, CancellationToken cancellationToken) =>
        ending.EndOthersAsync(userId, cancellationToken);
}

internal static class FactorQueries
{
    /// <summary>An app or a passkey.</summary>
    public static async Task<bool> HasFactorAsync(this IdentityDbContext context, Guid userId, CancellationToken cancellationToken) =>
        await context.Authenticators.AnyAsync(a => a.UserId == userId && a.ConfirmedAt != null, cancellationToken)
        || await context.Passkeys.AnyAsync(p => p.UserId == userId, cancellationToken);
}
