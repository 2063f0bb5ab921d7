using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Signs an old login in by the link that was mailed to its notification addresses: for one use and one hour.</summary>
public interface ILegacyLinkService : IScopedDependency
{
    /// <summary>Whether the link would open; uses nothing up.</summary>
    Task<bool> IsValidAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>
    /// The old login, or null: unknown, used, replaced, expired, closed. Uses the link up. A second factor, where there is one, is still
    /// to be asked for.
    /// </summary>
    Task<AuthenticatedPerson?> EnterAsync(string token, CancellationToken cancellationToken = default);
}
