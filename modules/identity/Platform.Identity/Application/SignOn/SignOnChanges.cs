using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Writes a provider's settings with everything that follows from them, and tells the companies concerned.</summary>
internal sealed class SignOnChanges(IdentityDbContext context, SignOnSecrets secrets, IAuditLog audit, ICurrentTenant tenant) : IScopedDependency
{
    public async Task ApplyAsync(
        SignOnProvider provider, SignOnProviderInput input, IReadOnlyList<string> domains, IReadOnlyList<TenantInfo> opened, CancellationToken cancellationToken)
    {
        var (before, issuer, companies) = (Told(provider), provider.Issuer, provider.CompanyIdList);
        if (input.ConcurrencyStamp is { } stamp && context.Entry(provider).State != EntityState.Added)
            context.Entry(provider).Property(p => p.ConcurrencyStamp).OriginalValue = stamp;
        (provider.Name, provider.Issuer, provider.ClientId) = (input.Name!.Trim(), input.Issuer!.Trim(), input.ClientId!.Trim());
        (provider.Policy, provider.Factor, provider.LetsInvitedIn) = (input.Policy, input.Factor, input.LetsInvitedIn);
        (provider.Domains, provider.CompanyIds) = (string.Join(' ', domains), string.Join(' ', opened.Select(c => c.Id).Order()));
        await context.SaveChangesAsync(cancellationToken);
        if (!string.IsNullOrEmpty(input.ClientSecret))
            await secrets.SetAsync(provider, input.ClientSecret, cancellationToken);
        var ended = context.SignOnLinks.Where(l => l.ProviderId == provider.Id);
        if (provider.Policy == SignOnPolicy.Off || issuer != provider.Issuer)
            await context.Sessions.Where(s => ended.Any(l => l.Id == s.SignOnLinkId)).ExecuteDeleteAsync(cancellationToken);
        // What another issuer calls by the same name is another person.
        if (issuer != provider.Issuer)
            await ended.ExecuteDeleteAsync(cancellationToken);
        AuditChange[] secret = string.IsNullOrEmpty(input.ClientSecret) ? [] : [new AuditChange("ClientSecret", null, "***")];
        await TellAsync("Identity.SignOn.Changed", provider, companies, [.. Differences(before, Told(provider)), .. secret], cancellationToken);
    }

    public async Task RemoveAsync(SignOnProvider provider, CancellationToken cancellationToken)
    {
        var links = context.SignOnLinks.Where(l => l.ProviderId == provider.Id);
        await context.Sessions.Where(s => links.Any(l => l.Id == s.SignOnLinkId)).ExecuteDeleteAsync(cancellationToken);
        await links.ExecuteDeleteAsync(cancellationToken);
        context.SignOnProviders.Remove(provider);
        await context.SaveChangesAsync(cancellationToken);
        await secrets.RemoveAsync(provider, cancellationToken);
        await TellAsync("Identity.SignOn.Removed", provider, [], [new AuditChange("Name", provider.Name, null), new AuditChange("Issuer", provider.Issuer, null)], cancellationToken);
    }

    // A group's trail is the installation's; its companies see in theirs who can open them.
    private async Task TellAsync(string act, SignOnProvider provider, IReadOnlyList<Guid> formerly, IReadOnlyList<AuditChange> changes, CancellationToken cancellationToken)
    {
        foreach (var company in provider.CompanyIdList.Concat(formerly).Append(provider.TrailId).Distinct())
        {
            using var current = tenant.Change(company);
            audit.Add(act, nameof(SignOnProvider), provider.Id.ToString(), changes);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private static IEnumerable<AuditChange> Differences(IReadOnlyList<(string Name, string Value)> before, IReadOnlyList<(string Name, string Value)> after) =>
        before.Zip(after).Where(p => p.First.Value != p.Second.Value).Select(p => new AuditChange(p.First.Name, p.First.Value, p.Second.Value));

    private static IReadOnlyList<(string Name, string Value)> Told(SignOnProvider provider) =>
    [
        ("Name", provider.Name), ("Issuer", provider.Issuer), ("ClientId", provider.ClientId), ("Domains", provider.Domains), ("Policy", $"{provider.Policy}"),
        ("Factor", $"{provider.Factor}"), ("LetsInvitedIn", $"{provider.LetsInvitedIn}"), ("Companies", provider.CompanyIds),
    ];
}
