using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class PasswordResetAppService(
    IdentityDbContext context, PasswordChanger changer, SessionEnding ending, PasswordPolicies policies, OwnTransaction own, IBackgroundJobManager jobs, ILookupNormalizer normalizer,
    ICurrentTenant tenant, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : IPasswordResetAppService
{
    public async Task RequestAsync(string email, CancellationToken cancellationToken = default)
    {
        var checks = new InputChecks();
        (LegacyLogin.Is(email) ? checks.Text(nameof(email), email, LegacyLogin.Length) : checks.Email(nameof(email), email)).ThrowIfAny();
        using var host = tenant.Change(null);
        var normalized = normalizer.NormalizeEmail(email.Trim());
        if (await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(FailureCounter.ResetKey(normalized), network: null, cancellationToken), cancellationToken))
            await jobs.EnqueueAsync(new SendPasswordResetArgs(normalized), cancellationToken: cancellationToken);
    }

    public async Task<PasswordPolicyDto> GetPolicyAsync(string token, CancellationToken cancellationToken = default)
    {
        using var host = tenant.Change(null);
        var policy = await policies.GetAsync((await FindAsync(token, cancellationToken)).UserId, cancellationToken);
        return new PasswordPolicyDto(policy.MinimumLength, policy.MixedCase);
    }

    public async Task ResetAsync(string token, ResetPasswordDto input, CancellationToken cancellationToken = default)
    {
        using var host = tenant.Change(null);
        await unitOfWork.BeginAsync(cancellationToken);
        var reset = await FindAsync(token, cancellationToken);
        new InputChecks()
            .When(string.IsNullOrEmpty(input.Password), nameof(input.Password), IdentityErrorCodes.Required)
            .Same(nameof(input.RepeatPassword), input.Password, input.RepeatPassword)
            .ThrowIfAny();
        var user = await context.Users.SingleAsync(u => u.Id == reset.UserId, cancellationToken);
        await changer.ReplaceAsync(user, input.Password, nameof(input.Password), cancellationToken);
        await ending.EndAllAsync(user.Id, cancellationToken);
        audit.Add("Identity.PasswordReset.Used", nameof(User), user.Id.ToString());
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<PasswordReset> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = Secrets.Hash(token);
        var now = clock.GetUtcNow().UtcDateTime;
        var active = context.Users.Where(u => u.IsActive).Select(u => u.Id);
        return await context.PasswordResets.AsNoTracking().SingleOrDefaultAsync(r => r.TokenHash == hash && r.ExpiresAt > now && active.Contains(r.UserId), cancellationToken)
            ?? throw new BusinessException(IdentityErrorCodes.ResetInvalid);
    }
}
