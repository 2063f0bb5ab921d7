using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class PasswordResetAppService(
    IdentityDbContext context, PasswordChanger changer, SessionEnding ending, PasswordPolicies policies, ILinkService links, RefusalWatch watch, OwnTransaction own, IBackgroundJobManager jobs,
    ILookupNormalizer normalizer, ICurrentTenant tenant, IAuditLog audit) : IPasswordResetAppService
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
        var user = await OwnerOfAsync(await links.LookAsync(IdentityLinkKinds.PasswordReset, token, cancellationToken), cancellationToken);
        var policy = await policies.GetAsync(user.Id, cancellationToken);
        return new PasswordPolicyDto(policy.MinimumLength, policy.MixedCase);
    }

    public async Task ResetAsync(string token, ResetPasswordDto input, CancellationToken cancellationToken = default)
    {
        using var host = tenant.Change(null);
        var user = await OwnerOfAsync(await links.OpenAsync(IdentityLinkKinds.PasswordReset, token, cancellationToken), cancellationToken);
        new InputChecks()
            .When(string.IsNullOrEmpty(input.Password), nameof(input.Password), IdentityErrorCodes.Required)
            .Same(nameof(input.RepeatPassword), input.Password, input.RepeatPassword)
            .ThrowIfAny();
        await changer.ReplaceAsync(user, input.Password, nameof(input.Password), cancellationToken);
        await ending.EndAllAsync(user.Id, cancellationToken);
        audit.Add("Identity.PasswordReset.Used", nameof(User), user.Id.ToString());
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<User> OwnerOfAsync(OpenedLink link, CancellationToken cancellationToken) =>
        await context.Users.SingleOrDefaultAsync(u => u.Id == link.SubjectId && u.IsActive, cancellationToken) ?? throw watch.LinkOfNobody(link);
}
