namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-04")]
public sealed class ImportHeader_Tests
{
    [Theory]
    [InlineData("Mandate reference", ImportField.MandateReference)]
    [InlineData("mandate_id", ImportField.MandateReference)]
    [InlineData("RUM", ImportField.MandateReference)]
    [InlineData("Référence du mandat", ImportField.MandateReference)]
    [InlineData("Mandatsreferenz", ImportField.MandateReference)]
    [InlineData("Date de signature", ImportField.SignedOn)]
    [InlineData("Unterschriftsdatum", ImportField.SignedOn)]
    [InlineData("Nom du débiteur", ImportField.DebtorName)]
    [InlineData("Zahlungspflichtiger", ImportField.DebtorName)]
    [InlineData("IBAN", ImportField.DebtorIban)]
    [InlineData("BIC/SWIFT", ImportField.DebtorBic)]
    [InlineData("Montant (EUR)", ImportField.Amount)]
    [InlineData("Betrag", ImportField.Amount)]
    [InlineData("Date d’échéance", ImportField.CollectionDate)]
    [InlineData("Fälligkeit", ImportField.CollectionDate)]
    [InlineData("End-to-end ID", ImportField.EndToEndId)]
    [InlineData("Libellé", ImportField.RemittanceText)]
    [InlineData("Verwendungszweck", ImportField.RemittanceText)]
    [InlineData("Straße", ImportField.Street)]
    [InlineData("N°", ImportField.BuildingNumber)]
    [InlineData("CP", ImportField.PostalCode)]
    [InlineData("PLZ", ImportField.PostalCode)]
    [InlineData("Localité", ImportField.Town)]
    [InlineData("Land", ImportField.Country)]
    [InlineData("Debtor IBAN", ImportField.DebtorIban)]
    [InlineData("DebtorIban", ImportField.DebtorIban)]
    public void Recognise_UsualName_IsKnown(string name, ImportField field) => ImportHeader.Recognise(name).ShouldBe(field);

    [Theory]
    [InlineData("")]
    [InlineData("Kommentar intern")]
    [InlineData("日付")]
    public void Recognise_OtherName_IsNot(string name) => ImportHeader.Recognise(name).ShouldBeNull();

    [Fact]
    public void Recognise_EveryFieldsOwnName_IsKnown()
    {
        foreach (var field in Enum.GetValues<ImportField>())
            ImportHeader.Recognise(field.ToString()).ShouldBe(field);
    }

    [Fact]
    public void Recognise_GeneralNames_MeanTheCreditorInAFileOfTransfers() =>
        ColumnMap.Recognise(["Nom", "IBAN", "BIC", "Montant", "Date"], ImportKind.Transfers).Columns.Keys.ShouldBe(
            [ImportField.CreditorName, ImportField.CreditorIban, ImportField.CreditorBic, ImportField.Amount, ImportField.ExecutionDate]);

    [Fact]
    public void Names_MeanOneFieldOnly() =>
        ImportHeader.Names.GroupBy(n => n.Name).Where(g => g.Select(n => n.Field).Distinct().Count() > 1).ShouldBeEmpty();

    [Fact]
    public void Check_MissingColumns_AreNamed()
    {
        var map = ColumnMap.Recognise(["RUM", "Nom"], ImportKind.Mandates);
        map.Check(ColumnMap.MandateFields, 1).Select(e => (e.Code, e.Field)).ShouldBe(
            [(SepaErrorCodes.CsvColumnMissing, "SignedOn"), (SepaErrorCodes.CsvColumnMissing, "DebtorIban")]);
    }

    [Fact]
    public void Check_NothingKnown_IsOneError() =>
        ColumnMap.Recognise(["1", "2"], ImportKind.Mandates).Check(ColumnMap.MandateFields, 1).ShouldHaveSingleItem().Code.ShouldBe(SepaErrorCodes.CsvHeader);

    [Fact]
    public void Check_TwoColumnsOfOneMeaning_AreRefusedUntilChosen()
    {
        string[] header = ["RUM", "Montant", "Amount", "Date"];
        ColumnMap.Recognise(header, ImportKind.Collections).Check(ColumnMap.CollectionFields, 1).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(SepaErrorCodes.CsvColumnTwice), e => e.Value.ShouldBe("Amount"));
        var chosen = new Dictionary<ImportField, int>
        {
            [ImportField.MandateReference] = 0,
            [ImportField.Amount] = 2,
            [ImportField.CollectionDate] = 3,
            [ImportField.Town] = 9,
        };
        var map = ColumnMap.Choose(header, chosen);
        map.Check(ColumnMap.CollectionFields, 1).ShouldBeEmpty();
        map.ColumnOf(ImportField.Town).ShouldBeNull();
        chosen[ImportField.Amount] = 1;
        ColumnMap.Choose(header, chosen).Check(ColumnMap.CollectionFields, 1).ShouldBeEmpty();
    }
}
