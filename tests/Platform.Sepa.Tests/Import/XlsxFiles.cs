using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Platform.Sepa.Tests;

/// <summary>Workbooks with the parts that any program writes, and cells of every kind.</summary>
internal static class XlsxFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static string Text(string text) => $" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is>";

    /// <summary>The one text that the workbook shares.</summary>
    public static string Shared() => " t=\"s\"><v>0</v>";

    public static string Number(string number) => $"><v>{number}</v>";

    public static string Day(DateTime day) => $" s=\"1\"><v>{day.ToOADate().ToString(CultureInfo.InvariantCulture)}</v>";

    public static string Formula(string formula, string cached) => $"><f>{formula}</f><v>{cached}</v>";

    public static string Error(string error) => $" t=\"e\"><v>{error}</v>";

    public static string[] Texts(params string[] texts) => [.. texts.Select(Text)];

    public static byte[] Sheet(params string[][] rows) => Book(string.Concat(rows.Select((r, i) => Row(i + 1, r))));

    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : $"<c r=\"{(char)('A' + i)}{number}\"{c}</c>"))}</row>";

    public static byte[] Book(string rows, string shared = "Éric", string? prefix = null)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Part(zip, "_rels/.rels", Relation("officeDocument", "xl/workbook.xml"));
            Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Feuille\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Part(zip, "xl/_rels/workbook.xml.rels", Relation("worksheet", "worksheets/sheet1.xml", "styles", "styles.xml", "sharedStrings", "sharedStrings.xml"));
            Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            Part(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\" count=\"1\" uniqueCount=\"1\"><si><t>{shared}</t></si></sst>");
            Part(zip, "xl/worksheets/sheet1.xml", $"{prefix}<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
        }

        return file.ToArray();
    }

    private static string Relation(params string[] targets) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(targets.Chunk(2).Select((t, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/{t[0]}\" Target=\"{t[1]}\"/>")) + "</Relationships>";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        part.Write(Encoding.UTF8.GetBytes(xml));
    }
}
