using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Platform.Kernel;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-04")]
public sealed class XlsxDocument_Tests
{
    [Fact]
    public void Read_CellsOfEveryKind_AreTheTextOfARow()
    {
        var file = XlsxFiles.Sheet(
            XlsxFiles.Texts("text", "shared", "number", "day", "formula", "error", "empty"),
            [XlsxFiles.Text(" 007 "), XlsxFiles.Shared(), XlsxFiles.Number("1234.5"), XlsxFiles.Day(new DateTime(2026, 1, 15, 10, 30, 0)), XlsxFiles.Formula("19.99*3", "59.969999999999999"), XlsxFiles.Error("#REF!")]);
        Rows(file).ShouldHaveSingleItem().Cells.ShouldBe([" 007 ", "Éric", "1234.5", "2026-01-15", "59.97", "#REF!", ""]);
        Rows(file, DecimalSign.Comma)[0].Cells.Skip(2).ShouldBe(["1234,5", "2026-01-15", "59,97", "#REF!", ""]);
    }

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("1E+15", "1000000000000000")]
    [InlineData("123456789012", "123456789012")]
    [InlineData("-5", "-5")]
    [InlineData("1.005", "1.005")]
    [InlineData("1E+300", "1E+300")]
    public void Read_Number_IsWrittenWithoutNoiseOrExponent(string stored, string text) =>
        Rows(XlsxFiles.Sheet(XlsxFiles.Texts("amount"), [XlsxFiles.Number(stored)])).ShouldHaveSingleItem().Cells.ShouldBe([text]);

    [Fact]
    public void Read_RowsBetweenEmptyOnes_KeepTheirNumbers()
    {
        var file = XlsxFiles.Book(XlsxFiles.Row(3, XlsxFiles.Texts("a", "b")) + XlsxFiles.Row(5, XlsxFiles.Text("1")) + XlsxFiles.Row(6, XlsxFiles.Text("  ")) + XlsxFiles.Row(9, "", XlsxFiles.Text("2")));
        Rows(file).Select(r => (r.Line, string.Join('|', r.Cells))).ShouldBe([(5, "1|"), (9, "|2")]);
    }

    [Theory]
    [InlineData("12,50", DecimalSign.Comma)]
    [InlineData("12.50", DecimalSign.Point)]
    [InlineData("12", DecimalSign.Point)]
    public void DecimalSign_OfTypedAmounts_IsRecognised(string typed, DecimalSign sign)
    {
        var file = XlsxFiles.Sheet(XlsxFiles.Texts("amount"), [XlsxFiles.Number("1.5")], [XlsxFiles.Text(typed)]);
        XlsxDocument.Open(new MemoryStream(file)).DecimalSignOf(0).ShouldBe(sign);
    }

    [Fact]
    public void Open_UnfoldingToTooMuch_IsRefusedBeforeItDoes()
    {
        var bomb = XlsxFiles.Book(XlsxFiles.Row(1, XlsxFiles.Texts("a")), shared: new string(' ', 40_000_000));
        bomb.Length.ShouldBeLessThan(400_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refuse(bomb).Code.ShouldBe(SepaErrorCodes.XlsxTooLarge);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
        Refuse(XlsxFiles.Sheet(XlsxFiles.Texts("a")), new XlsxLimits { UnpackedBytes = 500 }).Code.ShouldBe(SepaErrorCodes.XlsxTooLarge);
        Refuse(XlsxFiles.Sheet(XlsxFiles.Texts("a")), new XlsxLimits { Parts = 3 }).Code.ShouldBe(SepaErrorCodes.XlsxTooLarge);
        Refuse(XlsxFiles.Book(XlsxFiles.Row(1, XlsxFiles.Texts("a", "b")) + XlsxFiles.Row(9, XlsxFiles.Texts("a"))), new XlsxLimits { Cells = 17 }).Code.ShouldBe(SepaErrorCodes.XlsxTooLarge);
        Refuse(XlsxFiles.Book(XlsxFiles.Row(2_000_000_000, XlsxFiles.Texts("a")))).Code.ShouldBe(SepaErrorCodes.XlsxTooLarge);
        var errors = Refuse(XlsxFiles.Sheet(XlsxFiles.Texts("a"), [XlsxFiles.Error("#N/A"), XlsxFiles.Error("#N/A")]), new XlsxLimits { Errors = 1 });
        (errors.Code, errors.Line).ShouldBe((SepaErrorCodes.XlsxTooLarge, 2));
    }

    [Fact]
    public void Read_BeyondTheLimitsOfRowsAndCells_IsRefusedAtItsLine()
    {
        var file = XlsxFiles.Sheet(XlsxFiles.Texts("a"), XlsxFiles.Texts("1"), XlsxFiles.Texts("2"));
        var error = Should.Throw<InputException>(() => Rows(file, limits: new XlsxLimits { Rows = 1 })).Errors[0];
        (error.Code, error.Line).ShouldBe((SepaErrorCodes.CsvTooManyRows, 3));
        Rows(XlsxFiles.Sheet(XlsxFiles.Texts("a"), XlsxFiles.Texts(new string('x', 1_001)))).ShouldHaveSingleItem().Errors[0].Code.ShouldBe(SepaErrorCodes.CsvFieldTooLong);
        Refuse(XlsxFiles.Book("")).Code.ShouldBe(SepaErrorCodes.CsvEmpty);
        Refuse(XlsxFiles.Sheet(XlsxFiles.Texts("a"))).Code.ShouldBe(SepaErrorCodes.CsvNoRows);
    }

    [Fact]
    public void Read_Dtd_IsRefusedUnread() =>
        Refuse(XlsxFiles.Book(XlsxFiles.Row(1, XlsxFiles.Texts("a")), prefix: "<!DOCTYPE worksheet [<!ENTITY x \"y\">]>")).Code.ShouldBe(SepaErrorCodes.XlsxUnreadable);

    [Fact]
    public void Read_DamagedAnywhere_IsReadOrRefusedAndNeverAnythingElse()
    {
        var whole = XlsxFiles.Sheet(XlsxFiles.Texts("a", "b"), [XlsxFiles.Number("1"), XlsxFiles.Shared()]);
        for (var length = 4; length < whole.Length; length += 7)
            Refuse(whole[..length]).Code.ShouldBe(SepaErrorCodes.XlsxUnreadable);
        Prop.ForAll(Gen.Choose(4, whole.Length - 1).ToArbitrary(), ArbMap.Default.ArbFor<byte>(), (at, to) =>
        {
            byte[] changed = [.. whole];
            changed[at] = to;
            Read(changed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Theory]
    [InlineData("<c r=\"A1\" t=\"s\"><v>99</v></c>")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>-1</v></c>")]
    [InlineData("<c r=\"A1\" s=\"77\"><v>1</v></c>")]
    [InlineData("<c r=\"A99999999999\"><v>1</v></c>")]
    [InlineData("<c r=\"\" s=\"1\"><v>1e99</v></c>")]
    public void Read_CellsThatCannotBe_AreReadOrRefusedAndNeverAnythingElse(string cell) =>
        Read(XlsxFiles.Book($"<row r=\"1\">{cell}</row><row r=\"2\">{cell}</row>"));

    private static List<FileRow> Rows(byte[] file, DecimalSign sign = DecimalSign.Point, XlsxLimits? limits = null) =>
        [.. XlsxDocument.Open(new MemoryStream(file), limits).ReadRowsAsync(sign, TestContext.Current.CancellationToken).ToBlockingEnumerable()];

    private static FieldError Refuse(byte[] file, XlsxLimits? limits = null) => Should.Throw<InputException>(() => Rows(file, limits: limits)).Errors.ShouldHaveSingleItem();

    private static void Read(byte[] file)
    {
        try
        {
            Rows(file);
        }
        catch (InputException refused)
        {
            refused.Errors[0].Code.ShouldStartWith("Sepa:");
        }
    }
}
