using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace Platform.Accounting;

/// <summary>What a zip says of itself: a table for people, and checksums that <c>sha256sum -c SHA256SUMS</c> reads.</summary>
internal static class HandoffManifest
{
    /// <summary>UTF-8 with its mark and semicolons, as spreadsheets of Europe open it.</summary>
    public static byte[] Csv(IEnumerable<PlacedDocument> documents, IStringLocalizer texts)
    {
        string[] columns = ["File", "Type", "OriginalName", "Size", "UploadedAt", "Sha256"];
        var lines = documents.Select(d => Line(
            d.Item.Name, texts[$"DocumentType:{d.Document.Type}"], d.Document.Name, d.Item.Size.ToString(CultureInfo.InvariantCulture),
            d.Document.UploadedAt.ToString("u", CultureInfo.InvariantCulture), d.Item.Sha256));
        var text = string.Concat(lines.Prepend(Line([.. columns.Select(c => texts[$"HandoffManifest:{c}"].Value)])));
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>GNU coreutils: hash, two spaces, path. Safe names need none of its escapes.</summary>
    public static byte[] Sums(IEnumerable<HandoffItem> items) => Encoding.UTF8.GetBytes(string.Concat(items.Select(i => $"{i.Sha256}  {i.Name}\n")));

    private static string Line(params string[] cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    // What a spreadsheet would take for a formula gets an apostrophe before it.
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\";\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
