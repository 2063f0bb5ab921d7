using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Makes and ends links, and puts both on record with the provider's company.</summary>
internal sealed class SignOnLinks(IdentityDbContext context, SignOnProviders providers, IAuditLog audit, ICurrentTenant tenant, TimeProvider clock) : IScopedDependency
{
    /// <summary>The caller has made sure that whoever asks is this person, by means of the person's own.</summary>
    /// <exception cref="BusinessException">Identity:SignOnLinked, Identity:SignOnDomain, Identity:SignOnStranger.</exception>
    public async Task<SignOnLink> AddAsync(SignOnProvider provider, ProviderAccount account, User user, CancellationToken cancellationToken)
    {
        if ((await providers.CompaniesOfAsync(provider, user.Id, cancellationToken)).Count == 0)
            throw new BusinessException(IdentityErrorCodes.SignOnStranger);
        if (!provider.SpeaksFor(user.Email!))
            throw new BusinessException(IdentityErrorCodes.SignOnDomain);
        if (await context.SignOnLinks.AnyAsync(l => l.ProviderId == provider.Id && (l.Subject == account.Subject || l.UserId == user.Id), cancellationToken))
            throw new BusinessException(IdentityErrorCodes.SignOnLinked);
        var link = new SignOnLink
        {
            Id = Guid.CreateVersion7(),
            ProviderId = provider.Id,
            UserId = user.Id,
            Issuer = account.Issuer,
            Subject = account.Subject,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        context.SignOnLinks.Add(link);
        await context.SaveChangesAsync(cancellationToken);
        Record("Identity.SignOn.Linked", provider, user.Id);
        return link;
    }

    /// <summary>The sessions begun by it end with it.</summary>
    public async Task RemoveAsync(SignOnProvider provider, SignOnLink link, CancellationToken cancellationToken)
    {
        await context.Sessions.Where(s => s.SignOnLinkId == link.Id).ExecuteDeleteAsync(cancellationToken);
        context.SignOnLinks.Remove(link);
        await context.SaveChangesAsync(cancellationToken);
        Record("Identity.SignOn.Unlinked", provider, link.UserId);
    }

    private void Record(string act, SignOnProvider provider, Guid userId)
    {
        using var place = tenant.Change(provider.TrailId);
        audit.Add(act, nameof(User), userId.ToString(), new AuditChange("Provider", null, provider.Name));
    }
}
