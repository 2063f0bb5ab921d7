using Platform.Kernel;

namespace Platform.Identity;

/// <summary>The signed-in person's own API tokens. A token that is itself limited can create and revoke none.</summary>
public interface IApiTokenAppService : IApplicationService
{
    /// <summary>Tokens that are neither revoked nor expired for more than 30 days, the newest first.</summary>
    Task<IReadOnlyList<ApiTokenDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a token. It is told once: only its hash is stored.</summary>
    /// <exception cref="InputException">Name, company, scope or expiry refused.</exception>
    Task<CreatedApiTokenDto> CreateAsync(CreateApiTokenDto input, CancellationToken cancellationToken = default);

    /// <summary>Revokes one; refused from its next use on.</summary>
    /// <exception cref="EntityNotFoundException">Not a token of this person.</exception>
    Task RevokeAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>A token without its secret.</summary>
/// <param name="Id">Opens nothing.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Hint">Its first characters, to tell it from others.</param>
/// <param name="TenantId">The only company it opens; null for all of the person's.</param>
/// <param name="Scopes">Permissions it is limited to; null for all the person holds.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="LastUsedAt">UTC, to the minute; null when never used.</param>
/// <param name="LastUsedAddress">Network address of the last use.</param>
public sealed record ApiTokenDto(
    Guid Id, string Name, string Hint, Guid? TenantId, IReadOnlyList<string>? Scopes, DateTime CreatedAt, DateTime ExpiresAt,
    DateTime? LastUsedAt, string? LastUsedAddress);

/// <summary>A wish for a token.</summary>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="TenantId">One company, or null for all of the person's.</param>
/// <param name="Scopes">Permissions it is limited to; null or empty for all the person holds, also later ones.</param>
/// <param name="ValidDays">1 to 365.</param>
public sealed record CreateApiTokenDto(string Name, Guid? TenantId, IReadOnlyList<string>? Scopes, int ValidDays);

/// <summary>A new token.</summary>
/// <param name="Token">The secret, "plf_" and 43 characters; sent as "Authorization: Bearer ...".</param>
/// <param name="Details">Everything else.</param>
public sealed record CreatedApiTokenDto(string Token, ApiTokenDto Details);
