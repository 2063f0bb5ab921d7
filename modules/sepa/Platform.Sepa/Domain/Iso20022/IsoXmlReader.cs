using System.Xml;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// Walks down a message, forward only: whoever reads names the children that matter, all others are passed over. Memory does not grow
/// with the file, however it is made; every failure names the element and the line.
/// </summary>
internal sealed class IsoXmlReader : IDisposable
{
    private const int Slack = 200;

    private readonly XmlReader _reader;
    private readonly List<string> _path = [];
    private readonly char[] _buffer = new char[512];
    private readonly IsoXmlCodes _codes;
    private string _namespace = "";

    static IsoXmlReader() => CodePages.Register();

    public IsoXmlReader(Stream file, IsoXmlCodes codes) => (_codes, _reader) = (codes, XmlReader.Create(file, Settings));

    private static XmlReaderSettings Settings => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        // Banks put several documents into one file, one behind the other.
        ConformanceLevel = ConformanceLevel.Fragment,
        MaxCharactersInDocument = IsoXmlLimits.FileBytes,
        MaxCharactersFromEntities = 1024,
    };

    public int Line => ((IXmlLineInfo)_reader).LineNumber;

    public string Namespace => _namespace;

    public IsoXmlCodes Codes => _codes;

    public string Path => string.Join('/', _path);

    /// <summary>The next document, at the top or inside an envelope.</summary>
    public bool NextDocument()
    {
        _path.Clear();
        while (Read())
        {
            if (_reader is { NodeType: XmlNodeType.Element, LocalName: "Document" })
            {
                _namespace = _reader.NamespaceURI;
                _path.Add("Document");
                return true;
            }
        }

        return false;
    }

    /// <summary>The children of the present element by their local names; what is not read of one is passed over.</summary>
    public IEnumerable<string> Children()
    {
        if (_reader.IsEmptyElement)
            yield break;
        var depth = _reader.Depth;
        Advance();
        while (_reader.Depth > depth)
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                var name = Enter();
                yield return name;
                Leave(depth + 1);
            }

            Advance();
        }
    }

    public InputException Error(string code, string? value = null, string? child = null) =>
        At(child is null ? Path : $"{Path}/{child}", Line, code, value);

    /// <summary>The text of the present element without outer white space; null when it is empty.</summary>
    /// <param name="most">Characters.</param>
    /// <param name="cut">What is beyond is dropped instead of refused.</param>
    /// <param name="within">Elements around the text are passed through.</param>
    public string? Text(int most, bool cut = false, bool within = false)
    {
        if (_reader.IsEmptyElement)
            return null;
        var depth = _reader.Depth;
        var length = 0;
        for (Advance(); _reader.Depth > depth; Advance())
        {
            if (_reader.NodeType == XmlNodeType.Element && !within)
                throw Error(_codes.Value, $"<{_reader.LocalName}>");
            if (_reader.CanReadValueChunk && _reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                length = Append(length, most, cut);
        }

        var text = _buffer.AsSpan(0, length).Trim();
        if (text.Length > most && !cut)
            throw Error(_codes.ValueLength, text[..most].ToString());
        return text.IsEmpty ? null : text[..Math.Min(most, text.Length)].ToString();
    }

    public string? Attribute(string name) => _reader.GetAttribute(name);

    public void Dispose() => _reader.Dispose();

    private static InputException At(string path, int line, string code, string? value = null) =>
        new(new FieldError(path, code, value is null ? null : Shorten.To100(value), line));

    private string Enter()
    {
        _path.Add(_reader.LocalName);
        return _reader.NamespaceURI == _namespace ? _reader.LocalName : throw Error(_codes.Namespace, _reader.NamespaceURI);
    }

    private void Leave(int depth)
    {
        while (!(_reader.Depth == depth && (_reader.NodeType == XmlNodeType.EndElement || _reader is { NodeType: XmlNodeType.Element, IsEmptyElement: true })))
            Advance();
        _path.RemoveAt(_path.Count - 1);
    }

    private int Append(int length, int most, bool cut)
    {
        var room = Math.Min(_buffer.Length, most + (cut ? 0 : Slack)) - length;
        var read = room == 0 ? 0 : Chunk(length, room);
        if (read == room && !cut && room > 0)
            throw Error(_codes.ValueLength, new string(_buffer, 0, Math.Min(most, 100)));
        return length + read;
    }

    private int Chunk(int length, int room)
    {
        try
        {
            var total = 0;
            while (total < room && _reader.ReadValueChunk(_buffer, length + total, room - total) is var read and > 0)
                total += read;
            return total;
        }
        catch (XmlException e)
        {
            throw Refused(e);
        }
    }

    private void Advance()
    {
        if (!Read())
            throw Error(_codes.Malformed);
    }

    private bool Read()
    {
        try
        {
            var more = _reader.Read();
            return _reader.Depth <= IsoXmlLimits.Depth ? more : throw Error(_codes.TooDeep);
        }
        catch (XmlException e)
        {
            throw Refused(e);
        }
    }

    // XmlException has no code; its words are always English.
    private InputException Refused(XmlException e) =>
        At(Path, e.LineNumber, e.Message.Contains("DTD", StringComparison.Ordinal) ? _codes.Dtd : _codes.Malformed);
}
