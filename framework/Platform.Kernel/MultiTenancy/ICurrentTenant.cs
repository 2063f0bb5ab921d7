namespace Platform.Kernel;

/// <summary>
/// The company the running code works in: set from the route for a request, from the stored id for a job or event handler.
/// Flows with the asynchronous call and is never shared between two of them.
/// </summary>
public interface ICurrentTenant
{
    /// <summary>The company's id; null in the host's own context.</summary>
    Guid? Id { get; }

    /// <summary>What is known of the company; null in the host's context and where only the id was given.</summary>
    TenantInfo? Tenant { get; }

    /// <summary>Works in another company (null: the host) until the result is disposed, then in the former one again.</summary>
    IDisposable Change(TenantInfo? tenant);

    /// <summary>Works in the company with this id until the result is disposed; <see cref="Guid.Empty"/> is the host.</summary>
    IDisposable Change(Guid tenantId);
}

/// <summary>A company as every layer needs it.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="Slug">Its segment in URLs: lower-case letters, digits and hyphens; never changes.</param>
/// <param name="Name">Legal name.</param>
/// <param name="VatNumber">With country prefix, without separators; empty when the company has none.</param>
/// <param name="Color">"#rrggbb": shown wherever the company is named, to tell two tabs apart.</param>
/// <param name="TenantType">Name of the tenant type: "sme", "accountant" or one that a module adds.</param>
/// <param name="GroupId">The multi-entity group, if any, whose settings apply.</param>
/// <param name="RightsVersion">Raised by every change of rights or settings in the company; null where it was not read, and then nothing is kept.</param>
/// <param name="ClosedAt">When it closed its account; null while it is open. Nobody enters but those who may take that back, and no work is done in it.</param>
/// <param name="ErasedAt">When it was erased; null before. There is no company any more, only what a law asks to keep.</param>
public sealed record TenantInfo(
    Guid Id, string Slug, string Name, string VatNumber, string Color, string TenantType, Guid? GroupId = null, long? RightsVersion = null,
    DateTime? ClosedAt = null, DateTime? ErasedAt = null);

/// <summary>Where the kernel finds companies and who may work in them. Implemented by the Tenancy module.</summary>
public interface ITenantStore
{
    /// <summary>The company of this URL segment, also a closed one; null for none and for one that was erased.</summary>
    Task<TenantInfo?> FindBySlugAsync(string slug, CancellationToken cancellationToken = default);

    /// <summary>The company with this id, also a closed or erased one, or null.</summary>
    Task<TenantInfo?> FindByIdAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// The companies the person may open now, by name. Read live: an ended membership is missing at once. For the current user, only what
    /// the session or API token opens.
    /// </summary>
    Task<IReadOnlyList<TenantInfo>> GetListForUserAsync(Guid userId, CancellationToken cancellationToken = default);

    /// <summary>Whether the person is a member of the company now, with the same limit. A closed company has none.</summary>
    Task<bool> IsMemberAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default);

    /// <summary>
    /// How the person may open the company now, with the same limit: as a member, or through the engagement of a firm; null for a
    /// stranger. Of a closed company only for who may take that back. Read live and asked on every request below a company's route, so that an ended engagement refuses the next one.
    /// </summary>
    Task<TenantAccess?> FindAccessAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default);

    /// <summary>
    /// What the person may open now, also through engagements, with the same limit: favourites first, then what was opened last, then
    /// by name.
    /// </summary>
    /// <param name="userId">The person.</param>
    /// <param name="search">Part of a name or VAT number, case, accents and separators ignored; null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<TenantChoice>> SearchForUserAsync(Guid userId, string? search, int limit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Raises the version of the company's rights in the current transaction; called by the kernel when an <see cref="IGrantsRights"/> is
    /// saved. Of two changes in a company the second waits for the first, so no reader can mistake one for the other.
    /// </summary>
    Task RaiseRightsVersionAsync(Guid tenantId, CancellationToken cancellationToken = default);

    /// <summary>The same in every company that a setting concerns; called by the kernel when one is set.</summary>
    /// <param name="level">Operator for all companies, group or entity; nothing happens at others.</param>
    /// <param name="key">Id of the group or company.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task RaiseRightsVersionAsync(SettingLevel level, Guid key, CancellationToken cancellationToken = default);
}

/// <summary>A way into a company.</summary>
/// <param name="ActingFor">The engagement that lets the person in; null for a member.</param>
public sealed record TenantAccess(Engaged? ActingFor = null);

/// <summary>A company to choose.</summary>
/// <param name="Company">The company.</param>
/// <param name="IsFavourite">Whether the person wants it on top.</param>
/// <param name="Firm">Name of the firm for which the person works there; null for a member.</param>
public sealed record TenantChoice(TenantInfo Company, bool IsFavourite, string? Firm);
