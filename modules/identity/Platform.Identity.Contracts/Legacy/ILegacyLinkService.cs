using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Signs an old login in by the link that was mailed to its notification addresses: for one use and one hour. A link that does not open is
/// refused as <see cref="ILinkService.OpenAsync"/> says.
/// </summary>
public interface ILegacyLinkService : IScopedDependency
{
    /// <summary>Whether the link would open; uses nothing up.</summary>
    /// <exception cref="DeadLinkException">It would not.</exception>
    Task CheckAsync(string token, CancellationToken cancellationToken = default);

    /// <summary>The old login. Uses the link up. A second factor, where there is one, is still to be asked for.</summary>
    /// <exception cref="DeadLinkException">Unknown, used, replaced or expired, or the login is closed.</exception>
    Task<AuthenticatedPerson> EnterAsync(string token, CancellationToken cancellationToken = default);
}
