using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-04")]
public sealed class CsvDocument_Tests
{
    private const string Text = "Référence du mandat;Nom\r\nRUM-1;Société Générale €\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16-no-bom", "utf-16BE", "utf-16BE-no-bom", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Open_AnyEncoding_ReadsTheSameText(string name)
    {
        var document = await CsvFiles.OpenAsync(Text, Encoding(name));
        document.Header.ShouldBe(["Référence du mandat", "Nom"]);
        var row = (await document.RowsAsync()).ShouldHaveSingleItem();
        row.Cells.ShouldBe(["RUM-1", "Société Générale €"]);
        row.Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("iban;name\nA;B", ';')]
    [InlineData("iban,name\nA,B", ',')]
    [InlineData("iban\tname\nA\tB", '\t')]
    [InlineData("iban|name\nA|B", '|')]
    [InlineData("\"iban, debtor\";\"name\"\nA;B", ';')]
    [InlineData("sep=,\niban,name\nA,B", ',')]
    [InlineData("\n\niban;name, first, last\nA;B", ';')]
    public async Task Open_AnyDelimiter_IsFound(string text, char delimiter)
    {
        var document = await CsvFiles.OpenAsync(text);
        document.Dialect.Delimiter.ShouldBe(delimiter);
        (await document.RowsAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Cells.ShouldBe(["A", "B"]),
            r => r.Line.ShouldBe(text.Count(c => c == '\n') + 1));
    }

    [Theory]
    [InlineData("12,50", "1.234,00", DecimalSign.Comma)]
    [InlineData("12.50", "1,234.00", DecimalSign.Point)]
    [InlineData("12", "1.234", DecimalSign.Unknown)]
    [InlineData("12,50", "12.50", DecimalSign.Unknown)]
    [InlineData("junk", "7,5", DecimalSign.Comma)]
    public async Task DecimalSignOf_Column_NeedsEvidence(string first, string second, DecimalSign sign) =>
        (await CsvFiles.OpenAsync($"name;amount\nA;{first}\nB;{second}")).DecimalSignOf(1).ShouldBe(sign);

    [Fact]
    public async Task ReadRows_QuotedCells_KeepDelimitersQuotesAndLineBreaks()
    {
        var rows = await CsvFiles.ReadAsync("iban;name\n\"A;1\";\"say \"\"hi\"\"\"\n\n\"two\r\nlines\";B\nC;D\n");
        rows.Select(r => (r.Line, r.Cells[0], r.Cells[1])).ShouldBe([(2, "A;1", "say \"hi\""), (4, "two\r\nlines", "B"), (6, "C", "D")]);
        rows.ShouldAllBe(r => r.Errors.Count == 0);
    }

    [Fact]
    public async Task ReadRows_BlankRows_ArePassedOverButCounted() =>
        (await CsvFiles.ReadAsync("iban;name\n;\n \n\nA;B\n;;;\n")).Select(r => r.Line).ShouldBe([5]);

    [Fact]
    public async Task ReadRows_Twice_GivesTheSame()
    {
        var document = await CsvFiles.OpenAsync(Text);
        (await document.RowsAsync()).Count.ShouldBe(1);
        (await document.RowsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public void ReadRows_AnyTable_SurvivesWritingAndReading() =>
        Prop.ForAll(Tables().ToArbitrary(), table => RoundTripAsync(table).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task<bool> RoundTripAsync(string[][] table)
    {
        var text = "iban;name;town\n" + string.Concat(table.Select(row => string.Join(';', row.Select(Quote)) + "\n"));
        var rows = await CsvFiles.ReadAsync(text);
        return rows.All(r => r.Errors.Count == 0) && rows.Select(r => string.Join('§', r.Cells)).SequenceEqual(table.Select(r => string.Join('§', r)));
    }

    private static Gen<string[][]> Tables() =>
        Gen.Elements("abcé;,\"'=\n\t 0".ToCharArray()).ArrayOf(6).Select(c => "x" + new string(c)).ArrayOf(3).NonEmptyListOf().Select(rows => rows.ToArray());

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Encoding Encoding(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(false),
        "utf-8-bom" => new UTF8Encoding(true),
        "utf-16" => new UnicodeEncoding(false, true),
        "utf-16-no-bom" => new UnicodeEncoding(false, false),
        "utf-16BE" => new UnicodeEncoding(true, true),
        "utf-16BE-no-bom" => new UnicodeEncoding(true, false),
        _ => CsvFiles.Windows1252,
    };
}
