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
        var (open, closed, kept) = (new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var company in await tenants.GetListForUserAsync(userId, cancellationToken))
        {
            var isRequired = (await providers.FindAsync(company, cancellationToken))?.Policy == SignOnPolicy.Required;
            (!isRequired ? open : await IsAdministratorAsync(userId, company, cancellationToken) ? kept : closed).Add(company.Id);
        }

        return new SignOnDemands(open, closed, kept);
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
internal sealed record SignOnDemands(IReadOnlySet<Guid> Open, IReadOnlySet<Guid> Closed, IReadOnlySet<Guid> Kept)
{
    public static SignOnDemands None { get; } = new(new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());

    /// <summary>No company opens to a password or passkey.</summary>
    public bool RefusesPassword => Closed.Count > 0 && Open.Count + Kept.Count == 0;

    public IReadOnlySet<Guid> Openable => Open.Concat(Kept).ToHashSet();
}
