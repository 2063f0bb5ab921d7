using System.Text;
using System.Xml;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Walks through an invoice, forward only, and keeps what its table names. Elements may be in any order; all others are passed over.</summary>
internal sealed class TermReader(XmlReader xml, InvoiceSyntax syntax)
{
    private const int LongestText = 1_000;

    private readonly Stack<Frame> _open = [];
    private readonly StringBuilder _text = new();

    /// <summary>From the root element to the end of the file.</summary>
    /// <exception cref="BusinessException">Names the element and the line.</exception>
    public TermGroup Read()
    {
        var root = new TermGroup();
        _open.Push(new Frame(syntax.Root, syntax.Terms, root, null, Line));
        if (xml.IsEmptyElement)
            _open.Pop();
        while (Next())
        {
            if (xml.NodeType == XmlNodeType.Element)
                Open();
            else if (xml.NodeType == XmlNodeType.EndElement)
                Close();
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && _open.Peek().Node is { IsValue: true })
                Append(xml.Value);
        }

        return root;
    }

    private int Line => ((IXmlLineInfo)xml).LineNumber;

    private string Place
    {
        get
        {
            var path = string.Join('/', _open.Reverse().Select(f => f.Name));
            return path.Length > 200 ? path[^200..] : path;
        }
    }

    private bool Next()
    {
        try
        {
            var more = xml.Read();
            return xml.Depth <= EInvoiceLimits.Depth ? more : throw At(new BusinessException(AccountingErrorCodes.EInvoiceTooDeep).WithData("limit", EInvoiceLimits.Depth), Line);
        }
        catch (XmlException e)
        {
            throw At(new BusinessException(e.IsDtd() ? AccountingErrorCodes.EInvoiceDtd : AccountingErrorCodes.EInvoiceMalformed, e), e.LineNumber);
        }
    }

    private void Open()
    {
        var parent = _open.Peek();
        var node = syntax.Knows(xml.NamespaceURI) ? parent.Node?.Child(xml.LocalName) : null;
        var group = node is { IsGroup: true } ? parent.Group.Begin(node.Name!) : parent.Group;
        _open.Push(new Frame(xml.LocalName, node, group, node is { IsValue: true } ? Qualifier() : null, Line));
        if (node is { IsValue: true })
            _text.Clear();
        if (xml.IsEmptyElement)
            _open.Pop();
    }

    private void Close()
    {
        var frame = _open.Pop();
        if (frame.Node is not { IsValue: true, Name: { } term })
            return;
        var text = string.Join(' ', _text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0)
            frame.Group.Add(term, new TermValue(text.Length > LongestText ? text[..LongestText] : text, frame.Qualifier, frame.Line));
    }

    // Some white space more than is kept.
    private void Append(string text) => _text.Append(text.AsSpan(0, Math.Min(text.Length, Math.Max(0, 2 * LongestText - _text.Length))));

    private string? Qualifier() =>
        xml.GetAttribute("currencyID") ?? xml.GetAttribute("unitCode") ?? xml.GetAttribute("schemeID") ?? xml.GetAttribute("format");

    private BusinessException At(BusinessException refused, int line) => refused.WithData("place", Place).WithData("line", line);

    private sealed record Frame(string Name, TermTable? Node, TermGroup Group, string? Qualifier, int Line);
}
