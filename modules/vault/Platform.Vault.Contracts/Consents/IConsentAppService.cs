using Platform.Kernel;

namespace Platform.Vault;

/// <summary>What people of the current company allowed, for pages and the API (VLT-08). Never a secret.</summary>
public interface IConsentAppService : IApplicationService
{
    /// <summary>A page of the current person's consents, newest first; with <see cref="VaultPermissions.Consents.ViewAll"/> of everybody's.</summary>
    Task<PagedResult<ConsentDto>> GetListAsync(GetConsentsInput input, CancellationToken cancellationToken = default);

    /// <summary>One of them.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or another person's without the right to see it.</exception>
    Task<ConsentDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends a consent at once and for good: the secret's keys are destroyed, in backups too. Repeating it changes nothing. The own
    /// ones always; others' with <see cref="VaultPermissions.Consents.RevokeAll"/>.
    /// </summary>
    /// <exception cref="EntityNotFoundException">As above.</exception>
    Task<ConsentDto> RevokeAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>Which consents.</summary>
/// <param name="Everybody">Other people's too, where the person may see them.</param>
/// <param name="State">Only these.</param>
/// <param name="Provider">Only those of this connector.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record GetConsentsInput(
    bool Everybody = false, ConsentState? State = null, string? Provider = null, string? Cursor = null, int PageSize = 25);

/// <summary>Where a consent stands now.</summary>
public enum ConsentState
{
    /// <summary>The secret may be used.</summary>
    Active,

    /// <summary>Its time is over; only the person can give a new one.</summary>
    Expired,

    /// <summary>Ended by a person; the secret is destroyed.</summary>
    Revoked,
}

/// <summary>A consent as people see it.</summary>
/// <param name="Id">Key.</param>
/// <param name="UserId">Who gave it.</param>
/// <param name="UserName">Name at that time.</param>
/// <param name="Provider">To whom: the connector's name.</param>
/// <param name="Account">For which account of theirs.</param>
/// <param name="Label">As the person recognises it.</param>
/// <param name="Purpose">For what.</param>
/// <param name="State">Now.</param>
/// <param name="GrantedAt">UTC.</param>
/// <param name="ValidUntil">UTC; null without end.</param>
/// <param name="LastUsedAt">UTC; null when never used.</param>
/// <param name="Uses">How often.</param>
/// <param name="RevokedAt">UTC.</param>
/// <param name="RevokedBy">Name.</param>
/// <param name="NeedsFreshFactor">Each use asks for a second factor.</param>
/// <param name="IsOwn">Given by whoever asks.</param>
/// <param name="CanRevoke">By whoever asks, now.</param>
public sealed record ConsentDto(
    Guid Id, Guid UserId, string UserName, string Provider, string Account, string Label, string Purpose, ConsentState State, DateTime GrantedAt,
    DateTime? ValidUntil, DateTime? LastUsedAt, long Uses, DateTime? RevokedAt, string? RevokedBy, bool NeedsFreshFactor, bool IsOwn, bool CanRevoke);
