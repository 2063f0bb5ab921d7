using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Imports of files (SEP-04) as CSV, XLSX, pain.001 or pain.008: staged, corrected row by row, then confirmed at once. Business data appears at the confirmation
/// only; each step is one transaction.
/// </summary>
public interface IImportAppService : IApplicationService
{
    /// <summary>Fields of a kind of file, in their usual order.</summary>
    IReadOnlyList<ImportFieldDto> GetFields(ImportKind kind);

    /// <summary>A page of imports, newest first.</summary>
    Task<PagedResult<ImportBatchDto>> GetListAsync(GetImportsInput input, CancellationToken cancellationToken = default);

    /// <summary>One import.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company.</exception>
    Task<ImportBatchDto> GetAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>A page of rows in the order of the file.</summary>
    Task<PagedResult<ImportRowDto>> GetRowsAsync(Guid id, GetImportRowsInput input, CancellationToken cancellationToken = default);

    /// <summary>Reads and checks a file; streams, whatever its size.</summary>
    /// <exception cref="BusinessException">
    /// The file as a whole cannot be read: Sepa:Csv..., Sepa:Xlsx... or Sepa:PaymentFile..., with its place. Nothing is kept.
    /// </exception>
    Task<ImportBatchDto> StageAsync(StageImportInput input, CancellationToken cancellationToken = default);

    /// <summary>Stages the mandates that stand beside the direct debits of an uploaded pain.008, each once, as another import.</summary>
    /// <exception cref="BusinessException">Sepa:ImportHoldsNoMandates; Sepa:ImportNotStaged once its file is thrown away.</exception>
    Task<ImportBatchDto> StageMandatesAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Reads a staged file again with another dialect or mapping; corrections and skips are lost.</summary>
    /// <exception cref="BusinessException">Sepa:ImportReadingFixed: a payment file is read in one way.</exception>
    Task<ImportBatchDto> RereadAsync(Guid id, RereadImportDto input, CancellationToken cancellationToken = default);

    /// <summary>Checks every row again, against the present data; corrections and skips are kept.</summary>
    Task<ImportBatchDto> RevalidateAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Changes values of a row and checks it again, as well as rows it collided with.</summary>
    Task<ImportRowDto> CorrectRowAsync(Guid id, Guid rowId, CorrectRowDto input, CancellationToken cancellationToken = default);

    /// <summary>Leaves a row out, or takes it in again.</summary>
    Task<ImportRowDto> SkipRowAsync(Guid id, Guid rowId, bool skip, CancellationToken cancellationToken = default);

    /// <summary>Leaves out every invalid row.</summary>
    Task<ImportBatchDto> SkipInvalidRowsAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes business data of the valid rows. Repeating it answers the same and imports nothing again.
    /// </summary>
    /// <exception cref="BusinessException">Sepa:ImportHasInvalidRows, Sepa:ImportSameFile, Sepa:ImportDiscarded, Sepa:ImportRowsOutdated.</exception>
    Task<ImportResultDto> ConfirmAsync(Guid id, ConfirmImportDto input, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes back all that a confirmed import made, provided that nothing of it was used or changed: orders in no remittance, mandates
    /// without orders. Repeating it answers the same.
    /// </summary>
    /// <exception cref="BusinessException">Sepa:ImportInUse with the rows in use; Sepa:ImportNotConfirmed. Nothing is undone.</exception>
    Task<ImportBatchDto> UndoAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Throws a staged import and its file away.</summary>
    Task DiscardAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes the rows that will not be imported as CSV: semicolons, byte order mark, formulas escaped, the file's own columns and
    /// one with the reasons.
    /// </summary>
    /// <exception cref="FreshProofRequiredException">The last proof is too old.</exception>
    Task WriteFailedRowsAsync(Guid id, Stream output, CancellationToken cancellationToken = default);
}
