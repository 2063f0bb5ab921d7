using System.Collections.Frozen;
using System.Globalization;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Between stored limits and what people see and send.</summary>
internal sealed class LimitReader(GrantBundles bundles, PermissionCatalog catalog, IEnumerable<IDataScopeItems> items) : IScopedDependency
{
    private const decimal MostEuros = 999_999_999_999.99m;

    public async Task<IReadOnlyList<LimitChoiceDto>> GetChoicesAsync(CancellationToken cancellationToken)
    {
        var choices = new List<LimitChoiceDto>();
        foreach (var scope in catalog.Scopes)
        {
            var source = items.FirstOrDefault(i => i.Scope == scope.Name);
            choices.Add(new LimitChoiceDto(scope.Name, scope.Group, scope.Kind, source is null ? [] : await source.GetAsync(cancellationToken)));
        }

        return choices;
    }

    public async Task<IReadOnlyList<LimitDto>> GetAsync(Guid holder, CancellationToken cancellationToken)
    {
        var held = (await bundles.LimitsAsync([holder], cancellationToken))[holder].ToDictionary(l => l.Scope, l => l.Limit, StringComparer.Ordinal);
        return [.. catalog.Scopes.Where(s => held.ContainsKey(s.Name)).Select(s => ToDto(s.Name, held[s.Name]))];
    }

    public static LimitDto ToDto(string scope, ScopeLimit limit) => new(scope, limit.Cents / 100m, limit.Items is { } chosen ? [.. chosen.Order()] : null);

    /// <summary>What was sent, checked against what exists in this company.</summary>
    public async Task<List<(DataScopeDefinition Scope, ScopeLimit Limit)>> ReadAsync(SetLimitsDto input, CancellationToken cancellationToken)
    {
        var (checks, read) = (new InputChecks(), new List<(DataScopeDefinition, ScopeLimit)>());
        var choices = (await GetChoicesAsync(cancellationToken)).ToDictionary(c => c.Scope, StringComparer.Ordinal);
        foreach (var limit in input.Limits)
        {
            var scope = catalog.Scopes.FirstOrDefault(s => s.Name == limit.Scope);
            if (scope is null || read.Exists(r => r.Item1 == scope))
            {
                checks.When(true, nameof(input.Limits), IdentityErrorCodes.LimitUnknown, limit.Scope);
            }
            else if (scope.Kind == DataScopeKind.Amount)
            {
                checks.When(!IsAmount(limit.Amount), limit.Scope, IdentityErrorCodes.LimitAmount, limit.Amount?.ToString(CultureInfo.CurrentCulture));
                read.Add((scope, new ScopeLimit(Cents: IsAmount(limit.Amount) ? (long)(limit.Amount!.Value * 100) : 0)));
            }
            else
            {
                var known = choices[scope.Name].Items.Select(i => i.Id).ToHashSet();
                checks.When(limit.Items is null || limit.Items.Count > RightLimit.MostItems, limit.Scope, IdentityErrorCodes.LimitItems, $"{limit.Items?.Count}");
                checks.When(limit.Items?.All(known.Contains) == false, limit.Scope, IdentityErrorCodes.LimitItemUnknown, $"{limit.Items?.FirstOrDefault(i => !known.Contains(i))}");
                read.Add((scope, new ScopeLimit(Items: (limit.Items ?? []).ToFrozenSet())));
            }
        }

        checks.ThrowIfAny();
        return read;
    }

    private static bool IsAmount(decimal? euros) => euros is >= 0 and <= MostEuros && decimal.Round(euros.Value, 2) == euros;
}
