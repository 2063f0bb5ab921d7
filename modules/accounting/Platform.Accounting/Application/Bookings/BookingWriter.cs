using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Accounting;

/// <summary>Keeps what a file says, in one transaction, and marks its documents as booked.</summary>
internal sealed class BookingWriter(
    AccountingDbContext db, BookingMatching matching, HandoffNumbers numbers, QueueWriter queue, INotificationPublisher notifications, ICurrentUser user, TimeProvider clock)
    : IScopedDependency
{
    private const int AtOnce = 500;

    public async Task<BookingImport> WriteAsync(string fileName, BookingFile file, CancellationToken cancellationToken)
    {
        // One at a time in a company, and none beside a handoff: both change documents.
        await numbers.LockAsync(cancellationToken);
        var known = await KnownAsync(file.Entries, cancellationToken);
        var documents = await matching.FindAsync(file.Entries.Select(e => e.Piece), cancellationToken);
        var news = file.Entries.Where(e => !known.TryGetValue(e.Key, out var former) || former.Fingerprint != e.Fingerprint || (DocumentOf(e) ?? former.DocumentId) != former.DocumentId).ToList();
        var replaced = news.Where(e => known.ContainsKey(e.Key)).Select(e => known[e.Key].Id).ToList();
        var booked = await BookAsync([.. news.Select(DocumentOf).OfType<Guid>().Distinct()], cancellationToken);
        var import = New(fileName, file, news.Count, replaced.Count, booked);
        db.BookingImports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        await RemoveAsync(replaced, cancellationToken);
        var bookings = news.ConvertAll(e => (Entry: e, Booking: e.ToBooking(import.Id, DocumentOf(e) ?? known.GetValueOrDefault(e.Key)?.DocumentId)));
        await db.BulkInsertAsync(bookings.Select(b => b.Booking).ToAsyncEnumerable(), cancellationToken);
        await db.BulkInsertAsync(bookings.SelectMany(b => b.Entry.Rows.Select(r => Line(b.Booking.Id, r))).ToAsyncEnumerable(), cancellationToken);
        await TellAsync(import, cancellationToken);
        return import;

        Guid? DocumentOf(BookingEntry entry) => entry.Piece is { } piece && documents.TryGetValue(piece, out var document) ? document : null;
    }

    private async Task<Dictionary<BookingKey, Booking>> KnownAsync(IReadOnlyList<BookingEntry> entries, CancellationToken cancellationToken)
    {
        var (first, last) = (entries.Min(e => e.Key.Date), entries.Max(e => e.Key.Date));
        return await db.Bookings.AsNoTracking().Where(b => b.Date >= first && b.Date <= last)
            .ToDictionaryAsync(b => new BookingKey(b.Journal, b.Number, b.Date), cancellationToken);
    }

    private async Task<int> BookAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var booked = 0;
        foreach (var some in ids.Chunk(AtOnce))
        {
            var documents = await db.Documents.Where(d => some.Contains(d.Id) && d.State != DocumentState.Booked).ToListAsync(cancellationToken);
            documents.ForEach(d => d.Book());
            await db.SaveChangesAsync(cancellationToken);
            await queue.FollowAsync(documents, cancellationToken);
            booked += documents.Count;
        }

        return booked;
    }

    private async Task RemoveAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(AtOnce))
        {
            await db.BookingLines.Where(l => some.Contains(l.BookingId)).ExecuteDeleteAsync(cancellationToken);
            await db.Bookings.Where(b => some.Contains(b.Id)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private BookingImport New(string fileName, BookingFile file, int news, int changed, int documents) => new()
    {
        FileName = DocumentTexts.Name(fileName),
        Format = file.Format,
        At = clock.GetUtcNow().UtcDateTime,
        By = user.Info.Name,
        Firm = user.Info.ActingFor?.Firm.Name,
        Added = news - changed,
        Changed = changed,
        Unchanged = file.Entries.Count - news,
        Documents = documents,
    };

    private static BookingLine Line(Guid bookingId, BookingRow row) => new()
    {
        BookingId = bookingId,
        Position = row.Line,
        Account = row.Account,
        AccountName = row.AccountName,
        Auxiliary = row.Auxiliary,
        Label = row.Label,
        DebitCents = row.Debit,
        CreditCents = row.Credit,
    };

    private Task TellAsync(BookingImport import, CancellationToken cancellationToken) => notifications.PublishToHoldersAsync(
        AccountingPermissions.Bookings.Default,
        new NotificationDto(
            "Accounting.Notification.Bookings", new Dictionary<string, object> { ["by"] = import.Firm ?? import.By ?? "", ["count"] = import.Added + import.Changed, ["documents"] = import.Documents },
            NotificationSeverity.Info, "bookings", $"Accounting.Bookings.{import.Id:N}"),
        cancellationToken: cancellationToken);
}
