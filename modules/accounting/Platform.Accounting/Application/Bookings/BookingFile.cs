using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>A file of bookings, read whole and checked before anything of it is kept.</summary>
internal sealed record BookingFile(BookingFormat Format, IReadOnlyList<BookingEntry> Entries)
{
    private const int MostErrors = 20;
    private const string File = "file";
    private static readonly char[] Separators = ['\t', '|', ';', ','];

    /// <exception cref="InputException">As <see cref="IBookingAppService.ImportAsync"/> says.</exception>
    public static async Task<BookingFile> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var text = Decode(await LoadAsync(content, cancellationToken));
        var header = text[..(text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length)];
        var separator = Separators.MaxBy(s => header.Count(c => c == s));
        // A FEC has no quotes: there a quotation mark is a character like any other.
        var format = separator is '\t' or '|' ? BookingFormat.Fec : BookingFormat.Csv;
        var errors = new List<FieldError>();
        var entries = BookingEntry.Group(Rows(text, separator, format, errors), errors);
        return errors.Count == 0 ? new BookingFile(format, entries) : throw new InputException([.. errors.Take(MostErrors)]);
    }

    private static async Task<byte[]> LoadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (copy.Length + read > BookingLimits.MaxBytes)
                throw Refuse(File, AccountingErrorCodes.BookingTooLarge);
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")!.GetString(bytes);
        }
    }

    private static List<BookingRow> Rows(string text, char separator, BookingFormat format, List<FieldError> errors)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            Mode = format == BookingFormat.Fec ? CsvMode.NoEscape : CsvMode.RFC4180,
            BadDataFound = null,
        });
        try
        {
            return Rows(parser, errors);
        }
        catch (CsvHelperException)
        {
            throw Refuse(File, AccountingErrorCodes.BookingCells, parser.RawRow);
        }
    }

    private static List<BookingRow> Rows(CsvParser parser, List<FieldError> errors)
    {
        var columns = new BookingColumns(parser.Read() ? parser.Record! : []);
        if (columns.Missing.ToArray() is { Length: > 0 } missing)
            throw new InputException([.. missing.Select(name => new FieldError(name, AccountingErrorCodes.BookingColumn, name, 1))]);
        var (rows, lines) = (new List<BookingRow>(), 0);
        while (errors.Count < MostErrors && parser.Read())
        {
            if (++lines > BookingLimits.MaxLines)
                throw Refuse(File, AccountingErrorCodes.BookingTooMany);
            if (parser.Record!.Length != columns.Count)
                errors.Add(new FieldError(File, AccountingErrorCodes.BookingCells, string.Create(CultureInfo.InvariantCulture, $"{parser.Record.Length} / {columns.Count}"), parser.RawRow));
            else if (BookingRow.Read(columns, parser.Record, parser.RawRow, errors) is { } row)
                rows.Add(row);
        }

        return lines > 0 ? rows : throw Refuse(File, AccountingErrorCodes.BookingEmpty);
    }

    private static InputException Refuse(string field, string code, int? line = null) => new(new FieldError(field, code, Line: line));
}
