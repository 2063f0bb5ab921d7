using System.Globalization;

namespace Platform.Bench;

/// <summary>What a bank would answer: one order in a hundred is rejected, the others are booked, and one in a hundred of all is returned then.</summary>
internal static class JourneyAnswers
{
    private const int GoodPerBad = 100;
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:";

    public static string FileOf(string step, string folder) => Path.Combine(folder, $"{step.Split(' ')[^1]}.xml");

    public static void Write(string step, string messageId, int count, string file)
    {
        using var writer = new StreamWriter(file);
        if (step == JourneySteps.StatusReport)
            WriteStatusReport(writer, messageId, count);
        else
            WriteNotification(writer, messageId, count);
    }

    private static void WriteStatusReport(StreamWriter writer, string messageId, int count)
    {
        writer.Write($"<Document xmlns=\"{Namespace}pain.002.001.10\"><CstmrPmtStsRpt><GrpHdr><MsgId>PSR-1</MsgId><CreDtTm>2026-11-24T08:00:00Z</CreDtTm></GrpHdr>");
        writer.Write($"<OrgnlGrpInfAndSts><OrgnlMsgId>{messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId></OrgnlGrpInfAndSts>");
        writer.Write($"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{messageId}-001</OrgnlPmtInfId>");
        foreach (var (index, row) in SampleRows.Take(count).Index())
        {
            var status = IsBad(index) ? "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>" : "<TxSts>ACSP</TxSts>";
            writer.Write($"<TxInfAndSts><StsId>S{index}</StsId><OrgnlInstrId>{row.EndToEndId}</OrgnlInstrId><OrgnlEndToEndId>{row.EndToEndId}</OrgnlEndToEndId>{status}");
            writer.Write($"<OrgnlTxRef><Amt><InstdAmt Ccy=\"EUR\">{Euros(row)}</InstdAmt></Amt><MndtRltdInf><MndtId>{row.MandateId}</MndtId></MndtRltdInf>");
            writer.Write($"<Dbtr><Pty><Nm>{row.Name}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>{row.Iban}</IBAN></Id></DbtrAcct></OrgnlTxRef></TxInfAndSts>\n");
        }
        writer.Write("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>");
    }

    private static void WriteNotification(StreamWriter writer, string messageId, int count)
    {
        var rows = SampleRows.Take(count).Index().ToList();
        writer.Write($"<Document xmlns=\"{Namespace}camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>N-1</MsgId><CreDtTm>2026-11-30T08:00:00Z</CreDtTm></GrpHdr>");
        writer.Write("<Ntfctn><Id>N-1</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>");
        Entry(writer, [.. rows.Where(r => !IsBad(r.Index)).Select(r => r.Item)], messageId, "CRDT", "ESDD", "");
        Entry(writer, [.. rows.Where(r => IsBad(r.Index + GoodPerBad / 2)).Select(r => r.Item)], messageId, "DBIT", "UPDD", "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>");
        writer.Write("</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>");
    }

    private static bool IsBad(int index) => (index + 1) % GoodPerBad == 0;

    private static void Entry(StreamWriter writer, IReadOnlyList<SampleRow> rows, string messageId, string side, string family, string reason)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<Ntry><Amt Ccy=\"EUR\">{rows.Sum(r => r.Cents) / 100m:0.00}</Amt><CdtDbtInd>{side}</CdtDbtInd>"));
        writer.Write("<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-30</Dt></BookgDt><ValDt><Dt>2026-11-30</Dt></ValDt>");
        writer.Write($"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>{family}</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>");
        foreach (var row in rows)
            Detail(writer, row, messageId, reason);
        writer.Write("</NtryDtls></Ntry>");
    }

    private static void Detail(StreamWriter writer, SampleRow row, string messageId, string reason)
    {
        writer.Write($"<TxDtls><Refs><MsgId>{messageId}</MsgId><EndToEndId>{row.EndToEndId}</EndToEndId><MndtId>{row.MandateId}</MndtId></Refs>");
        writer.Write($"<Amt Ccy=\"EUR\">{Euros(row)}</Amt><RltdPties><Dbtr><Pty><Nm>{row.Name}</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>{row.Iban}</IBAN></Id></DbtrAcct></RltdPties>");
        writer.Write($"<RmtInf><Ustrd>{row.Remittance}</Ustrd></RmtInf>{reason}</TxDtls>\n");
    }

    private static string Euros(SampleRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Cents / 100m:0.00}");
}
