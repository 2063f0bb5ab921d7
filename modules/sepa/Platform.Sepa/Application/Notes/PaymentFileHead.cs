using System.Xml;

namespace Platform.Sepa;

/// <summary>
/// The account that a bank file names first: in pain.008 and pain.001 it stands before the first order, in pain.007 within it, as part of
/// what is reversed.
/// </summary>
internal sealed record PaymentFileHead(string HolderName, string Iban, string? Bic, string? CreditorIdentifier)
{
    private static readonly XmlReaderSettings Settings = new() { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static async Task<PaymentFileHead> ReadAsync(Stream file)
    {
        using var reader = XmlReader.Create(file, Settings);
        var (found, path) = (new Dictionary<string, string>(), new Stack<string>());
        while (await reader.ReadAsync() && !IsEnough(reader))
        {
            if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement)
                path.Push(reader.LocalName);
            else if (reader.NodeType == XmlNodeType.EndElement)
                path.Pop();
            else if (reader.NodeType == XmlNodeType.Text && path.Any(IsRoot))
                found.TryAdd(string.Join('/', path.Reverse().SkipWhile(p => !IsRoot(p)).Skip(1).Where(p => p != "Pty")), reader.Value);
        }

        return Of(found);
    }

    private static bool IsRoot(string element) => element is "PmtInf" or "OrgnlTxRef";

    private static bool IsEnough(XmlReader reader) => reader.NodeType switch
    {
        XmlNodeType.Element => reader.LocalName is "DrctDbtTxInf" or "CdtTrfTxInf",
        XmlNodeType.EndElement => reader.LocalName == "OrgnlTxRef",
        _ => false,
    };

    private static PaymentFileHead Of(Dictionary<string, string> found)
    {
        var side = found.ContainsKey("CdtrAcct/Id/IBAN") ? "Cdtr" : "Dbtr";
        return new PaymentFileHead(
            found[$"{side}/Nm"], found[$"{side}Acct/Id/IBAN"],
            found.GetValueOrDefault($"{side}Agt/FinInstnId/BICFI") ?? found.GetValueOrDefault($"{side}Agt/FinInstnId/BIC"),
            found.GetValueOrDefault("CdtrSchmeId/Id/PrvtId/Othr/Id"));
    }
}
