namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-04")]
public sealed class ImportRows_Tests
{
    private const string MandateHeader = "RUM;Signé le;Nom;IBAN;BIC;Schéma;Séquence;Rue;N°;CP;Ville;Pays";
    private const string CollectionHeader = "RUM;Montant;Échéance;Référence;Libellé;Séquence";

    [Fact]
    public async Task Mandate_FullRow_IsTyped()
    {
        var row = await MandateAsync("RUM-1;31/12/2025;Éric Müller;FR14 2004 1010 0505 0001 3M02 606;PSSTFRPP;b2b;frst;rue d'Alésia;3;75014;Paris;fr");
        row.Errors.ShouldBeEmpty();
        row.Draft.ShouldBe(new MandateDraft(
            SepaValue.Parse<MandateReference>("RUM-1"), new(2025, 12, 31), "Éric Müller", SepaValue.Parse<Iban>("FR1420041010050500013M02606"),
            SepaValue.Parse<Bic>("PSSTFRPP"), SddScheme.B2b, SequenceType.Frst,
            new PostalAddress { Street = "rue d'Alésia", BuildingNumber = "3", PostalCode = "75014", Town = "Paris", Country = "FR" }));
        row.Warnings.Select(w => (w.Code, w.Field, w.Value)).ShouldBe(
            [(SepaErrorCodes.TextConverted, "Nom", "Éric Müller"), (SepaErrorCodes.TextConverted, "Rue", "rue d'Alésia")]);
    }

    [Fact]
    public async Task Mandate_ShortRow_HasDefaults()
    {
        var row = await MandateAsync("RUM-1;2025-12-31;Eric;FR1420041010050500013M02606;;;;;;;;");
        row.Draft.ShouldNotBeNull().ShouldSatisfyAllConditions(
            d => d.Scheme.ShouldBe(SddScheme.Core), d => d.SequenceType.ShouldBeNull(), d => d.Address.ShouldBeNull(), d => d.DebtorBic.ShouldBeNull());
    }

    [Fact]
    public async Task Mandate_EverythingWrong_NamesEachCell()
    {
        var row = await MandateAsync("RUM//1;2025-02-30;;DE88370400440532013000;XX;COR1;ABCD;=cmd|'/c calc'!A0;;;;Frankreich");
        row.Draft.ShouldBeNull();
        row.Errors.ShouldAllBe(e => e.Line == 2);
        row.Errors.Select(e => (e.Field, e.Code)).ShouldBe(
        [
            ("RUM", SepaErrorCodes.IdentifierSlash), ("Signé le", SepaErrorCodes.DateFormat), ("Nom", SepaErrorCodes.Required),
            ("IBAN", SepaErrorCodes.IbanCheckDigits), ("BIC", SepaErrorCodes.BicFormat), ("Schéma", SepaErrorCodes.SchemeUnknown),
            ("Séquence", SepaErrorCodes.SequenceTypeUnknown), ("Rue", SepaErrorCodes.CsvFormula), ("Ville", SepaErrorCodes.AddressIncomplete),
        ]);
        row.Errors[3].Value.ShouldBe("DE88370400440532013000");
    }

    [Theory]
    [InlineData("BR1800360305000010009795493C1", SepaErrorCodes.IbanNotSepa)]
    [InlineData("=1+1", SepaErrorCodes.CsvFormula)]
    [InlineData("", SepaErrorCodes.Required)]
    public async Task Mandate_UnusableAccount_IsRefused(string iban, string code) =>
        (await MandateAsync($"RUM-1;2025-12-31;Eric;{iban};;;;;;;;")).Errors.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public async Task Mandate_NameTooLongAfterConversion_IsRefused() =>
        (await MandateAsync($"RUM-1;2025-12-31;{new string('Щ', 24)};FR1420041010050500013M02606;;;;;;;;"))
            .Errors.ShouldHaveSingleItem().Code.ShouldBe(SepaErrorCodes.TextLength);

    [Theory]
    [InlineData("2026-12-01")]
    [InlineData("01/12/2026")]
    [InlineData("1/12/2026")]
    [InlineData("01.12.2026")]
    [InlineData("1.12.2026")]
    public async Task Collection_WrittenDate_IsRead(string date) =>
        (await CollectionAsync($"RUM-1;12,50;{date};INV-1;Facture;RCUR")).Draft.ShouldNotBeNull().CollectionDate.ShouldBe(new(2026, 12, 1));

    [Fact]
    public async Task Collection_WithoutDate_MeansAsEarlyAsPossible() =>
        (await CollectionAsync("RUM-1;12,50;;INV-1;Facture;RCUR")).Draft.ShouldNotBeNull().CollectionDate.ShouldBeNull();

    [Theory]
    [InlineData("12/31/2026")]
    [InlineData("01/12/26")]
    [InlineData("31/02/2026")]
    [InlineData("20261201")]
    [InlineData("46357")]
    [InlineData("2026-12-01T00:00:00")]
    [InlineData("٠١/١٢/٢٠٢٦")]
    public async Task Collection_OtherDate_IsRefused(string date) =>
        (await CollectionAsync($"RUM-1;12,50;{date};INV-1;Facture;RCUR")).Errors.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(SepaErrorCodes.DateFormat), e => e.Value.ShouldBe(date), e => e.Field.ShouldBe("Échéance"));

    [Theory]
    [InlineData("1e999", SepaErrorCodes.AmountFormat)]
    [InlineData("=1+1", SepaErrorCodes.CsvFormula)]
    [InlineData("-5,00", SepaErrorCodes.AmountNegative)]
    [InlineData("0,00", SepaErrorCodes.AmountRange)]
    [InlineData("1,005", SepaErrorCodes.AmountDecimals)]
    [InlineData("", SepaErrorCodes.Required)]
    public async Task Collection_BadAmount_IsRefused(string amount, string code) =>
        (await CollectionAsync($"RUM-1;{amount};2026-12-01;INV-1;Facture;RCUR")).Errors.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe("Montant"), e => e.Line.ShouldBe(2));

    [Fact]
    public async Task Collection_FullRow_IsTyped()
    {
        var row = await CollectionAsync("RUM-1;1 234,50;2026-12-01;INV/1;\"Facture\nde novembre\";FNAL");
        row.Draft.ShouldBe(new CollectionDraft(
            SepaValue.Parse<MandateReference>("RUM-1"), SepaAmount.FromCents(123450), new(2026, 12, 1),
            SepaValue.Parse<EndToEndId>("INV/1"), null, "Facture de novembre", SequenceType.Fnal));
    }

    [Fact]
    public async Task Collection_UnreadableRow_KeepsItsError()
    {
        var row = await CollectionAsync("RUM-1;12,50");
        row.Draft.ShouldBeNull();
        row.Errors.ShouldHaveSingleItem().Code.ShouldBe(SepaErrorCodes.CsvColumnCount);
    }

    private static async Task<ImportRow<MandateDraft>> MandateAsync(string row)
    {
        var document = await CsvFiles.OpenAsync($"{MandateHeader}\n{row}\n");
        return MandateRow.Parse((await document.RowsAsync())[0], ColumnMap.Recognise(document.Header, ImportKind.Mandates));
    }

    private static async Task<ImportRow<CollectionDraft>> CollectionAsync(string row)
    {
        var document = await CsvFiles.OpenAsync($"{CollectionHeader}\n{row}\n");
        return CollectionRow.Parse((await document.RowsAsync())[0], ColumnMap.Recognise(document.Header, ImportKind.Collections), DecimalSign.Comma);
    }
}
