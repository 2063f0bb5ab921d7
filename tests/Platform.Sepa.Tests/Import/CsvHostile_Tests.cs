using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-04")]
public sealed class CsvHostile_Tests
{
    private static readonly CsvLimits Small = new() { FileBytes = 1000, Rows = 3, FieldLength = 10, RunawayFieldLength = 4096 };

    [Theory]
    [InlineData("", SepaErrorCodes.CsvEmpty)]
    [InlineData("\r\n \r\n", SepaErrorCodes.CsvEmpty)]
    [InlineData("PK\u0003\u0004....", SepaErrorCodes.CsvBinary)]
    [InlineData("%PDF-1.7", SepaErrorCodes.CsvBinary)]
    [InlineData("a\0\0b\0\0\0c\0\0\0", SepaErrorCodes.CsvBinary)]
    public async Task Open_NoTable_IsRefused(string text, string code) =>
        (await CsvFiles.TryOpenAsync(Encoding.UTF8.GetBytes(text))).Error.ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public async Task Open_TooLarge_IsRefusedBeforeReading() =>
        (await CsvFiles.TryOpenAsync(new byte[1001], Small)).Error.ShouldNotBeNull().Code.ShouldBe(SepaErrorCodes.CsvTooLarge);

    [Fact]
    public async Task Open_MarkedUtf8WithOtherBytes_NamesTheLine()
    {
        byte[] file = [0xEF, 0xBB, 0xBF, .. "iban;name\nA;B\nA;"u8, 0xE9, 0x0A];
        var error = (await CsvFiles.TryOpenAsync(file)).Error.ShouldNotBeNull();
        (error.Code, error.Line).ShouldBe((SepaErrorCodes.CsvEncoding, 3));
    }

    [Theory]
    [InlineData("iban;name\nA;B\nC\nD;E\n", SepaErrorCodes.CsvColumnCount, "1")]
    [InlineData("iban;name\nA;B\nC;D;E\nD;E\n", SepaErrorCodes.CsvColumnCount, "3")]
    [InlineData("iban;name\nA;B\nC;D\"x\"\nD;E\n", SepaErrorCodes.CsvQuote, "D\"x\"")]
    [InlineData("iban;name\nA;B\nC;\"D\"x\nD;E\n", SepaErrorCodes.CsvQuote, "\"D\"x")]
    [InlineData("iban;name\nA;B\nC;D\0\nD;E\n", SepaErrorCodes.CsvNul, null)]
    [InlineData("iban;name\nA;B\nC;12345678901\nD;E\n", SepaErrorCodes.CsvFieldTooLong, "12345678901")]
    public async Task ReadRows_BrokenRow_IsNamedAndTheNextOnesAreRead(string text, string code, string? value)
    {
        var rows = await CsvFiles.ReadAsync(text, Small);
        rows.Count.ShouldBe(3);
        rows[1].Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe(code), e => e.Line.ShouldBe(3), e => e.Value.ShouldBe(value));
        rows[2].ShouldSatisfyAllConditions(r => r.Line.ShouldBe(4), r => r.Cells.ShouldBe(["D", "E"]));
    }

    [Theory]
    [InlineData("iban;name\nA;B\nC;\"D\nE;F\nG;H\n")]
    [InlineData("iban;name\nA;B\nC;\"D\nE;F\nG;\"H\"\nI;J\n")]
    [InlineData("iban;name\nA;B\n\"C;D\nE;F")]
    public async Task ReadRows_QuoteNeverClosed_EndsAtItsLine(string text)
    {
        var rows = await CsvFiles.ReadAsync(text);
        rows.Count.ShouldBe(2);
        rows[1].IsFatal.ShouldBeTrue();
        rows[1].Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe(SepaErrorCodes.CsvQuoteOpen), e => e.Line.ShouldBe(3));
    }

    [Fact]
    public async Task ReadRows_CellWithoutEnd_IsRefusedWithoutKeepingIt()
    {
        var rows = await CsvFiles.ReadAsync("iban;name\nA;B\nC;\"" + string.Concat(Enumerable.Repeat("x;y\n", 50_000)));
        rows[^1].ShouldSatisfyAllConditions(r => r.IsFatal.ShouldBeTrue(), r => r.Line.ShouldBe(3));
    }

    [Fact]
    public async Task ReadRows_TooMany_EndsAtTheLimit()
    {
        var rows = await CsvFiles.ReadAsync("iban;name\nA;B\nA;B\nA;B\nA;B\nA;B\n", Small);
        rows.Count.ShouldBe(4);
        rows[3].ShouldSatisfyAllConditions(r => r.IsFatal.ShouldBeTrue(), r => r.Errors[0].Code.ShouldBe(SepaErrorCodes.CsvTooManyRows), r => r.Line.ShouldBe(5));
    }

    [Fact]
    public async Task ReadRows_HeaderOnly_SaysSo() =>
        (await CsvFiles.ReadAsync("iban;name\n")).ShouldHaveSingleItem().Errors[0].Code.ShouldBe(SepaErrorCodes.CsvNoRows);

    [Fact]
    public void AnyBytes_EndInRowsOrErrors() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<string?>(), (bytes, text) =>
        {
            ReadAnythingAsync(bytes ?? []).GetAwaiter().GetResult();
            ReadAnythingAsync([.. "iban;name\n"u8, .. bytes ?? []]).GetAwaiter().GetResult();
            ReadAnythingAsync(Encoding.UTF8.GetBytes($"iban;\"na{text}me\n{text};\"{text}\n")).GetAwaiter().GetResult();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyMixOfMarks_EndsInRowsOrErrors() =>
        Prop.ForAll(Gen.Elements("ab;\"\"\n\r\0,=".ToCharArray()).ArrayOf(60).ToArbitrary(), chars =>
            ReadAnythingAsync(Encoding.UTF8.GetBytes("iban;name\nA;B\n" + new string(chars))).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task ReadAnythingAsync(byte[] file)
    {
        var (document, error) = await CsvFiles.TryOpenAsync(file);
        (document is null).ShouldBe(error is not null);
        var rows = document is null ? [] : await document.RowsAsync();
        rows.ShouldAllBe(r => r.Errors.Count > 0 || r.Cells.Count == document!.Header.Count);
        rows.Select(r => r.Line).ShouldBeInOrder();
    }
}
