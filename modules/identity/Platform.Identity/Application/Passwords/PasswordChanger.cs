using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Puts a new password in place of the former one, which is kept as a hash so that it does not come back.</summary>
internal sealed class PasswordChanger(IdentityDbContext context, UserManager<User> users, StrictestSettings settings, ILinkService links, TimeProvider clock) : IScopedDependency
{
    public async Task ReplaceAsync(User user, string password, string field, CancellationToken cancellationToken)
    {
        foreach (var validator in users.PasswordValidators)
            (await validator.ValidateAsync(users, user, password)).ThrowUnlessSucceeded(field);
        await RefuseFormerAsync(user, password, field, cancellationToken);
        Keep(user);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.PasswordChangedAt = clock.GetUtcNow().UtcDateTime;
        await SaveAsync(user, cancellationToken);
    }

    /// <summary>From now on no password opens the account.</summary>
    public async Task InvalidateAsync(User user, CancellationToken cancellationToken)
    {
        Keep(user);
        user.PasswordHash = null;
        await SaveAsync(user, cancellationToken);
    }

    private async Task RefuseFormerAsync(User user, string password, string field, CancellationToken cancellationToken)
    {
        var count = (int)(await settings.GetAsync(IdentitySettings.PasswordHistory, user.Id, cancellationToken)).AsInt64();
        var former = await context.FormerPasswords.Where(p => p.UserId == user.Id).OrderByDescending(p => p.ReplacedAt).Take(count).Select(p => p.Hash).ToListAsync(cancellationToken);
        var hashes = count > 0 && user.PasswordHash is { } current && !LegacyPasswordHash.IsBcrypt(current) ? former.Prepend(current).Take(count) : former;
        if (hashes.Any(hash => users.PasswordHasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed))
            throw new InputException(new FieldError(field, IdentityErrorCodes.PasswordReused, count.ToString(CultureInfo.InvariantCulture)));
    }

    private void Keep(User user)
    {
        if (user.PasswordHash is { } hash && !LegacyPasswordHash.IsBcrypt(hash))
            context.FormerPasswords.Add(new FormerPassword { Id = Guid.CreateVersion7(), UserId = user.Id, Hash = hash, ReplacedAt = clock.GetUtcNow().UtcDateTime });
    }

    private async Task SaveAsync(User user, CancellationToken cancellationToken)
    {
        (await users.UpdateSecurityStampAsync(user)).ThrowUnlessSucceeded(nameof(user.PasswordHash));
        await links.RevokeAllAsync(IdentityLinkKinds.PasswordReset, user.Id, cancellationToken);
        var kept = context.FormerPasswords.Where(p => p.UserId == user.Id).OrderByDescending(p => p.ReplacedAt).Take(FormerPassword.Most).Select(p => p.Id);
        await context.FormerPasswords.Where(p => p.UserId == user.Id && !kept.Contains(p.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
