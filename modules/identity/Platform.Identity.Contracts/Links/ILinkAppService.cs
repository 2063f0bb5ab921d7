using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Links that the current company has sent. Needs <see cref="IdentityPermissions.Links.Default"/>, which shows what one made oneself; with
/// <see cref="IdentityPermissions.Links.Manage"/>, everybody's. Addresses are not among what is shown: nobody but the recipient has them.
/// </summary>
public interface ILinkAppService : IApplicationService
{
    /// <summary>The newest first.</summary>
    Task<PagedResult<LinkDto>> GetListAsync(LinkListInput input, CancellationToken cancellationToken = default);

    /// <summary>Names of the kinds that companies send.</summary>
    Task<IReadOnlyList<string>> GetKindsAsync(CancellationToken cancellationToken = default);

    /// <summary>Revokes one: it opens no more, and whoever tries raises an alert. No error when it was not open any more.</summary>
    /// <exception cref="EntityNotFoundException">No such link in this company, or somebody else's without the right.</exception>
    Task RevokeAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>What a link is worth now.</summary>
public enum LinkState
{
    /// <summary>Opens.</summary>
    Open,

    /// <summary>Its time is over, by what was settled when it was made or by a stricter setting since.</summary>
    Expired,

    /// <summary>Somebody revoked it, or what it was for.</summary>
    Revoked,

    /// <summary>A newer one took its place.</summary>
    Replaced,

    /// <summary>Used as often as it may be.</summary>
    UsedUp,
}

/// <summary>What to list.</summary>
/// <param name="Kind">Of this kind only.</param>
/// <param name="State">In this state only.</param>
/// <param name="Search">Part of the masked recipient, a whole e-mail address, or part of the name of who made it.</param>
/// <param name="Cursor">Of the page before.</param>
/// <param name="PageSize">1 to 100.</param>
public sealed record LinkListInput(string? Kind = null, LinkState? State = null, string? Search = null, string? Cursor = null, int PageSize = 25);

/// <summary>A link without its address.</summary>
/// <param name="Id">Opens nothing.</param>
/// <param name="Kind">Its text is "LinkKind:{Kind}".</param>
/// <param name="SubjectId">What it opens; its meaning is the kind's.</param>
/// <param name="Recipient">Whom it is for, masked.</param>
/// <param name="MadeBy">Name of who made it; null for the system.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="ExpiresAt">UTC, by the settings of this moment.</param>
/// <param name="State">Now.</param>
/// <param name="Uses">How often it was opened.</param>
/// <param name="MostUses">How often it may be; null for any number.</param>
/// <param name="LastUsedAt">UTC; null for never.</param>
public sealed record LinkDto(
    Guid Id, string Kind, Guid SubjectId, string Recipient, string? MadeBy, DateTime MadeAt, DateTime ExpiresAt, LinkState State, int Uses, int? MostUses,
    DateTime? LastUsedAt);
