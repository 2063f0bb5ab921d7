using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What an answer of a provider leaves behind.</summary>
internal sealed class SignOnRecorder(
    IdentityDbContext context, SignOnProviders providers, SignOnLinks links, InvitationAppService invitations, IAuditLog audit, ICurrentUser currentUser, ICurrentTenant tenant, TimeProvider clock)
    : IScopedDependency
{
    /// <summary>Whether nobody used this answer before: of two hosts with the same one wins.</summary>
    public async Task<bool> TakeAsync(string state, CancellationToken cancellationToken)
    {
        var (hash, end) = (Secrets.Hash(state), clock.GetUtcNow().UtcDateTime + SignOnStates.Lasts);
        return await context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "IdentitySignOnAnswered" ("StateHash", "ExpiresAt") VALUES ({hash}, {end}) ON CONFLICT ("StateHash") DO NOTHING""", cancellationToken) == 1;
    }

    /// <summary>The person who has linked this account, if active and still in a company that the provider opens.</summary>
    public async Task<(AuthenticatedPerson Person, Guid LinkId)?> SignInAsync(SignOnProvider provider, ProviderAccount account, CancellationToken cancellationToken)
    {
        var link = await context.SignOnLinks.SingleOrDefaultAsync(
            l => l.ProviderId == provider.Id && l.Subject == account.Subject && l.Issuer == account.Issuer, cancellationToken);
        var user = link is null ? null : await context.Users.AsNoTracking().SingleAsync(u => u.Id == link.UserId, cancellationToken);
        var refusal = user switch
        {
            null => "Unlinked",
            { IsActive: false } => "Inactive",
            _ when (await providers.CompaniesOfAsync(provider, user.Id, cancellationToken)).Count == 0 => "NoMember",
            _ => null,
        };
        if (refusal is not null)
            return Refuse(provider, refusal, user?.Id);
        var now = clock.GetUtcNow().UtcDateTime;
        link!.LastUsedAt = now;
        await context.SaveChangesAsync(cancellationToken);
        await context.Users.Where(u => u.Id == user!.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.LastSignInAt, now), cancellationToken);
        Record("Identity.SignOn.SignedIn", provider, user!);
        return (user!.ToPerson(), link.Id);
    }

    /// <summary>Links the signed-in person.</summary>
    public async Task<bool> LinkAsync(SignOnProvider provider, ProviderAccount account, Guid userId, CancellationToken cancellationToken)
    {
        await links.AddAsync(provider, account, await context.Users.SingleAsync(u => u.Id == userId && u.IsActive, cancellationToken), cancellationToken);
        return true;
    }

    /// <summary>Makes the account of an invitation, and links it.</summary>
    public async Task<(AuthenticatedPerson Person, Guid LinkId, string Slug)> AcceptAsync(SignOnProvider provider, ProviderAccount account, string invitation, CancellationToken cancellationToken)
    {
        var (user, slug) = await invitations.AcceptByProviderAsync(invitation, provider, cancellationToken);
        var link = await links.AddAsync(provider, account, user, cancellationToken);
        Record("Identity.SignOn.SignedIn", provider, user);
        return (user.ToPerson(), link.Id, slug);
    }

    public Task<bool> FailAsync(SignOnProvider? provider, string reason)
    {
        Refuse(provider, reason, null);
        return Task.FromResult(true);
    }

    private (AuthenticatedPerson, Guid)? Refuse(SignOnProvider? provider, string reason, Guid? userId)
    {
        using var place = tenant.Change(provider?.TrailId ?? Guid.Empty);
        audit.Add("Identity.SignOn.Failed", nameof(SignOnProvider), provider?.Id.ToString(), new AuditChange("Reason", null, reason), new AuditChange("User", null, userId?.ToString()));
        return null;
    }

    private void Record(string act, SignOnProvider provider, User user)
    {
        using var place = tenant.Change(provider.TrailId);
        using var person = currentUser.Change(currentUser.Info with { Id = user.Id, Name = user.Name, Email = user.Email });
        audit.Add(act, nameof(User), user.Id.ToString(), new AuditChange("Provider", null, provider.Name));
    }
}
