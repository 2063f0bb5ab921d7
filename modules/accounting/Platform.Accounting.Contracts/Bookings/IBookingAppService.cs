using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// What the accountant booked, brought back as a file: entries are kept, and the documents they name are marked as booked.
/// </summary>
public interface IBookingAppService : IApplicationService
{
    /// <summary>
    /// Reads a FEC (France, arrêté of 29 July 2013, article A. 47 A-1 LPF: 18 columns, tab or bar between them) or a CSV with the same columns. All of it is
    /// kept, or nothing. The same entry again (journal, number, date) replaces the former one, so that the file of a whole year can be brought every month.
    /// An entry belongs to the one handed-over document whose invoice number, or else name without ending, its piece reference repeats.
    /// Needs <see cref="AccountingPermissions.Bookings.Import"/>.
    /// </summary>
    /// <param name="fileName">For the record.</param>
    /// <param name="content">UTF-8 or ISO 8859-15, at most <see cref="BookingLimits.MaxBytes"/>.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="InputException">
    /// At most 20 errors with line, column and value: Accounting:BookingTooLarge, Accounting:BookingTooMany, Accounting:BookingColumn,
    /// Accounting:BookingEmpty, Accounting:BookingDate, Accounting:BookingAmount, Accounting:BookingSense, Accounting:BookingUnbalanced,
    /// Accounting:BookingCells, Accounting:Required, Accounting:BookingLong, Accounting:Characters. Of the name: as of a document's.
    /// </exception>
    Task<BookingImportDto> ImportAsync(string fileName, Stream content, CancellationToken cancellationToken = default);

    /// <summary>The latest 20 files. Needs <see cref="AccountingPermissions.Bookings.Default"/>, as all that follows.</summary>
    Task<IReadOnlyList<BookingImportDto>> GetImportsAsync(CancellationToken cancellationToken = default);

    /// <summary>Entries, the latest date first.</summary>
    /// <exception cref="BusinessException">Accounting:CursorInvalid.</exception>
    Task<PagedResult<BookingDto>> GetListAsync(GetBookingsInput input, CancellationToken cancellationToken = default);

    /// <summary>Entries that belong to a document, with their lines.</summary>
    /// <exception cref="EntityNotFoundException">No such document in this company.</exception>
    Task<IReadOnlyList<BookingDto>> GetOfDocumentAsync(Guid documentId, CancellationToken cancellationToken = default);
}

/// <summary>Limits of files of bookings.</summary>
public static class BookingLimits
{
    /// <summary>Largest file, bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Most lines of a file.</summary>
    public const int MaxLines = 100_000;
}

/// <summary>Which entries.</summary>
/// <param name="Search">Beginning of a piece reference, or of an entry's number.</param>
/// <param name="Cursor">From the page before.</param>
/// <param name="PageSize">1 to 100.</param>
public sealed record GetBookingsInput(string? Search = null, string? Cursor = null, int PageSize = 50);

/// <summary>How a file was written. Its text is "BookingFormat:{name}".</summary>
public enum BookingFormat
{
    /// <summary>Fichier des écritures comptables.</summary>
    Fec,

    /// <summary>Comma or semicolon, cells in quotes where needed (RFC 4180).</summary>
    Csv,
}

/// <summary>A file of bookings that was brought in.</summary>
/// <param name="Id">Of the file.</param>
/// <param name="FileName">As it was called.</param>
/// <param name="Format">How it was written.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who brought it.</param>
/// <param name="Firm">For which firm; null for the company itself.</param>
/// <param name="Added">Entries that were not there.</param>
/// <param name="Changed">Entries that replaced one.</param>
/// <param name="Unchanged">Entries that were there already.</param>
/// <param name="Documents">Documents that it marked as booked.</param>
public sealed record BookingImportDto(
    Guid Id, string FileName, BookingFormat Format, DateTime At, string? By, string? Firm, int Added, int Changed, int Unchanged, int Documents);

/// <summary>An entry of a journal.</summary>
/// <param name="Id">Changes when the entry is replaced.</param>
/// <param name="Journal">JournalCode.</param>
/// <param name="Number">EcritureNum.</param>
/// <param name="Date">EcritureDate.</param>
/// <param name="Piece">PieceRef; null for none.</param>
/// <param name="Label">EcritureLib of its first line.</param>
/// <param name="Amount">Sum of its debits, euros.</param>
/// <param name="DocumentId">The document it belongs to; null for none.</param>
/// <param name="Lines">Empty in lists.</param>
public sealed record BookingDto(
    Guid Id, string Journal, string Number, DateOnly Date, string? Piece, string Label, decimal Amount, Guid? DocumentId, IReadOnlyList<BookingLineDto> Lines);

/// <summary>A line of an entry.</summary>
/// <param name="Account">CompteNum.</param>
/// <param name="AccountName">CompteLib.</param>
/// <param name="Auxiliary">CompAuxNum; null for none.</param>
/// <param name="Label">EcritureLib.</param>
/// <param name="Debit">Euros.</param>
/// <param name="Credit">Euros.</param>
public sealed record BookingLineDto(string Account, string AccountName, string? Auxiliary, string Label, decimal Debit, decimal Credit);
