using System.Globalization;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>One line of a file, checked.</summary>
internal sealed record BookingRow(
    int Line, string Journal, string Number, DateOnly Date, string? Piece, string Account, string AccountName, string? Auxiliary, string Label, long Debit, long Credit)
{
    private static readonly string[] Days = ["yyyyMMdd", "yyyy-MM-dd", "dd/MM/yyyy"];

    /// <summary>What is wrong goes to the errors, and then there is no row.</summary>
    public static BookingRow? Read(BookingColumns columns, string[] record, int line, List<FieldError> errors)
    {
        var before = errors.Count;
        var (debit, credit) = Amounts();
        var row = new BookingRow(
            line, Text(BookingColumns.Journal, Booking.CodeLength, true), Text(BookingColumns.Number, Booking.CodeLength, true), Day(), Optional(BookingColumns.Piece, Booking.TextLength),
            Text(BookingColumns.Account, Booking.CodeLength, true), Text(BookingColumns.AccountName, Booking.TextLength, false), Optional(BookingColumns.Auxiliary, Booking.CodeLength),
            Text(BookingColumns.Label, Booking.TextLength, false), debit, credit);
        return errors.Count == before ? row : null;

        string? Optional(string column, int most) => Text(column, most, false) is { Length: > 0 } text ? text : null;

        string Text(string column, int most, bool needed)
        {
            var text = columns.Read(record, column);
            if (text.Length == 0 && needed)
                Refuse(column, AccountingErrorCodes.Required, "");
            if (text.Length > most)
                Refuse(column, AccountingErrorCodes.BookingLong, text);
            if (text.Any(char.IsControl))
                Refuse(column, AccountingErrorCodes.Characters, text);
            return text;
        }

        DateOnly Day()
        {
            var text = columns.Read(record, BookingColumns.Date);
            if (!DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                Refuse(BookingColumns.Date, AccountingErrorCodes.BookingDate, text);
            return day;
        }

        (long Debit, long Credit) Amounts()
        {
            if (!columns.HasSense)
                return (Cents(BookingColumns.Debit), Cents(BookingColumns.Credit));
            var (cents, sense) = (Cents(BookingColumns.Amount), columns.Read(record, BookingColumns.Sense));
            if (sense is not ("D" or "C" or "1" or "+1" or "-1"))
                Refuse(BookingColumns.Sense, AccountingErrorCodes.BookingSense, sense);
            return sense is "C" or "-1" ? (0, cents) : (cents, 0);
        }

        // A comma by the norm; files with a point are about. An empty cell is nought.
        long Cents(string column)
        {
            var text = columns.Read(record, column);
            if (text.Length == 0)
                return 0;
            if (decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && Math.Abs(value) < 1_000_000_000_000m && decimal.Round(value, 2) == value)
                return (long)(value * 100);
            Refuse(column, AccountingErrorCodes.BookingAmount, text);
            return 0;
        }

        void Refuse(string column, string code, string value) => errors.Add(new FieldError(column, code, value.Length > 100 ? value[..100] : value, line));
    }
}
