using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>What providers ask of people who come by password or passkey.</summary>
internal sealed class SignOnRules(IdentityDbContext context, SignOnProviders providers, ITenantStore tenants, ICurrentTenant tenant) : IScopedDependency
{
    /// <summary>What holds for the person now; asked without one query more where no provider is required at all.</summary>
    public async Task<SignOnDemands> OfAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (!await context.SignOnProviders.AnyAsync(p => p.Policy == SignOnPolicy.Required, cancellationToken))
            return SignOnDemands.None;
        var (open, closed, kept, isLinked) = (new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>(), true);
        foreach (var company in await tenants.GetListForUserAsync(userId, cancellationToken))
        {
            var required = await providers.FindAsync(company, cancellationToken) is { Policy: SignOnPolicy.Required } provider ? provider : null;
            var group = required is null ? open : await IsAdministratorAsync(userId, company, cancellationToken) ? kept : closed;
            group.Add(company.Id);
            isLinked &= group != closed || await context.SignOnLinks.AnyAsync(l => l.UserId == userId && l.ProviderId == required!.Id, cancellationToken);
        }

        return new SignOnDemands(open, closed, kept, isLinked);
    }

    private async Task<bool> IsAdministratorAsync(Guid userId, TenantInfo company, CancellationToken cancellationToken)
    {
        using var current = tenant.Change(company);
        return await context.Roles.AnyAsync(r => r.GrantsEverything && context.RoleAssignments.Any(a => a.RoleId == r.Id && a.UserId == userId), cancellationToken);
    }
}

/// <summary>A person's companies, by how they open to a password or passkey.</summary>
/// <param name="Open">As ever.</param>
/// <param name="Closed">By their provider only.</param>
/// <param name="Kept">By their provider, and to this administrator also by password with a second factor: somebody must get in when the provider does not work.</param>
/// <param name="IsLinked">The person has linked with every provider that closes a company.</param>
internal sealed record SignOnDemands(IReadOnlySet<Guid> Open, IReadOnlySet<Guid> Closed, IReadOnlySet<Guid> Kept, bool IsLinked)
{
    public static SignOnDemands None { get; } = new(new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>(), IsLinked: false);

    /// <summary>No company opens to a password or passkey. Who has still to link gets in, to do that and nothing else.</summary>
    public bool RefusesPassword => IsLinked && Closed.Count > 0 && Open.Count + Kept.Count == 0;

    public IReadOnlySet<Guid> Openable => Open.Concat(Kept).ToHashSet();
}
