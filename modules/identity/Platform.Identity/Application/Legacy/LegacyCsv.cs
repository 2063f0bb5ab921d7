using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>A row of the file.</summary>
/// <param name="Line">Where it ends in the file, from 1.</param>
/// <param name="Cells">By column name, trimmed; "" for what is missing.</param>
internal sealed record LegacyRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    public IReadOnlyList<string> List(string column) =>
        [.. this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>Reads a file of old logins: ";", "," or tab; UTF-8 or windows-1252; at most 5 MB and 5,000 rows.</summary>
internal static class LegacyCsv
{
    public const string Company = "company", Login = "login", Name = "name", CustomerCode = "customer_code", Invoices = "invoice_numbers", Serials = "serial_numbers",
        Emails = "notification_emails", Profile = "profile", Language = "language", PasswordHash = "password_hash";

    public const int MostBytes = 5 * 1024 * 1024;
    public const int MostRows = 5_000;
    public const int LongestNumber = 64;
    private const int LongestCell = 8_000;
    private const string File = "file";

    private static readonly string[] Columns = [Company, Login, Name, CustomerCode, Invoices, Serials, Emails, Profile, Language, PasswordHash];
    private static readonly string[] Needed = [Company, Login, CustomerCode];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The rows, what is wrong with the file as a whole, and its SHA-256 in hexadecimal.</returns>
    public static async Task<(IReadOnlyList<LegacyRow> Rows, IReadOnlyList<FieldError> Errors, string Digest)> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var bytes = await ReadBytesAsync(file, cancellationToken);
        if (bytes is null)
            return ([], [new FieldError(File, IdentityErrorCodes.LegacyFileSize, $"{MostBytes / 1024 / 1024} MB")], "");
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var text = Decode(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
            return ([], [new FieldError(File, IdentityErrorCodes.LegacyFileText)], digest);
        try
        {
            var (rows, errors) = Parse(text);
            return (rows, errors, digest);
        }
        catch (CsvHelperException e)
        {
            return ([], [new FieldError(File, IdentityErrorCodes.LegacyFileQuote, null, e.Context?.Parser?.RawRow)], digest);
        }
    }

    private static async Task<byte[]?> ReadBytesAsync(Stream file, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + read > MostBytes)
                return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }

    private static (List<LegacyRow> Rows, List<FieldError> Errors) Parse(string text)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            Mode = CsvMode.RFC4180,
            MaxFieldSize = LongestCell,
            DetectColumnCountChanges = false,
        });
        var rows = new List<LegacyRow>();
        if (!parser.Read())
            return (rows, [new FieldError(File, IdentityErrorCodes.LegacyFileEmpty)]);
        var header = parser.Record!.Select(c => c.Trim().ToLowerInvariant()).ToArray();
        var errors = HeaderErrors(header).ToList();
        while (errors.Count == 0 && parser.Read())
        {
            if (rows.Count == MostRows)
                errors.Add(new FieldError(File, IdentityErrorCodes.LegacyFileRows, MostRows.ToString(CultureInfo.InvariantCulture), parser.RawRow));
            else if (parser.Record!.Length != header.Length)
                errors.Add(new FieldError(File, IdentityErrorCodes.LegacyFileCells, parser.Record.Length.ToString(CultureInfo.InvariantCulture), parser.RawRow));
            else if (!Array.TrueForAll(parser.Record, string.IsNullOrWhiteSpace))
                rows.Add(new LegacyRow(parser.RawRow, header.Zip(parser.Record).ToDictionary(c => c.First, c => c.Second.Trim())));
        }

        if (errors.Count == 0 && rows.Count == 0)
            errors.Add(new FieldError(File, IdentityErrorCodes.LegacyFileEmpty));
        return (rows, errors);
    }

    // A column that nobody knows is a typing error, and its values would silently be lost.
    private static IEnumerable<FieldError> HeaderErrors(string[] header) =>
    [
        .. header.Where(c => !Columns.Contains(c)).Select(c => new FieldError(c, IdentityErrorCodes.LegacyColumnUnknown, c, 1)),
        .. header.CountBy(c => c).Where(c => c.Value > 1).Select(c => new FieldError(c.Key, IdentityErrorCodes.LegacyColumnTwice, c.Key, 1)),
        .. Needed.Except(header).Select(c => new FieldError(c, IdentityErrorCodes.LegacyColumnMissing, c, 1)),
    ];

    private static string DelimiterOf(string text)
    {
        var header = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var end and >= 0 ? end : text.Length).ToString();
        return new[] { ";", ",", "\t" }.MaxBy(d => header.Split(d).Length)!;
    }
}
