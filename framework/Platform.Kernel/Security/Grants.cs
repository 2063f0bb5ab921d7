using System.Collections.Frozen;

namespace Platform.Kernel;

/// <summary>What a person may do in a company at one moment, source by source. Never changes.</summary>
/// <param name="Bundles">One per role, one for what was given directly, more for each delegation; empty for a stranger.</param>
/// <param name="ValidUntil">UTC; a delegation begins or ends then. Null when only a change of rights ends it.</param>
public sealed record Grants(IReadOnlyList<GrantBundle> Bundles, DateTime? ValidUntil = null)
{
    /// <summary>A stranger's.</summary>
    public static Grants None { get; } = new([]);

    /// <summary>Whether any source brings the permission.</summary>
    public bool Contains(string permission) => Bundles.Any(b => b.Permissions.Contains(permission));
}

/// <summary>
/// A row that decides what people may do in its company: saving one raises the version of the company's rights, so that every host
/// reads them anew. Such rows are changed through the change tracker only.
/// </summary>
public interface IGrantsRights : IMultiTenant;

/// <summary>
/// One source of rights with its limits. Limits belong to their source: a role that approves up to 5,000 on one account and another
/// that approves up to 100 on every account do not add up to 5,000 on every account.
/// </summary>
/// <param name="Permissions">Names of permissions.</param>
/// <param name="Limits">By name of the <see cref="DataScopeDefinition"/>; a scope that is missing is not limited.</param>
/// <param name="OnBehalfOf">The person whose rights these are, when lent; null for the holder's own.</param>
/// <param name="OnBehalfOfName">That person's name.</param>
/// <param name="Customers">Which customers it shows; the lender's when lent.</param>
public sealed record GrantBundle(
    IReadOnlySet<string> Permissions, IReadOnlyDictionary<string, ScopeLimit> Limits, Guid? OnBehalfOf = null, string? OnBehalfOfName = null,
    CustomerView Customers = CustomerView.All)
{
    /// <summary>A source without limits.</summary>
    public static GrantBundle Unlimited(IEnumerable<string> permissions) =>
        new(permissions.ToFrozenSet(StringComparer.Ordinal), FrozenDictionary<string, ScopeLimit>.Empty);

    /// <summary>Whether the record with this id is within the scope.</summary>
    public bool Allows(string scope, Guid item) => Limits.GetValueOrDefault(scope)?.Items?.Contains(item) != false;

    /// <summary>Whether the amount is within the scope.</summary>
    /// <param name="scope">Of kind <see cref="DataScopeKind.Amount"/>.</param>
    /// <param name="cents">Of euros.</param>
    public bool Allows(string scope, long cents) => Limits.GetValueOrDefault(scope)?.Cents is not { } most || cents <= most;
}

/// <summary>How far a right reaches in one scope. Exactly one member is set, that of the scope's kind.</summary>
/// <param name="Items">Ids of the records within; none at all for an empty set.</param>
/// <param name="Cents">The largest amount within, in cents of euros.</param>
public sealed record ScopeLimit(IReadOnlySet<Guid>? Items = null, long? Cents = null)
{
    /// <summary>What is within both.</summary>
    public ScopeLimit And(ScopeLimit other) => new(
        Items is null || other.Items is null ? Items ?? other.Items : Items.Intersect(other.Items).ToFrozenSet(),
        Cents is null || other.Cents is null ? Cents ?? other.Cents : Math.Min(Cents.Value, other.Cents.Value));
}
