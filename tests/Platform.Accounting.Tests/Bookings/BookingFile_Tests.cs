using System.Text;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Files of bookings, read and refused.</summary>
[Trait("Req", "ACC-08")]
public sealed class BookingFile_Tests
{
    private const string Header = "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise";

    [Fact]
    public async Task Fec_OfTheNorm_IsReadWithItsAccents()
    {
        var text = string.Join("\r\n", Header, Line("607000", "Achats \"négoce\"", "100,00", "0,00"), Line("445660", "TVA déductible", "20,00", ""), Line("401000", "Fournisseurs", "0,00", "120,00"));
        foreach (var encoding in new[] { Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding("iso-8859-15")! })
        {
            var file = await ReadAsync(encoding.GetBytes(text));
            file.Format.ShouldBe(BookingFormat.Fec);
            var entry = file.Entries.ShouldHaveSingleItem();
            (entry.Key, entry.Piece).ShouldBe((new BookingKey("AC", "12", new DateOnly(2026, 11, 3)), "F-2026/001"));
            entry.Rows.Select(r => (r.Account, r.AccountName, r.Debit, r.Credit)).ShouldBe([("607000", "Achats \"négoce\"", 10000, 0), ("445660", "TVA déductible", 2000, 0), ("401000", "Fournisseurs", 0, 12000)]);
        }
    }

    [Fact]
    public async Task Csv_WithQuotesAndNamesInEnglish_IsRead()
    {
        var file = await ReadAsync("journal;number;date;account;piece;label;debit;credit\nAC;1;2026-11-03;607;F1;\"Flour; 25 kg\";10.5;\nAC;1;03/11/2026;401;F1;x;;10,50\n");
        (file.Format, file.Entries.Single().Rows[0].Label).ShouldBe((BookingFormat.Csv, "Flour; 25 kg"));
    }

    [Fact]
    public async Task Amounts_WithTheirSense_AreDebitOrCredit()
    {
        var file = await ReadAsync("JournalCode|EcritureNum|EcritureDate|CompteNum|EcritureLib|Montant|Sens\nAC|1|20261103|607|x|10,00|D\nAC|1|20261103|401|x|10,00|C\nAC|2|20261103|607|x|7,00|1\nAC|2|20261103|401|x|7,00|-1\n");
        file.Entries.SelectMany(e => e.Rows).Select(r => (r.Debit, r.Credit)).ShouldBe([(1000, 0), (0, 1000), (700, 0), (0, 700)]);
    }

    [Theory]
    [InlineData("AC;1;2026-11-31;607;x;10;0", AccountingErrorCodes.BookingDate, BookingColumns.Date, "2026-11-31")]
    [InlineData("AC;1;2026-11-03;607;x;1,005;0", AccountingErrorCodes.BookingAmount, BookingColumns.Debit, "1,005")]
    [InlineData("AC;1;2026-11-03;607;x;1 000;0", AccountingErrorCodes.BookingAmount, BookingColumns.Debit, "1 000")]
    [InlineData("AC;1;2026-11-03;607;x;;99999999999999999999", AccountingErrorCodes.BookingAmount, BookingColumns.Credit, "99999999999999999999")]
    [InlineData(";1;2026-11-03;607;x;0;0", AccountingErrorCodes.Required, BookingColumns.Journal, "")]
    [InlineData("AC;1;2026-11-03;607;\u0000;0;0", AccountingErrorCodes.Characters, BookingColumns.Label, "\u0000")]
    [InlineData("AC;1;2026-11-03;607;x;10;9", AccountingErrorCodes.BookingUnbalanced, BookingColumns.Number, "AC 1: 10.00 / 9.00")]
    public async Task Line_ThatIsWrong_IsRefusedWithLineColumnAndValue(string line, string code, string column, string value)
    {
        var refused = await Should.ThrowAsync<InputException>(() => ReadAsync($"journal;number;date;account;label;debit;credit\n{line}\n"));
        var error = refused.Errors.ShouldHaveSingleItem();
        (error.Code, error.Field, error.Value, error.Line).ShouldBe((code, column, value, 2));
    }

    [Fact]
    public async Task File_ThatIsNone_IsRefused()
    {
        (await RefusedAsync("")).ShouldContain(AccountingErrorCodes.BookingColumn);
        (await RefusedAsync("journal;number;date;account;label;debit;credit\n")).ShouldBe([AccountingErrorCodes.BookingEmpty]);
        (await RefusedAsync("journal;number;date;account;label;debit\nx")).ShouldBe([AccountingErrorCodes.BookingColumn]);
        (await RefusedAsync("journal;number;date;account;label;debit;credit\nAC;1;2026-11-03;607;\"x;1;1\n")).ShouldBe([AccountingErrorCodes.BookingCells]);
        (await RefusedAsync(new string('x', BookingLimits.MaxBytes + 1))).ShouldBe([AccountingErrorCodes.BookingTooLarge]);
        (await RefusedAsync("journal;number;date;account;label;debit;credit\n" + string.Concat(Enumerable.Repeat("AC;1;2026-11-03;607;x;0;0\n", BookingLimits.MaxLines + 1)))).ShouldBe([AccountingErrorCodes.BookingTooMany]);
        (await RefusedAsync("journal;number;date;account;label;debit;credit\n" + string.Concat(Enumerable.Repeat("AC;1;x;607;x;y;0\n", 100)))).Count.ShouldBe(20);
    }

    private static string Line(string account, string name, string debit, string credit) =>
        string.Join('\t', "AC", "Achats", "12", "20261103", account, name, "", "", "F-2026/001", "20261101", "Moulin de Crémieu", debit, credit, "", "", "20261130", "", "");

    private static async Task<IReadOnlyList<string>> RefusedAsync(string text) => [.. (await Should.ThrowAsync<InputException>(() => ReadAsync(text))).Errors.Select(e => e.Code)];

    private static Task<BookingFile> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static Task<BookingFile> ReadAsync(byte[] bytes) => BookingFile.ReadAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken);
}
