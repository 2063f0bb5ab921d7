using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Remittances and their orders as files for people and spreadsheets (SEP-07, SEP-12), with whole account numbers.</summary>
public interface IRemittanceExportAppService : IApplicationService
{
    /// <summary>
    /// Writes every order of a remittance in file order, one after the other; recorded in the audit trail. Needs
    /// <see cref="SepaPermissions.Remittances.Download"/> for the account.
    /// </summary>
    /// <returns>A name for the file, as that of the bank file.</returns>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of reach.</exception>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task<string> WriteOrdersAsync(Guid remittanceId, OrderFileFormat format, Stream output, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes every remittance that matches as CSV, newest first, paging aside; recorded in the audit trail. Needs
    /// <see cref="SepaPermissions.Remittances.Download"/>.
    /// </summary>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task WriteRemittancesAsync(GetRemittancesInput input, Stream output, CancellationToken cancellationToken = default);

    /// <summary>The same for orders of whatever remittance, or of none.</summary>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task WriteCollectionsAsync(GetCollectionsInput input, Stream output, CancellationToken cancellationToken = default);
}

/// <summary>How orders are written.</summary>
public enum OrderFileFormat
{
    /// <summary>
    /// UTF-8 with byte order mark, semicolons, one header line and amounts and days in the reader's language and culture; what a spreadsheet
    /// would take for a formula has an apostrophe before it.
    /// </summary>
    Csv,

    /// <summary>UTF-8, columns at fixed places, the same in every language: see README of the module.</summary>
    Txt,
}
