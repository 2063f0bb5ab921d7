using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>What tells one entry of a company from another.</summary>
internal readonly record struct BookingKey(string Journal, string Number, DateOnly Date);

/// <summary>Lines of a file that make an entry: debit and credit are equal.</summary>
internal sealed record BookingEntry(BookingKey Key, IReadOnlyList<BookingRow> Rows)
{
    public string? Piece => Rows.Select(r => r.Piece).FirstOrDefault(p => p is not null);

    public string Fingerprint { get; } = Hash(Rows);

    /// <summary>In the order of the file; lines of an entry need not stand together.</summary>
    public static IReadOnlyList<BookingEntry> Group(IReadOnlyList<BookingRow> rows, List<FieldError> errors)
    {
        // A line that could not be read would leave its entry unbalanced: one mistake is said once.
        if (errors.Count > 0)
            return [];
        var entries = rows.GroupBy(r => new BookingKey(r.Journal, r.Number, r.Date)).Select(g => new BookingEntry(g.Key, [.. g])).ToList();
        errors.AddRange(entries.Where(e => e.Rows.Sum(r => r.Debit) != e.Rows.Sum(r => r.Credit)).Select(e => new FieldError(
            BookingColumns.Number, AccountingErrorCodes.BookingUnbalanced,
            string.Create(CultureInfo.InvariantCulture, $"{e.Key.Journal} {e.Key.Number}: {e.Rows.Sum(r => r.Debit) / 100m:0.00} / {e.Rows.Sum(r => r.Credit) / 100m:0.00}"), e.Rows[0].Line)));
        return entries;
    }

    public Booking ToBooking(Guid importId, Guid? documentId) => new()
    {
        ImportId = importId,
        Journal = Key.Journal,
        Number = Key.Number,
        Date = Key.Date,
        Piece = Piece,
        Label = Rows[0].Label,
        AmountCents = Rows.Sum(r => r.Debit),
        DocumentId = documentId,
        Fingerprint = Fingerprint,
    };

    // Line numbers are left out: a file of a longer time has the same entry elsewhere.
    private static string Hash(IReadOnlyList<BookingRow> rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Select(
        r => string.Join('\t', r.Piece, r.Account, r.AccountName, r.Auxiliary, r.Label, r.Debit.ToString(CultureInfo.InvariantCulture), r.Credit.ToString(CultureInfo.InvariantCulture)))))));
}
