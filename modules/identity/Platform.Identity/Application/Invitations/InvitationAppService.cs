using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

internal sealed class InvitationAppService(
    IdentityDbContext context, UserManager<User> users, PasswordPolicies policies, IMembershipService memberships, ILinkService links, ICurrentTenant tenant,
    SignOnProviders providers, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock) : IInvitationAppService
{
    public async Task<OpenInvitationDto> GetAsync(string token, CancellationToken cancellationToken = default)
    {
        var link = await links.LookAsync(IdentityLinkKinds.Invitation, token, cancellationToken);
        var company = link.Company!;
        using var current = tenant.Change(company);
        var invitation = await FindAsync(link, cancellationToken);
        var existing = await AccountOfAsync(invitation, cancellationToken);
        var policy = await policies.GetAsync(existing?.Id, cancellationToken);
        var provider = existing is null ? await providers.FindAsync(company, cancellationToken) : null;
        var offer = provider is { LetsInvitedIn: true } && provider.SpeaksFor(invitation.Email) ? new SignOnOffer(provider.Id, provider.Name, company.Name, company.Slug) : null;
        return new OpenInvitationDto(
            company.Name, invitation.Email, invitation.Name, invitation.ExpiresAt, existing is not null, new PasswordPolicyDto(policy.MinimumLength, policy.MixedCase), offer);
    }

    public async Task<string> AcceptAsync(string token, CancellationToken cancellationToken = default)
    {
        var link = await links.OpenAsync(IdentityLinkKinds.Invitation, token, cancellationToken);
        var company = link.Company!;
        using var current = tenant.Change(company);
        var invitation = await FindAsync(link, cancellationToken);
        var user = await AccountOfAsync(invitation, cancellationToken);
        if (currentUser.Id is null || currentUser.Info.Scopes is not null)
        {
            throw new BusinessException(IdentityErrorCodes.InvitationNeedsSignIn);
        }

        if (user?.Id != currentUser.Id)
        {
            throw new BusinessException(IdentityErrorCodes.InvitationForOther).WithData("email", invitation.Email);
        }

        await JoinAsync(invitation, user!, cancellationToken);
        return company.Slug;
    }

    public async Task<string> AcceptAsNewAsync(string token, NewAccountDto input, CancellationToken cancellationToken = default)
    {
        var link = await links.OpenAsync(IdentityLinkKinds.Invitation, token, cancellationToken);
        var company = link.Company!;
        using var current = tenant.Change(company);
        var invitation = await FindAsync(link, cancellationToken);
        if (await AccountOfAsync(invitation, cancellationToken) is not null)
        {
            throw new BusinessException(IdentityErrorCodes.InvitationNeedsSignIn);
        }

        new InputChecks()
            .Text(nameof(input.Name), input.Name, User.NameLength)
            .When(string.IsNullOrEmpty(input.Password), nameof(input.Password), IdentityErrorCodes.Required)
            .Same(nameof(input.RepeatPassword), input.Password, input.RepeatPassword)
            .ThrowIfAny();
        var now = clock.GetUtcNow().UtcDateTime;
        var user = User.New(invitation.Email, input.Name.Trim(), invitation.Language, now);
        user.PasswordChangedAt = now;
        (await users.CreateAsync(user, input.Password)).ThrowUnlessSucceeded(nameof(input.Password));
        using var person = currentUser.Change(currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email });
        await JoinAsync(invitation, user, cancellationToken);
        return company.Slug;
    }

    /// <summary>Makes an account without a password for the invited address; the provider of the company will sign it in.</summary>
    public async Task<(User User, string Slug)> AcceptByProviderAsync(string token, SignOnProvider provider, CancellationToken cancellationToken)
    {
        var link = await links.OpenAsync(IdentityLinkKinds.Invitation, token, cancellationToken);
        var company = link.Company!;
        using var current = tenant.Change(company);
        var invitation = await FindAsync(link, cancellationToken);
        if (!provider.LetsInvitedIn || !provider.Opens(company))
            throw new BusinessException(IdentityErrorCodes.InvitationInvalid);
        // Whoever has an account signs in to it first, and links then: an invitation alone never opens what is somebody's already.
        if (await AccountOfAsync(invitation, cancellationToken) is not null)
            throw new BusinessException(IdentityErrorCodes.InvitationNeedsSignIn);
        var user = User.New(invitation.Email, invitation.Name, invitation.Language, clock.GetUtcNow().UtcDateTime);
        (await users.CreateAsync(user)).ThrowUnlessSucceeded(nameof(invitation.Email));
        using var person = currentUser.Change(currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email });
        await JoinAsync(invitation, user, cancellationToken);
        return (user, company.Slug);
    }

    private async Task<Invitation> FindAsync(OpenedLink link, CancellationToken cancellationToken) =>
        await context.Invitations.SingleOrDefaultAsync(i => i.Id == link.SubjectId, cancellationToken) ?? throw new BusinessException(IdentityErrorCodes.InvitationInvalid);

    private Task<User?> AccountOfAsync(Invitation invitation, CancellationToken cancellationToken) =>
        context.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == invitation.NormalizedEmail, cancellationToken);

    private async Task JoinAsync(Invitation invitation, User user, CancellationToken cancellationToken)
    {
        await memberships.AddAsync(user.Id, cancellationToken);
        // Roles deleted since the invitation are skipped; roles of a former membership went with it.
        var roles = await context.Roles.Where(r => invitation.RoleIdList.Contains(r.Id)).ToListAsync(cancellationToken);
        var held = await context.RoleAssignments.Where(a => a.UserId == user.Id).Select(a => a.RoleId).ToListAsync(cancellationToken);
        context.RoleAssignments.AddRange(roles.Where(r => !held.Contains(r.Id)).Select(r => new RoleAssignment { UserId = user.Id, RoleId = r.Id }));
        context.Invitations.Remove(invitation);
        audit.Add("Identity.Invitation.Accepted", nameof(User), user.Id.ToString(), new AuditChange("Roles", null, string.Join(", ", roles.Select(r => r.Name).Order())));
        await context.SaveChangesAsync(cancellationToken);
    }
}
