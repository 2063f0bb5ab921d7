using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// The signed-in person's links to providers of their companies. Linking asks for a fresh proof by the person's own means; ending a link
/// asks for nothing, since it only closes. Not with a limited API token, and not in a session begun by a provider.
/// </summary>
public interface ISignOnLinkAppService : IApplicationService
{
    /// <summary>Links, and providers of the person's companies that could be linked.</summary>
    Task<IReadOnlyList<SignOnLinkDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>What a sealed account at a provider is, for its person to recognise; null where it is none or too old.</summary>
    Task<PendingLinkDto?> FindPendingAsync(string? pending, CancellationToken cancellationToken = default);

    /// <summary>Links the account that <see cref="SignOnOutcome.Pending"/> holds.</summary>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    /// <exception cref="BusinessException">
    /// Identity:SignOnExpired, Identity:SignOnLinked (the account is somebody else's, or the person has another one there),
    /// Identity:SignOnDomain, Identity:SignOnStranger (the person works in none of the companies), Identity:SignOnLimited.
    /// </exception>
    Task LinkPendingAsync(string? pending, CancellationToken cancellationToken = default);

    /// <summary>Ends a link and the sessions begun by it.</summary>
    /// <exception cref="EntityNotFoundException">No link of this person.</exception>
    Task UnlinkAsync(Guid linkId, CancellationToken cancellationToken = default);
}

/// <summary>A provider the person has linked or could link.</summary>
/// <param name="ProviderId">The provider.</param>
/// <param name="Provider">Its name.</param>
/// <param name="Companies">The person's companies that it opens.</param>
/// <param name="LinkId">Null where not linked.</param>
/// <param name="LinkedAt">UTC.</param>
/// <param name="LastUsedAt">UTC; null for never.</param>
public sealed record SignOnLinkDto(Guid ProviderId, string Provider, IReadOnlyList<string> Companies, Guid? LinkId, DateTime? LinkedAt, DateTime? LastUsedAt);

/// <summary>An account at a provider that nobody has linked.</summary>
/// <param name="Provider">Name of the provider.</param>
/// <param name="Account">What the provider calls it, or its subject.</param>
public sealed record PendingLinkDto(string Provider, string Account);
