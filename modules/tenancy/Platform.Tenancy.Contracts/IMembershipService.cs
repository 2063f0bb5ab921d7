using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Who works in which company. For other modules: checks no permission, the calling application service does.</summary>
public interface IMembershipService : IScopedDependency
{
    /// <summary>Makes the person a member of the current company, again where a membership had ended. Nothing happens for a member.</summary>
    Task AddAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends the person's membership of the current company; the next request of an open session is refused. Nothing happens for a
    /// stranger.
    /// </summary>
    Task RemoveAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>Ids of the current company's members, in the order in which they joined.</summary>
    Task<IReadOnlyList<Guid>> GetMembersAsync(CancellationToken cancellationToken = default);

    /// <summary>Ids of the companies the person is a member of, whichever company is current.</summary>
    Task<IReadOnlyList<Guid>> GetTenantIdsAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>The company the person used last, where a sign-in leads; null without any membership of an open company.</summary>
    Task<TenantInfo?> GetHomeAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes the current company the last one that the person opened, and of a member the home. Leaves no trace in the audit trail.
    /// </summary>
    Task MarkUsedAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>Id of the company that the person opened last, as a member or through an engagement; null before the first.</summary>
    Task<Guid?> GetLastOpenedAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>Puts a company on top of the person's switcher, or no more. Does not ask whether the person may open it. Not audited.</summary>
    Task SetFavouriteAsync(Guid userId, Guid tenantId, bool isFavourite, CancellationToken cancellationToken = default);
}
