using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Old logins of all companies, for the operator: every method needs <see cref="IdentityPermissions.LegacyAccounts.Import"/>, which exists
/// in the operator's company only.
/// </summary>
public interface ILegacyImportAppService : IApplicationService
{
    /// <summary>Reads a file and says what importing it would do, or every error of every row. Stores nothing.</summary>
    Task<LegacyImportDto> CheckAsync(Stream csv, CancellationToken cancellationToken = default);

    /// <summary>
    /// Imports the file, all of it or nothing. A login that is there already gets the file's addresses and numbers; its password and its
    /// profile stay as they are, and finished ones stay altogether. So the same file again changes nothing.
    /// </summary>
    /// <param name="csv">The file.</param>
    /// <param name="digest">Of the file that was checked: another one is refused. Null to import without a check before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InputException">Every error of every row.</exception>
    /// <exception cref="BusinessException">Identity:LegacyFileChanged.</exception>
    Task<LegacyImportDto> ImportAsync(Stream csv, string? digest, CancellationToken cancellationToken = default);

    /// <summary>How far each company with old logins is, by name.</summary>
    Task<IReadOnlyList<LegacyProgressDto>> GetProgressAsync(LegacyProgressInput input, CancellationToken cancellationToken = default);

    /// <summary>The old logins of those companies as CSV for spreadsheets: ";", UTF-8 with BOM, formulas escaped.</summary>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task WriteReportAsync(LegacyProgressInput input, Stream output, CancellationToken cancellationToken = default);

    /// <summary>Reminds by mail the notification addresses of a company's unfinished logins, each login once a day.</summary>
    /// <returns>How many logins were reminded of.</returns>
    Task<int> RemindAsync(Guid companyId, CancellationToken cancellationToken = default);
}

/// <summary>What an import does.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Added">New logins.</param>
/// <param name="Updated">Logins with other addresses or numbers than before.</param>
/// <param name="Unchanged">Logins left as they are.</param>
/// <param name="Errors">With line, column and value; empty for a file that can be imported.</param>
/// <param name="Digest">SHA-256 of the file, hexadecimal.</param>
public sealed record LegacyImportDto(int Rows, int Added, int Updated, int Unchanged, IReadOnlyList<FieldError> Errors, string Digest);

/// <summary>Which companies.</summary>
/// <param name="Search">Part of a name or VAT number.</param>
/// <param name="State">With a login in this state.</param>
public sealed record LegacyProgressInput(string? Search = null, LegacyState? State = null);

/// <summary>How far a company is.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Company">Its name.</param>
/// <param name="VatNumber">Its VAT number, or empty.</param>
/// <param name="NotStarted">Logins nobody has begun with.</param>
/// <param name="Postponed">Logins with which somebody chose to do it later.</param>
/// <param name="InProgress">Logins with which somebody has begun.</param>
/// <param name="Done">Finished, still kept.</param>
/// <param name="Closed">Finished and closed.</param>
public sealed record LegacyProgressDto(Guid CompanyId, string Company, string VatNumber, int NotStarted, int Postponed, int InProgress, int Done, int Closed);
