using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Finds cells of a workbook's first sheet that hold an error, with what they show.</summary>
internal static class XlsxErrors
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <exception cref="InvalidDataException">A part is missing.</exception>
    public static Dictionary<(int Line, int Column), string> Find(ZipArchive package, XlsxLimits limits)
    {
        var errors = new Dictionary<(int, int), string>();
        using var sheet = Open(package, FirstSheet(package));
        var (line, column) = (0, 0);
        while (sheet.Read())
        {
            if (IsElement(sheet, "row"))
                (line, column) = (LineOf(sheet) ?? line + 1, 0);
            if (!IsElement(sheet, "c"))
                continue;
            column = ColumnOf(sheet.GetAttribute("r")) ?? column + 1;
            if (sheet.GetAttribute("t") != "e")
                continue;
            errors[(line, column - 1)] = Shorten.To100(Shown(sheet));
            if (errors.Count > limits.Errors)
                throw new InputException(FileErrors.At(line, SepaErrorCodes.XlsxTooLarge));
        }

        return errors;
    }

    private static string FirstSheet(ZipArchive package)
    {
        var id = Values(package, "xl/workbook.xml", "sheet", r => Attribute(r, "id")).FirstOrDefault();
        var target = Values(package, "xl/_rels/workbook.xml.rels", "Relationship", r => r.GetAttribute("Id") == id ? r.GetAttribute("Target") : null).OfType<string>().FirstOrDefault();
        return target is null ? throw new InvalidDataException() : target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    // The attribute of another namespace: transitional and strict workbooks have each its own.
    private static string? Attribute(XmlReader reader, string name)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == name && reader.NamespaceURI.Length > 0)
                return reader.Value;
        }

        return null;
    }

    private static IEnumerable<string?> Values(ZipArchive package, string part, string element, Func<XmlReader, string?> value)
    {
        using var reader = Open(package, part);
        while (reader.Read())
        {
            if (IsElement(reader, element))
                yield return value(reader);
        }
    }

    private static XmlReader Open(ZipArchive package, string part) => XmlReader.Create(
        (package.Entries.FirstOrDefault(e => e.FullName.Equals(part, StringComparison.OrdinalIgnoreCase)) ?? throw new InvalidDataException()).Open(), Settings);

    private static bool IsElement(XmlReader reader, string name) => reader.NodeType == XmlNodeType.Element && reader.LocalName == name;

    private static int? LineOf(XmlReader row) => int.TryParse(row.GetAttribute("r"), CultureInfo.InvariantCulture, out var line) ? line : null;

    /// <summary>"AB12" is column 28.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = column * 26 + (c - 'A' + 1);
        return column == 0 ? null : column;
    }

    private static string Shown(XmlReader cell)
    {
        using var inner = cell.ReadSubtree();
        while (inner.Read())
        {
            if (IsElement(inner, "v"))
                return inner.ReadElementContentAsString();
        }

        return "#N/A";
    }
}
