using Platform.Kernel;

namespace Platform.Identity;

/// <summary>The signed-in person's own sessions.</summary>
public interface ISessionAppService : IApplicationService
{
    /// <summary>Sessions that are still open, the last used first.</summary>
    Task<IReadOnlyList<SessionDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends one, which is refused from its next request on; its browser is not trusted any more.</summary>
    /// <exception cref="EntityNotFoundException">Not a session of this person.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task SignOutAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Ends all but the one that asks.</summary>
    /// <returns>How many were ended.</returns>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<int> SignOutOthersAsync(CancellationToken cancellationToken = default);
}

/// <summary>An open session.</summary>
/// <param name="Id">Opens nothing.</param>
/// <param name="Device">User agent as the browser told it; may be empty.</param>
/// <param name="ClientAddress">Address of its sign-in, or empty.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="LastSeenAt">UTC, to the minute.</param>
/// <param name="ExpiresAt">UTC; the absolute limit.</param>
/// <param name="IsPersistent">"Remember me" was ticked.</param>
/// <param name="IsCurrent">It is the one that asks.</param>
/// <param name="Country">Of that address, ISO 3166-1 alpha-2; null when it is not known. A hint: such databases err.</param>
public sealed record SessionDto(
    Guid Id, string Device, string ClientAddress, DateTime CreatedAt, DateTime LastSeenAt, DateTime ExpiresAt, bool IsPersistent, bool IsCurrent, string? Country);
