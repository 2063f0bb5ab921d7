using System.Globalization;
using System.Text;
using System.Xml;

namespace Platform.Bench;

/// <summary>The floor: no checks, no database, no model, only System.Xml writing the elements.</summary>
internal static class BareXmlWriter
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";

    public static async Task<int> RunAsync(int count, string file)
    {
        var (peak, first) = await Timing.OnceAsync(() => Generate(count, file));
        var again = await Timing.MedianAsync(() => Generate(count, file));
        Outcome.Tell(new Outcome(first, again, peak));
        return 0;
    }

    private static Task<long> Generate(int count, string file)
    {
        using (var writer = XmlWriter.Create(file, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            Write(writer, count);
        }
        return Task.FromResult(PeakMemory.Kilobytes("VmHWM:"));
    }

    private static void Write(XmlWriter writer, int count)
    {
        var total = Amount(SampleRows.TotalCents(count));
        writer.WriteStartElement("Document", Namespace);
        writer.WriteStartElement("CstmrDrctDbtInitn", Namespace);
        GroupHeader(writer, count, total);
        writer.WriteStartElement("PmtInf", Namespace);
        PaymentHeader(writer, count, total);
        foreach (var row in SampleRows.Take(count))
        {
            Transaction(writer, row);
        }
        writer.WriteEndDocument();
    }

    private static void GroupHeader(XmlWriter writer, int count, string total)
    {
        Start(writer, "GrpHdr");
        Text(writer, "MsgId", "BENCH-1");
        Text(writer, "CreDtTm", TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        Text(writer, "NbOfTxs", XmlConvert.ToString(count));
        Text(writer, "CtrlSum", total);
        Nested(writer, "Boulangerie Lefevre SARL", "InitgPty", "Nm");
        writer.WriteEndElement();
    }

    private static void PaymentHeader(XmlWriter writer, int count, string total)
    {
        Text(writer, "PmtInfId", "BENCH-1.0");
        Text(writer, "PmtMtd", "DD");
        Text(writer, "BtchBookg", "false");
        Text(writer, "NbOfTxs", XmlConvert.ToString(count));
        Text(writer, "CtrlSum", total);
        Start(writer, "PmtTpInf");
        Nested(writer, "SEPA", "SvcLvl", "Cd");
        Nested(writer, "CORE", "LclInstrm", "Cd");
        Text(writer, "SeqTp", "RCUR");
        writer.WriteEndElement();
        Text(writer, "ReqdColltnDt", "2027-01-04");
        Creditor(writer);
    }

    private static void Creditor(XmlWriter writer)
    {
        Nested(writer, "Boulangerie Lefevre SARL", "Cdtr", "Nm");
        Nested(writer, "FR7630006000011234567890189", "CdtrAcct", "Id", "IBAN");
        Nested(writer, "AGRIFRPP", "CdtrAgt", "FinInstnId", "BICFI");
        Text(writer, "ChrgBr", "SLEV");
        foreach (var name in (string[])["CdtrSchmeId", "Id", "PrvtId", "Othr"])
        {
            Start(writer, name);
        }
        Text(writer, "Id", "FR72ZZZ123456");
        Nested(writer, "SEPA", "SchmeNm", "Prtry");
        for (var i = 0; i < 4; i++)
        {
            writer.WriteEndElement();
        }
    }

    private static void Transaction(XmlWriter writer, SampleRow row)
    {
        Start(writer, "DrctDbtTxInf");
        Nested(writer, row.EndToEndId, "PmtId", "EndToEndId");
        Start(writer, "InstdAmt");
        writer.WriteAttributeString("Ccy", "EUR");
        writer.WriteString(Amount(row.Cents));
        writer.WriteEndElement();
        Start(writer, "DrctDbtTx");
        Start(writer, "MndtRltdInf");
        Text(writer, "MndtId", row.MandateId);
        Text(writer, "DtOfSgntr", row.Signed);
        writer.WriteEndElement();
        writer.WriteEndElement();
        Nested(writer, row.Bic, "DbtrAgt", "FinInstnId", "BICFI");
        Nested(writer, row.Name, "Dbtr", "Nm");
        Nested(writer, row.Iban, "DbtrAcct", "Id", "IBAN");
        Nested(writer, row.Remittance, "RmtInf", "Ustrd");
        writer.WriteEndElement();
    }

    private static string Amount(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static void Start(XmlWriter writer, string name) => writer.WriteStartElement(name, Namespace);

    private static void Text(XmlWriter writer, string name, string value) => writer.WriteElementString(name, Namespace, value);

    private static void Nested(XmlWriter writer, string value, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            Start(writer, name);
        }
        writer.WriteString(value);
        for (var i = 0; i < names.Length; i++)
        {
            writer.WriteEndElement();
        }
    }
}
