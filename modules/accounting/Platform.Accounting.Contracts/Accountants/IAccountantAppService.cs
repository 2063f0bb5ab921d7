using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>
/// Who keeps the company's books: a firm on the platform, which must accept, or a contact outside. One at a time; former ones stay on
/// record with their handoffs.
/// </summary>
public interface IAccountantAppService : IApplicationService
{
    /// <summary>Now, asked for, and formerly. Needs <see cref="AccountingPermissions.Accountant.Default"/>.</summary>
    Task<AccountantsDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Firms that match, as <see cref="IEngagementAppService.FindFirmsAsync"/>. Needs <see cref="AccountingPermissions.Accountant.Edit"/>
    /// and <see cref="TenancyPermissions.Engagements.Manage"/>.
    /// </summary>
    Task<IReadOnlyList<FirmDto>> FindFirmsAsync(string? search, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks a firm on the platform, with the scopes that are proposed for accountants; the present accountant stays until it accepts. The
    /// same rights; refuses what <see cref="IEngagementAppService.RequestAsync"/> refuses.
    /// </summary>
    Task RequestFirmAsync(Guid firmId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Names a contact outside, from now on; the same person with other details is corrected. A firm on the platform that works for the
    /// company, or was asked, is ended. Needs <see cref="AccountingPermissions.Accountant.Edit"/>, and for a firm to be ended
    /// <see cref="TenancyPermissions.Engagements.Manage"/>.
    /// </summary>
    /// <exception cref="InputException">Name, Email, Phone or Language: every refused field at once.</exception>
    Task SetContactAsync(AccountantContactDto input, CancellationToken cancellationToken = default);

    /// <summary>The company has no accountant from now on. The same rights. Nothing happens when there is none.</summary>
    Task EndAsync(CancellationToken cancellationToken = default);
}

/// <summary>Accountants of a company.</summary>
/// <param name="Current">Who gets documents; null for none yet.</param>
/// <param name="Asked">A firm that has not answered; null for none.</param>
/// <param name="Former">The latest first.</param>
public sealed record AccountantsDto(AccountantDto? Current, EngagementDto? Asked, IReadOnlyList<AccountantDto> Former);

/// <summary>An accountant.</summary>
/// <param name="Id">Never changes.</param>
/// <param name="FirmId">The firm on the platform; null for a contact outside.</param>
/// <param name="Name">Of the firm or contact.</param>
/// <param name="Email">Where handoffs are announced; empty for a firm without an address.</param>
/// <param name="Phone">Empty when not known.</param>
/// <param name="Language">Of mails to it.</param>
/// <param name="Since">UTC.</param>
/// <param name="EndedAt">UTC; null for the present one.</param>
public sealed record AccountantDto(Guid Id, Guid? FirmId, string Name, string Email, string Phone, string Language, DateTime Since, DateTime? EndedAt);

/// <summary>A contact outside the platform.</summary>
public sealed record AccountantContactDto
{
    /// <summary>Required, at most 140 characters.</summary>
    public string? Name { get; init; }

    /// <summary>Required, one address, at most 140 characters.</summary>
    public string? Email { get; init; }

    /// <summary>At most 35 characters: digits, spaces and + ( ) . / -</summary>
    public string? Phone { get; init; }

    /// <summary>Of mails to it: one of <see cref="CompanyLanguages.All"/>; null for the company's.</summary>
    public string? Language { get; init; }
}
