using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>What a client can grant to a firm: what the kind offers, and what the granting person holds whole.</summary>
internal sealed class ScopeRules(IPermissionChecker permissions) : IScopedDependency
{
    /// <param name="kind">Of the engagement.</param>
    /// <param name="wanted">Names of permissions.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="before">What was granted already, by whoever could.</param>
    public async Task CheckAsync(EngagementKindDefinition kind, IReadOnlyList<string> wanted, CancellationToken cancellationToken, IReadOnlyList<string>? before = null)
    {
        var foreign = wanted.Except(kind.Scopes).Select(s => new FieldError("Scopes", TenancyErrorCodes.EngagementScope, s)).ToArray();
        if (foreign.Length > 0)
            throw new InputException(foreign);
        foreach (var scope in wanted.Except(before ?? []))
        {
            // A right that is limited or lent is held, but not as what the firm would get.
            var sources = await permissions.GetBundlesAsync(scope, cancellationToken);
            if (!sources.Any(b => b is { OnBehalfOf: null, Limits.Count: 0, Customers: CustomerView.All }))
                throw new BusinessException(TenancyErrorCodes.ScopeNotHeld).WithData("permission", scope);
        }
    }
}
