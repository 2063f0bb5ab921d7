using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Platform.EntityFrameworkCore;

namespace Platform.Tenancy;

/// <summary>
/// Paths within an export that every usual system takes. The number before a file's name keeps two of one name apart, and makes the names
/// that Windows reserves harmless.
/// </summary>
internal static partial class ExportPaths
{
    private const int LongestName = 100;
    private const int LongestExtension = 16;

    public static string Records(string module, string name, int part, string extension) => string.Create(
        CultureInfo.InvariantCulture, $"records/{module}/{name}{(part == 0 ? "" : $"-{part + 1}")}.{extension}");

    /// <summary>The blob of a row and where it stands in the export; null where the row has none.</summary>
    public static (string Blob, string Path)? FileOf(TenantTable table, object?[] row, long number) =>
        table.File is { } file && Fill(file.Blob, table, row) is { } blob && Fill(file.Path, table, row) is { } path
            ? (blob, Numbered(path, number)) : null;

    /// <summary>Of a blob that no row names.</summary>
    public static string Other(string blob) => $"other-files/{blob}";

    // The first slash is the template's: those of a name that somebody chose become harmless.
    private static string Numbered(string path, long number)
    {
        var (folder, name) = (path[..path.IndexOf('/', StringComparison.Ordinal)], path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]);
        return string.Create(CultureInfo.InvariantCulture, $"{folder}/{number:000000} {SafeName(name)}");
    }

    private static string? Fill(string template, TenantTable table, object?[] row)
    {
        var missing = false;
        var text = Column().Replace(template, m =>
        {
            var value = Convert.ToString(row[IndexOf(table, m.Groups[1].Value)], CultureInfo.InvariantCulture);
            missing |= string.IsNullOrEmpty(value);
            return m.Groups[2].Success && !missing ? value![..int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)] : value ?? "";
        });
        return missing ? null : text;
    }

    private static int IndexOf(TenantTable table, string column) => table.Columns.Index().First(c => c.Item == column).Index;

    private static string SafeName(string name)
    {
        var safe = string.Concat(name.EnumerateRunes().Select(Safe)).Normalize(NormalizationForm.FormC).TrimEnd('.', ' ');
        var dot = safe.LastIndexOf('.');
        var extension = dot > 0 && safe.Length - dot <= LongestExtension ? safe[dot..] : "";
        var stem = safe[..^extension.Length];
        if (stem.Length > LongestName)
            stem = stem[..(char.IsHighSurrogate(stem[LongestName - 1]) ? LongestName - 1 : LongestName)];
        return $"{stem}{extension}";
    }

    // What steers text would let "exe" look like "pdf" (Unicode TR 36, 3.2).
    private static string Safe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => "",
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "_",
        _ when rune.Value < 128 && "/\\<>:\"|?*".Contains((char)rune.Value, StringComparison.Ordinal) => "_",
        _ => rune.ToString(),
    };

    [GeneratedRegex(@"\{(\w+)(?::(\d+))?\}")]
    private static partial Regex Column();
}
