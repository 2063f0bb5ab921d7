using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class BookingAppService(AccountingDbContext db, BookingWriter writer, IPermissionChecker permissions) : IBookingAppService
{
    private const int LatestImports = 20;
    private const int LargestPage = 100;

    public async Task<BookingImportDto> ImportAsync(string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Bookings.Import, cancellationToken);
        return ToDto(await writer.WriteAsync(fileName, await BookingFile.ReadAsync(content, cancellationToken), cancellationToken));
    }

    public async Task<IReadOnlyList<BookingImportDto>> GetImportsAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Bookings.Default, cancellationToken);
        return (await db.BookingImports.AsNoTracking().OrderByDescending(i => i.Id).Take(LatestImports).ToListAsync(cancellationToken)).ConvertAll(ToDto);
    }

    public async Task<PagedResult<BookingDto>> GetListAsync(GetBookingsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Bookings.Default, cancellationToken);
        var (bookings, size) = (db.Bookings.AsNoTracking(), Math.Clamp(input.PageSize, 1, LargestPage));
        if (input.Search?.Trim() is { Length: > 0 } search)
            bookings = bookings.Where(b => b.Piece!.StartsWith(search) || b.Number.StartsWith(search));
        if (ReadCursor(input.Cursor) is var (date, id))
            bookings = bookings.Where(b => b.Date < date || (b.Date == date && b.Id < id));
        var rows = await bookings.OrderByDescending(b => b.Date).ThenByDescending(b => b.Id).Take(size + 1).ToListAsync(cancellationToken);
        var next = rows.Count > size ? string.Create(CultureInfo.InvariantCulture, $"{rows[size - 1].Date:yyyyMMdd}{rows[size - 1].Id:N}") : null;
        return new PagedResult<BookingDto>([.. rows.Take(size).Select(b => ToDto(b, []))], next);
    }

    public async Task<IReadOnlyList<BookingDto>> GetOfDocumentAsync(Guid documentId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Bookings.Default, cancellationToken);
        if (!await db.Documents.AnyAsync(d => d.Id == documentId, cancellationToken))
            throw new EntityNotFoundException();
        var bookings = await db.Bookings.AsNoTracking().Where(b => b.DocumentId == documentId).OrderBy(b => b.Date).ThenBy(b => b.Id).Take(LargestPage).ToListAsync(cancellationToken);
        var ids = bookings.Select(b => b.Id).ToArray();
        var lines = (await db.BookingLines.AsNoTracking().Where(l => ids.Contains(l.BookingId)).OrderBy(l => l.Position).ToListAsync(cancellationToken)).ToLookup(l => l.BookingId);
        return [.. bookings.Select(b => ToDto(b, [.. lines[b.Id].Select(ToDto)]))];
    }

    private static (DateOnly Date, Guid Id)? ReadCursor(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        return cursor.Length == 40 && DateOnly.TryParseExact(cursor[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParseExact(cursor[8..], "N", out var id)
            ? (date, id)
            : throw new BusinessException(AccountingErrorCodes.CursorInvalid).WithData("value", cursor.Length > 100 ? cursor[..100] : cursor);
    }

    private static BookingImportDto ToDto(BookingImport i) => new(i.Id, i.FileName, i.Format, i.At, i.By, i.Firm, i.Added, i.Changed, i.Unchanged, i.Documents);

    private static BookingDto ToDto(Booking b, IReadOnlyList<BookingLineDto> lines) => new(b.Id, b.Journal, b.Number, b.Date, b.Piece, b.Label, b.AmountCents / 100m, b.DocumentId, lines);

    private static BookingLineDto ToDto(BookingLine l) => new(l.Account, l.AccountName, l.Auxiliary, l.Label, l.DebitCents / 100m, l.CreditCents / 100m);
}
