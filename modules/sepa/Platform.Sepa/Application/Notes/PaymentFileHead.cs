using System.Xml;

namespace Platform.Sepa;

/// <summary>The account that a pain.008 or pain.001 file names in its first block: it stands before the first order.</summary>
internal sealed record PaymentFileHead(string HolderName, string Iban, string? Bic, string? CreditorIdentifier)
{
    private static readonly XmlReaderSettings Settings = new() { Async = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static async Task<PaymentFileHead> ReadAsync(Stream file)
    {
        using var reader = XmlReader.Create(file, Settings);
        var (found, path) = (new Dictionary<string, string>(), new Stack<string>());
        while (await reader.ReadAsync() && !(reader.NodeType == XmlNodeType.Element && reader.LocalName is "DrctDbtTxInf" or "CdtTrfTxInf"))
        {
            if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement)
                path.Push(reader.LocalName);
            else if (reader.NodeType == XmlNodeType.EndElement)
                path.Pop();
            else if (reader.NodeType == XmlNodeType.Text && path.Contains("PmtInf"))
                found.TryAdd(string.Join('/', path.Reverse().SkipWhile(p => p != "PmtInf").Skip(1)), reader.Value);
        }

        return Of(found);
    }

    private static PaymentFileHead Of(Dictionary<string, string> found)
    {
        var side = found.ContainsKey("CdtrAcct/Id/IBAN") ? "Cdtr" : "Dbtr";
        return new PaymentFileHead(
            found[$"{side}/Nm"], found[$"{side}Acct/Id/IBAN"],
            found.GetValueOrDefault($"{side}Agt/FinInstnId/BICFI") ?? found.GetValueOrDefault($"{side}Agt/FinInstnId/BIC"),
            found.GetValueOrDefault("CdtrSchmeId/Id/PrvtId/Othr/Id"));
    }
}
