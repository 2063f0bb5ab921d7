using System.Xml.Linq;

namespace Platform.Sepa;

/// <summary>What a bank could say of a demonstration remittance: all taken but the last, and one order that nobody knows.</summary>
internal static class DemonstrationAnswer
{
    private static readonly XNamespace Names = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";

    public static Stream Write(string messageId, IReadOnlyList<string> orders)
    {
        var stream = new MemoryStream();
        Element("Document", Element(
            StatusReport.Root,
            Element("GrpHdr", Element("MsgId", $"A-{messageId}"[..Math.Min(messageId.Length + 2, AnswerLimits.Identifier)])),
            Element("OrgnlGrpInfAndSts", Element("OrgnlMsgId", messageId), Element("OrgnlMsgNmId", "pain.008"), Element("GrpSts", "PART")),
            Element(
                "OrgnlPmtInfAndSts",
                [Element("OrgnlPmtInfId", $"{messageId}-001"), .. orders.SkipLast(1).Select(o => Order(o, null)), Order(orders[^1], "AC04"), Order("FA-00000-1", "AM04")])))
            .Save(stream);
        stream.Position = 0;
        return stream;
    }

    private static XElement Order(string reference, string? reason) => Element(
        "TxInfAndSts",
        Element("OrgnlEndToEndId", reference),
        Element("TxSts", reason is null ? "ACCP" : "RJCT"),
        reason is null ? null : Element("StsRsnInf", Element("Rsn", Element("Cd", reason))));

    private static XElement Element(string name, params object?[] content) => new(Names + name, content);
}
