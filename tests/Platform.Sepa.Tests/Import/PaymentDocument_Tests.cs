using System.Globalization;
using Platform.Kernel;

namespace Platform.Sepa.Tests;

[Trait("Req", "SEP-04")]
public sealed class PaymentDocument_Tests
{
    [Fact]
    public void Open_OfEachMessage_SaysWhatItHoldsAndNamesItsColumns()
    {
        var debits = Open(PaymentFiles.Debits(PaymentFiles.Debit1()));
        (debits.Format, debits.Kind).ShouldBe((ImportFormat.Pain008, ImportKind.Collections));
        debits.Header[debits.Columns[ImportField.MandateReference]].ShouldBe("PmtInf/DrctDbtTxInf/DrctDbtTx/MndtRltdInf/MndtId");
        debits.Header[debits.Columns[ImportField.DebtorBic]].ShouldBe("PmtInf/DrctDbtTxInf/DbtrAgt/FinInstnId/BICFI");
        debits.Header[debits.Columns[ImportField.AddressLine2]].ShouldBe("PmtInf/DrctDbtTxInf/Dbtr/PstlAdr/AdrLine[2]");
        var transfers = Open(PaymentFiles.Credits(PaymentFiles.Credit1()));
        (transfers.Format, transfers.Kind).ShouldBe((ImportFormat.Pain001, ImportKind.Transfers));
        transfers.Header[transfers.Columns[ImportField.ExecutionDate]].ShouldBe("PmtInf/ReqdExctnDt/Dt");
    }

    [Fact]
    public void Read_WhatOneOrderSaysOfItself_OutweighsItsBlock()
    {
        var own = PaymentFiles.Debit1("E-2").Replace("<InstdAmt", "<PmtTpInf><SeqTp>FNAL</SeqTp></PmtTpInf><InstdAmt");
        var rows = PaymentFiles.Read(PaymentFiles.Debits(PaymentFiles.Debit1() + own, count: 2, sum: "24.68"));
        rows.Select(r => r[ImportField.SequenceType]).ShouldBe(["RCUR", "FNAL"]);
        rows.Select(r => r[ImportField.Scheme]).ShouldBe(["CORE", "CORE"]);
    }

    [Fact]
    public void Read_ValuesAsOtherProgramsWriteThem_AreTheTextOfARow()
    {
        var order = PaymentFiles.Debit1("NOTPROVIDED", amount: "12.34000")
            .Replace("2026-01-15", "2026-01-15+01:00").Replace("<Ustrd>Invoice 7</Ustrd>", "<Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd>")
            .Replace("<Nm>Éric</Nm>", "<Nm> Éric </Nm><PstlAdr><AdrLine>A</AdrLine><AdrLine>B</AdrLine><AdrLine>C</AdrLine></PstlAdr>");
        var row = PaymentFiles.Read(PaymentFiles.Debits(order)).ShouldHaveSingleItem();
        row.ContainsKey(ImportField.EndToEndId).ShouldBeFalse();
        row.ShouldSatisfyAllConditions(
            r => r[ImportField.Amount].ShouldBe("12.34"), r => r[ImportField.SignedOn].ShouldBe("2026-01-15"), r => r[ImportField.RemittanceText].ShouldBe("RF18539007547034"),
            r => r[ImportField.DebtorName].ShouldBe("Éric"), r => r[ImportField.AddressLine1].ShouldBe("A"), r => r[ImportField.AddressLine2].ShouldBe("B C"));
    }

    [Fact]
    public void Read_InAnotherEncodingOrAnEnvelope_GivesTheSame()
    {
        var text = PaymentFiles.Debits(PaymentFiles.Debit1());
        PaymentFiles.Read(CsvFiles.Bytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>" + text, System.Text.Encoding.Unicode)).Count.ShouldBe(1);
        foreach (var name in new[] { "windows-1252", "iso-8859-15" })
        {
            var encoding = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(name)!;
            PaymentFiles.Read(encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?>{text}")).ShouldHaveSingleItem()[ImportField.DebtorName].ShouldBe("Éric");
        }

        PaymentFiles.Read($"<Envelope><Head/>{text}</Envelope>").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(2, "12.34", "GrpHdr/NbOfTxs", SepaErrorCodes.PaymentFileCount, "2 ≠ 1")]
    [InlineData(1, "12.35", "GrpHdr/CtrlSum", SepaErrorCodes.PaymentFileSum, "12.35 ≠ 12.34")]
    public void Read_OtherTotalsThanTheHeaderStates_IsRefused(int count, string sum, string place, string code, string value)
    {
        var error = Refuse(PaymentFiles.Debits(PaymentFiles.Debit1(), count: count, sum: sum));
        (error.Field, error.Code, error.Value).ShouldBe(($"Document/CstmrDrctDbtInitn/{place}", code, value));
    }

    [Theory]
    [InlineData("<NbOfTxs>3</NbOfTxs>", "NbOfTxs", SepaErrorCodes.PaymentFileCount)]
    [InlineData("<CtrlSum>1</CtrlSum>", "CtrlSum", SepaErrorCodes.PaymentFileSum)]
    public void Read_OtherTotalsThanABlockStates_IsRefused(string stated, string place, string code)
    {
        var error = Refuse(PaymentFiles.Debits(PaymentFiles.Debit1(), block: stated));
        (error.Field, error.Code).ShouldBe(($"Document/CstmrDrctDbtInitn/PmtInf/{place}", code));
    }

    [Fact]
    public void Read_PublishedFiles_CountsAndSumsAreTheStated()
    {
        var read = 0;
        foreach (var (file, expected) in AnswerSamples.All("pain.00").Where(s => !s.File.StartsWith("pain.002", StringComparison.Ordinal)))
        {
            var content = File.ReadAllBytes(Shared.File("samples", "sepa", file));
            if (file[8..].StartsWith(".003.", StringComparison.Ordinal))
            {
                Should.Throw<InputException>(() => PaymentFiles.Read(content), file).Errors.ShouldHaveSingleItem().Code.ShouldBe(SepaErrorCodes.PaymentFileUnknown, file);
                continue;
            }

            var rows = PaymentFiles.Read(content);
            rows.Count.ShouldBe(expected.GetProperty("transactions").GetInt32(), file);
            rows.Sum(r => decimal.Parse(r[ImportField.Amount], CultureInfo.InvariantCulture)).ShouldBe(decimal.Parse(expected.Text("sum")!, CultureInfo.InvariantCulture), file);
            Dates(rows).ShouldBe(expected.Many("payment_informations").SelectMany(b => Enumerable.Repeat(b.Text("date"), b.GetProperty("transactions").GetInt32())), file);
            read++;
        }

        read.ShouldBe(13);
    }

    private static IEnumerable<string> Dates(IEnumerable<IReadOnlyDictionary<ImportField, string>> rows) =>
        rows.Select(r => r.GetValueOrDefault(ImportField.CollectionDate) ?? r[ImportField.ExecutionDate]);

    private static FieldError Refuse(string text) => Should.Throw<InputException>(() => PaymentFiles.Read(text)).Errors.ShouldHaveSingleItem();

    private static PaymentDocument Open(string text) => PaymentDocument.Open(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
}
