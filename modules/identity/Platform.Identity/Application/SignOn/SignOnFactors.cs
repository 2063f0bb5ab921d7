using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Whether a second factor of ours follows a provider's sign-in.</summary>
internal sealed class SignOnFactors(IdentityDbContext context, SignOnProviders providers, ISettingProvider settings, ICurrentTenant tenant) : IScopedDependency
{
    /// <summary>Whether it is asked for, and whether the person has one.</summary>
    public async Task<(bool Asks, bool Has)> AskAsync(SignOnProvider provider, ProviderAccount account, Guid userId, CancellationToken cancellationToken)
    {
        var asks = provider.Factor switch
        {
            SignOnFactor.Always => true,
            SignOnFactor.UnlessProven => !account.HasProvenFactors,
            _ => await IsRequiredAsync(provider, userId, cancellationToken),
        };
        return (asks, await context.HasFactorAsync(userId, cancellationToken));
    }

    // Of the companies that this session will open; what others ask for, they ask for when they open.
    private async Task<bool> IsRequiredAsync(SignOnProvider provider, Guid userId, CancellationToken cancellationToken)
    {
        foreach (var company in await providers.CompaniesOfAsync(provider, userId, cancellationToken))
        {
            using var current = tenant.Change(company);
            if ((await settings.GetAsync(IdentitySettings.SecondFactorRequired, cancellationToken)).AsBoolean())
                return true;
        }

        return false;
    }
}
