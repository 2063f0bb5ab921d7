using System.Globalization;
using System.Text;
using System.Xml;

namespace Platform.Sepa;

/// <summary>Writes ISO 20022 elements in one namespace, amounts and dates without intermediate strings.</summary>
internal sealed class IsoXmlWriter : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = false,
    };

    private readonly XmlWriter _xml;
    private readonly char[] _chars = new char[32];

    public IsoXmlWriter(Stream output, string ns, string root)
    {
        _xml = XmlWriter.Create(output, Settings);
        _xml.WriteStartDocument();
        _xml.WriteStartElement("Document", ns);
        Open(root);
    }

    public void Open(string name) => _xml.WriteStartElement(name);

    public void Open(string name, string child)
    {
        Open(name);
        Open(child);
    }

    public void Close(int levels = 1)
    {
        for (; levels > 0; levels--)
            _xml.WriteEndElement();
    }

    public void Text(string name, string value)
    {
        Open(name);
        _xml.WriteString(value);
        Close();
    }

    public void OptionalText(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Text(name, value);
    }

    public void Number(string name, long value)
    {
        value.TryFormat(_chars, out var length, provider: CultureInfo.InvariantCulture);
        Chars(name, length);
    }

    public void Date(string name, DateOnly value)
    {
        value.TryFormat(_chars, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Chars(name, length);
    }

    public void Moment(string name, DateTime utc) =>
        Text(name, utc.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public void Sum(string name, long cents) => Chars(name, FormatCents(cents));

    public void EuroAmount(string name, long cents)
    {
        Open(name);
        _xml.WriteAttributeString("Ccy", "EUR");
        _xml.WriteChars(_chars, 0, FormatCents(cents));
        Close();
    }

    public void End()
    {
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    public void Dispose() => _xml.Dispose();

    private void Chars(string name, int length)
    {
        Open(name);
        _xml.WriteChars(_chars, 0, length);
        Close();
    }

    private int FormatCents(long cents)
    {
        (cents / 100).TryFormat(_chars, out var length, provider: CultureInfo.InvariantCulture);
        var rest = (int)(cents % 100);
        _chars[length++] = '.';
        _chars[length++] = (char)('0' + rest / 10);
        _chars[length++] = (char)('0' + rest % 10);
        return length;
    }
}
