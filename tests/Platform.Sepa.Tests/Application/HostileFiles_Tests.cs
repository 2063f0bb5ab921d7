using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Files that are broken on purpose or by accident: a clear refusal with its line, or rows that say what is wrong. Nothing is stored.</summary>
[Trait("Req", "SEP-04")]
public sealed class HostileFiles_Tests(SepaHosts hosts)
{
    private const string Header = "mandate_reference;amount;collection_date;end_to_end_id\n";

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty", [], SepaErrorCodes.CsvEmpty },
        { "header only", Bytes(Header), SepaErrorCodes.CsvNoRows },
        { "broken workbook", [0x50, 0x4B, 3, 4, 20, 0, 6, 0], SepaErrorCodes.XlsxUnreadable },
        { "old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], SepaErrorCodes.CsvBinary },
        { "quote never closed", Bytes(Header + "M-1;10.00;;\"E-1\nM-2;10.00;;E-2\n"), SepaErrorCodes.CsvQuoteOpen },
        { "broken UTF-8 behind its mark", [0xEF, 0xBB, 0xBF, .. Bytes(Header), 0x4D, 0xFF, 0xFE, 0x0A], SepaErrorCodes.CsvEncoding },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Stage_UnreadableFile_IsRefusedAndLeavesNothing(string why, byte[] file, string code)
    {
        var company = await NewAsync();
        var refused = await Should.ThrowAsync<BusinessException>(() => company.StageAsync(ImportKind.Collections, file), why);
        (refused is InputException input ? input.Errors[0].Code : refused.Code).ShouldBe(code);
        await NothingAsync(company);
    }

    [Fact]
    public async Task Stage_LargerThanTheLimit_IsRefusedAndLeavesNothing()
    {
        var company = await NewAsync();
        using var file = new EndlessStream(ImportLimits.MaxBytes + 1);
        (await Should.ThrowAsync<BusinessException>(() => company.ImportsAsync(s => s.StageAsync(new StageImportInput(ImportKind.Collections, "big.csv", file)))))
            .Code.ShouldBe(SepaErrorCodes.CsvTooLarge);
        await NothingAsync(company);
    }

    [Theory]
    [InlineData("M-1;1e999;;E", "amount", SepaErrorCodes.AmountFormat)]
    [InlineData("M-1;=1+1;;E", "amount", SepaErrorCodes.CsvFormula)]
    [InlineData("M-1;-5.00;;E", "amount", SepaErrorCodes.AmountNegative)]
    [InlineData("M-1;0.001;;E", "amount", SepaErrorCodes.AmountDecimals)]
    [InlineData("M-1;99999999999.00;;E", "amount", SepaErrorCodes.AmountRange)]
    [InlineData("M-1;10.00;31/02/2027;E", "collection_date", SepaErrorCodes.DateFormat)]
    [InlineData("M-1;10.00;2020-01-02;E", "collection_date", SepaErrorCodes.CollectionDatePast)]
    [InlineData("M-1;10.00;2027-03-26;E", "collection_date", SepaErrorCodes.CollectionDateClosed)]
    [InlineData("M-1;10.00;;=cmd|' /C calc'!A0", "end_to_end_id", SepaErrorCodes.CsvFormula)]
    [InlineData("M-1;10.00;;ééé", "end_to_end_id", SepaErrorCodes.EndToEndIdCharacters)]
    [InlineData("M-9;10.00;;E", "mandate_reference", SepaErrorCodes.MandateUnknown)]
    [InlineData("M-1;10.00;E", "", SepaErrorCodes.CsvColumnCount)]
    [InlineData("M-1;10.00;;E\"x\"y", "", SepaErrorCodes.CsvQuote)]
    public async Task Stage_WrongRow_NamesLineColumnAndRule(string row, string column, string code)
    {
        var company = await NewAsync();
        var import = await company.StageAsync(ImportKind.Collections, $"{Header}M-1;10.00;;GOOD\n{row}\n");
        var wrong = (await company.RowsAsync(import.Id, ImportRowState.Invalid)).ShouldHaveSingleItem();
        wrong.Line.ShouldBe(3);
        wrong.Findings.ShouldContain(f => f.Code == code && f.Column == column && f.Message.Length > 10);
        (await company.RunAsync<SepaDbContext, int>(db => db.Collections.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Stage_InAnEncodingOfSpreadsheets_ReadsAccents(string encoding)
    {
        var company = await NewAsync();
        var text = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var file = "RUM;Signé le;Nom;IBAN\nM-7;15/01/2026;Hélène;FR7616958230040009668127476\n";
        var import = await company.StageAsync(ImportKind.Mandates, [.. text.GetPreamble(), .. text.GetBytes(file)]);
        (await company.RowsAsync(import.Id))[0].Values[ImportField.DebtorName].ShouldBe("Hélène");
        import.ValidRows.ShouldBe(1);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\a\u0007b.csv", "ab.csv")]
    [InlineData("", "import.csv")]
    public async Task Stage_HostileFileName_IsCleaned(string name, string expected)
    {
        var company = await NewAsync();
        (await company.StageAsync(ImportKind.Collections, Bytes(Header + "M-1;10.00;;E\n"), name)).FileName.ShouldBe(expected);
    }

    private async Task<SepaCompany> NewAsync()
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        await company.AddAccountAsync();
        await company.AddMandateAsync("M-1");
        return company;
    }

    private static async Task NothingAsync(SepaCompany company)
    {
        (await company.ImportsAsync(s => s.GetListAsync(new GetImportsInput()))).TotalCount.ShouldBe(0);
        (await company.RunAsync<SepaDbContext, int>(db => db.ImportRows.CountAsync())).ShouldBe(0);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class EndlessStream(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _position);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            _position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
