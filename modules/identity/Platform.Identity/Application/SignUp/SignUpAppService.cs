using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class SignUpAppService(
    IdentityDbContext context, UserManager<User> users, PasswordPolicies policies, ICompanyFoundingAppService founding, ILinkService links, RefusalWatch watch, OwnTransaction own,
    IBackgroundJobManager jobs, ILookupNormalizer normalizer, ICurrentTenant tenant, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock) : ISignUpAppService
{
    public bool IsOpen => founding.IsOpen;

    public async Task RequestAsync(string email, string language, CancellationToken cancellationToken = default)
    {
        RequireOpen();
        new InputChecks().Email(nameof(email), email).Language(nameof(language), language).ThrowIfAny();
        using var host = tenant.Change(null);
        var address = email.Trim();
        if (await own.RunAsync<FailureCounters, bool>(c => CountAsync(c, normalizer.NormalizeEmail(address), cancellationToken), cancellationToken))
            await jobs.EnqueueAsync(new SendSignUpArgs(address, language), cancellationToken: cancellationToken);
    }

    public async Task<OpenSignUpDto> GetAsync(string token, CancellationToken cancellationToken = default)
    {
        RequireOpen();
        using var host = tenant.Change(null);
        var link = await links.LookAsync(IdentityLinkKinds.SignUp, token, cancellationToken);
        var row = await FindAsync(link, cancellationToken);
        var policy = await policies.GetAsync(null, cancellationToken);
        return new OpenSignUpDto(row.Email, link.ExpiresAt, new PasswordPolicyDto(policy.MinimumLength, policy.MixedCase));
    }

    public async Task<string> CompleteAsync(string token, SignUpDto input, CancellationToken cancellationToken = default)
    {
        RequireOpen();
        using var host = tenant.Change(null);
        var row = await FindAsync(await links.OpenAsync(IdentityLinkKinds.SignUp, token, cancellationToken), cancellationToken);
        new InputChecks()
            .Text(nameof(input.Name), input.Name, User.NameLength)
            .When(string.IsNullOrEmpty(input.Password), nameof(input.Password), IdentityErrorCodes.Required)
            .Same(nameof(input.RepeatPassword), input.Password, input.RepeatPassword)
            .When(input.TermsVersion != Terms.Version, nameof(input.TermsVersion), IdentityErrorCodes.TermsVersion, input.TermsVersion)
            .ThrowIfAny();
        if (await context.Users.AnyAsync(u => u.NormalizedEmail == row.NormalizedEmail, cancellationToken))
            throw new BusinessException(IdentityErrorCodes.SignUpKnown);
        var user = await CreateAsync(row, input, cancellationToken);
        return user.Email!;
    }

    private async Task<User> CreateAsync(SignUp row, SignUpDto input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var user = User.New(row.Email, input.Name.Trim(), row.Language, now);
        (user.PasswordChangedAt, user.TermsVersion, user.TermsAcceptedAt) = (now, Terms.Version, now);
        (await users.CreateAsync(user, input.Password)).ThrowUnlessSucceeded(nameof(input.Password));
        using var person = currentUser.Change(currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email });
        audit.Add("Identity.SignUp.Completed", nameof(User), user.Id.ToString(), new AuditChange("Terms", null, Terms.Version));
        context.SignUps.Remove(row);
        await context.SaveChangesAsync(cancellationToken);
        return user;
    }

    private async Task<bool> CountAsync(FailureCounters counters, string normalized, CancellationToken cancellationToken)
    {
        var mayWrite = await counters.CountAsync(FailureCounter.SignUpKey(normalized), network: null, cancellationToken);
        return FailureCounter.NetworkOf(currentUser.Info.ClientAddress) is { } network
            ? await counters.CountAsync(FailureCounter.SignUpNetworkKey(network), network: null, cancellationToken) && mayWrite
            : mayWrite;
    }

    private async Task<SignUp> FindAsync(OpenedLink link, CancellationToken cancellationToken) =>
        await context.SignUps.SingleOrDefaultAsync(s => s.Id == link.SubjectId, cancellationToken) ?? throw watch.LinkOfNobody(link);

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new BusinessException(TenancyErrorCodes.SignUpClosed);
    }
}
