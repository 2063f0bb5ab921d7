using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Firms that work in the current company. A firm's people enter as themselves, with the granted scopes and no other right, as long as
/// the engagement is accepted, they are members of the firm and hold <see cref="TenancyPermissions.Clients.Work"/> there; the next request
/// after any of these ends is refused, in open sessions too. Every act is in the trail of both companies.
/// </summary>
public interface IEngagementAppService : IApplicationService
{
    /// <summary>All engagements of the current company, running ones first. Needs <see cref="TenancyPermissions.Engagements.Default"/>.</summary>
    Task<IReadOnlyList<EngagementDto>> GetListAsync(CancellationToken cancellationToken = default);

    /// <summary>One of them.</summary>
    /// <exception cref="EntityNotFoundException">No such engagement of this company.</exception>
    Task<EngagementDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Up to ten firms of the directory that do this kind of work. Needs <see cref="TenancyPermissions.Engagements.Manage"/>.
    /// </summary>
    /// <param name="kind">Name of a declared kind.</param>
    /// <param name="search">
    /// Two characters at least, else nothing is found: parts of the name, in any order, or of the VAT number with or without its prefix;
    /// case, accents and separators ignored. Ten firms at most: first those whose name begins with it, by name, then others, the longest
    /// on the platform first.
    /// </param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<FirmDto>> FindFirmsAsync(string? kind, string? search, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks a firm, which is told by notification and mail. Needs <see cref="TenancyPermissions.Engagements.Manage"/>, every scope
    /// oneself, and a fresh proof.
    /// </summary>
    /// <exception cref="InputException">Kind, FirmId or Scopes: Tenancy:EngagementKind, Tenancy:EngagementFirm, Tenancy:EngagementScope.</exception>
    /// <exception cref="BusinessException">Tenancy:EngagementExists: asked or engaged already; Tenancy:ScopeNotHeld.</exception>
    Task<EngagementDto> RequestAsync(RequestEngagementDto input, CancellationToken cancellationToken = default);

    /// <summary>Grants other scopes from the next request on. The same rights.</summary>
    /// <exception cref="BusinessException">Tenancy:EngagementClosed, Tenancy:ScopeNotHeld.</exception>
    Task<EngagementDto> SetScopesAsync(Guid id, ScopesDto input, CancellationToken cancellationToken = default);

    /// <summary>Ends it, or takes the request back; at once. Needs <see cref="TenancyPermissions.Engagements.Manage"/>. Nothing happens to a closed one.</summary>
    Task EndAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>Clients of the current company, which is a firm.</summary>
public interface IClientAppService : IApplicationService
{
    /// <summary>Clients, by name. Needs <see cref="TenancyPermissions.Clients.Default"/>.</summary>
    Task<PagedResult<EngagementDto>> GetListAsync(ClientListInput input, CancellationToken cancellationToken = default);

    /// <summary>Works for the client from now on; a kind of which a client has one at a time ends the former. Needs <see cref="TenancyPermissions.Clients.Decide"/>.</summary>
    /// <exception cref="EntityNotFoundException">No such engagement of this firm.</exception>
    /// <exception cref="BusinessException">Tenancy:EngagementClosed: no request any more.</exception>
    Task<EngagementDto> AcceptAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Does not want to. The same right and errors.</summary>
    Task<EngagementDto> RefuseAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Ends the work for a client. The same right. Nothing happens to a closed one.</summary>
    Task EndAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Clients whose companies the current person may enter now with a permission among the scopes. For services that work across clients;
    /// checks nothing else.
    /// </summary>
    Task<IReadOnlyList<Engaged>> GetOpenAsync(string permission, CancellationToken cancellationToken = default);
}
