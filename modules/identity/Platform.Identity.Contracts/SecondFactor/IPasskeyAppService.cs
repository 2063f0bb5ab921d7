using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Passkeys of the signed-in person, ten at most. Each signs in by itself and is a second factor after the password. Whoever adds or
/// removes one must have proven a moment ago to be there (<see cref="IFreshProof"/>). Not with a limited API token.
/// </summary>
public interface IPasskeyAppService : IApplicationService
{
    /// <summary>In the order they were added.</summary>
    Task<IReadOnlyList<PasskeyDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks the browser to make one.</summary>
    /// <param name="name">As for <see cref="AddAsync"/>: refused before the authenticator is bothered.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="BusinessException">As for <see cref="AddAsync"/>, but for Identity:PasskeyRefused.</exception>
    Task<PasskeyQuestion> BeginAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Takes over what the browser made. The person's first second factor ends their other sessions.</summary>
    /// <returns>Recovery codes, told only here; none where the person had a second factor before.</returns>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    /// <exception cref="InputException">Name.</exception>
    /// <exception cref="BusinessException">Identity:PasskeysUnavailable, Identity:PasskeyCount, Identity:PasskeyRefused.</exception>
    Task<IReadOnlyList<string>> AddAsync(NewPasskeyDto input, CancellationToken cancellationToken = default);

    /// <summary>
    /// It opens nothing from now on; the person's other sessions end. With the last second factor the recovery codes go.
    /// </summary>
    /// <exception cref="EntityNotFoundException">No passkey of this person.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    /// <exception cref="BusinessException">Identity:PasskeyLast: the last second factor, with an API token.</exception>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Replaces all recovery codes.</summary>
    /// <exception cref="EntityNotFoundException">The person has no passkey: a code of the app does the same.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<IReadOnlyList<string>> RenewRecoveryCodesAsync(CancellationToken cancellationToken = default);
}

/// <summary>A person's passkey.</summary>
/// <param name="Id">Opens nothing.</param>
/// <param name="Name">As its person called it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="LastUsedAt">UTC; null for never.</param>
public sealed record PasskeyDto(Guid Id, string Name, DateTime CreatedAt, DateTime? LastUsedAt);

/// <summary>A passkey to be taken over.</summary>
/// <param name="Name">1 to 64 characters.</param>
/// <param name="Answer">To <see cref="IPasskeyAppService.BeginAsync"/>.</param>
public sealed record NewPasskeyDto(string Name, PasskeyAnswer Answer);
