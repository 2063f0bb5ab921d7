using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What security settings ask of people besides the right password.</summary>
internal sealed class Obligations(IdentityDbContext context, StrictestSettings settings, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What a session that begins now owes, and until when a second factor is to be set up.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="withoutProvider">It opens companies that others open by a provider only: not without a second factor, and at once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(Obligation Owes, DateTime? FactorDueAt)> OfAsync(User user, bool withoutProvider, CancellationToken cancellationToken)
    {
        var owes = await MustChangePasswordAsync(user, cancellationToken) ? Obligation.NewPassword : Obligation.None;
        if (user is { LegacyCompanyId: not null, LegacyClosesAt: null })
            owes |= Obligation.Migration;
        if (withoutProvider && !await context.HasFactorAsync(user.Id, cancellationToken))
            return (owes | Obligation.SecondFactor, null);
        var due = await LacksFactorAsync(user, cancellationToken) ? await DueAsync(user, cancellationToken) : null;
        return due <= Now ? (owes | Obligation.SecondFactor, null) : (owes, due);
    }

    /// <summary>The same for a session that a provider begins: there the password does not count.</summary>
    public async Task<(Obligation Owes, DateTime? FactorDueAt)> AfterSignOnAsync(User user, bool asksFactor, CancellationToken cancellationToken)
    {
        var due = asksFactor && !await context.HasFactorAsync(user.Id, cancellationToken) ? await DueAsync(user, cancellationToken) : null;
        return due <= Now ? (Obligation.SecondFactor, null) : (Obligation.None, due);
    }

    public async Task<bool> MustChangePasswordAsync(User user, CancellationToken cancellationToken)
    {
        var days = await NumberAsync(IdentitySettings.PasswordChangeDays, user, cancellationToken);
        return days > 0 && user.PasswordHash is not null && (user.PasswordChangedAt ?? user.CreatedAt).AddDays(days) <= Now;
    }

    public async Task<bool> LacksFactorAsync(User user, CancellationToken cancellationToken) =>
        (await settings.GetAsync(IdentitySettings.SecondFactorRequired, user.Id, cancellationToken)).AsBoolean()
        && !await context.HasFactorAsync(user.Id, cancellationToken);

    public async Task<bool> IsInactiveAsync(User user, CancellationToken cancellationToken) => await InactiveAtAsync(user, cancellationToken) <= Now;

    public async Task<DateTime> InactiveAtAsync(User user, CancellationToken cancellationToken) =>
        (await LastSeenAsync(user, cancellationToken)).AddMonths(await NumberAsync(IdentitySettings.InactivityMonths, user, cancellationToken));

    /// <summary>By sign-in, in a session that lasts for weeks, or by an API token.</summary>
    public async Task<DateTime> LastSeenAsync(User user, CancellationToken cancellationToken)
    {
        var session = await context.Sessions.Where(s => s.UserId == user.Id).MaxAsync(s => (DateTime?)s.LastSeenAt, cancellationToken);
        var token = await context.ApiTokens.Where(t => t.UserId == user.Id).MaxAsync(t => t.LastUsedAt, cancellationToken);
        return new[] { user.LastSignInAt ?? user.CreatedAt, session ?? user.CreatedAt, token ?? user.CreatedAt }.Max();
    }

    // The time begins when the person first hears of it, and is not given again.
    private async Task<DateTime?> DueAsync(User user, CancellationToken cancellationToken)
    {
        if (user.FactorAskedAt is null)
        {
            user.FactorAskedAt = Now;
            await context.Users.Where(u => u.Id == user.Id && u.FactorAskedAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(u => u.FactorAskedAt, user.FactorAskedAt), cancellationToken);
        }

        return user.FactorAskedAt.Value.AddDays(await NumberAsync(IdentitySettings.SecondFactorGraceDays, user, cancellationToken));
    }

    private async Task<int> NumberAsync(string name, User user, CancellationToken cancellationToken) =>
        (int)(await settings.GetAsync(name, user.Id, cancellationToken)).AsInt64();
}
