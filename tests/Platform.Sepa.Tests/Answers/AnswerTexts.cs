namespace Platform.Sepa.Tests;

/// <summary>Small answers as a bank would write them.</summary>
internal static class AnswerTexts
{
    private const string Namespace = "urn:iso:std:iso:20022:tech:xsd:";

    public static string Statement(string entries, string edition = "08", string id = "STMT-1") =>
        $"""
        <Document xmlns="{Namespace}camt.053.001.{edition}"><BkToCstmrStmt><GrpHdr><MsgId>BANK-{id}</MsgId></GrpHdr>
        <Stmt><Id>{id}</Id><Acct><Id><IBAN>BE71096123456769</IBAN></Id></Acct>{entries}</Stmt></BkToCstmrStmt></Document>
        """;

    /// <summary>Two returned orders in one booking.</summary>
    public static string Returns(string reason = "AC04", string edition = "08") => Statement(
        Entry(7500, false, Detail("E2E-1", "M-1", 5000, reason) + Detail("E2E-2", "M-2", 2500, reason), edition), edition);

    public static string Entry(long cents, bool isCredit, string details, string edition = "08") =>
        $"""
        <Ntry><Amt Ccy="EUR">{Euros(cents)}</Amt><CdtDbtInd>{(isCredit ? "CRDT" : "DBIT")}</CdtDbtInd><Sts>{(edition == "08" ? "<Cd>BOOK</Cd>" : "BOOK")}</Sts>
        <BookgDt><Dt>2026-11-30</Dt></BookgDt><ValDt><DtTm>2026-11-30T10:00:00+01:00</DtTm></ValDt>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>{(isCredit ? "ESDD" : "UPDD")}</SubFmlyCd></Fmly></Domn></BkTxCd>
        <NtryDtls>{details}</NtryDtls></Ntry>
        """;

    public static string Detail(string endToEndId, string? mandate, long cents, string? reason = null) =>
        $"""
        <TxDtls><Refs><EndToEndId>{endToEndId}</EndToEndId>{(mandate is null ? "" : $"<MndtId>{mandate}</MndtId>")}</Refs><Amt Ccy="EUR">{Euros(cents)}</Amt>
        {(reason is null ? "" : $"<RtrInf><Rsn><Cd>{reason}</Cd></Rsn></RtrInf>")}</TxDtls>
        """;

    public static string Status(
        string status, string originalMessageId = "MSG-1", string endToEndId = "E2E-1", string? reason = "MD01", string? group = null) =>
        Report(originalMessageId, group, $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{originalMessageId}-001</OrgnlPmtInfId>{Order(status, endToEndId, reason)}</OrgnlPmtInfAndSts>");

    public static string Report(string originalMessageId, string? group, string blocks, string id = "PSR-1") =>
        $"""
        <Document xmlns="{Namespace}pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>{id}</MsgId></GrpHdr><OrgnlGrpInfAndSts>
        <OrgnlMsgId>{originalMessageId}</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>{(group is null ? "" : $"<GrpSts>{group}</GrpSts>")}
        </OrgnlGrpInfAndSts>{blocks}</CstmrPmtStsRpt></Document>
        """;

    public static string Order(string status, string endToEndId, string? reason) =>
        $"""
        <TxInfAndSts><OrgnlEndToEndId>{endToEndId}</OrgnlEndToEndId><TxSts>{status}</TxSts>
        {(reason is null ? "" : $"<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn></StsRsnInf>")}</TxInfAndSts>
        """;

    private static string Euros(long cents) => FormattableString.Invariant($"{cents / 100m:0.00}");
}
