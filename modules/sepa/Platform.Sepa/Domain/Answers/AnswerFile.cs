using System.Text.RegularExpressions;

namespace Platform.Sepa;

/// <summary>A file from a bank being read: one or more documents of one message.</summary>
internal sealed partial class AnswerFile(Stream file) : IDisposable
{
    private readonly IsoXmlReader _xml = new(file, IsoXmlCodes.Answer);

    /// <summary>Known once the first item was read.</summary>
    public BankAnswerKind? Kind { get; private set; }

    /// <summary>MsgId of the first document.</summary>
    public string? MessageId { get; private set; }

    /// <summary>"pain.002.001.10", of the first document.</summary>
    public string? Message { get; private set; }

    /// <summary>
    /// All items in the order of the file. A failure may come behind items that were already told: nothing of a file counts before its
    /// end is reached.
    /// </summary>
    public IEnumerable<AnswerItem> Read()
    {
        while (_xml.NextDocument())
        {
            Begin();
            foreach (var item in Document())
            {
                MessageId ??= item.AnswerMessageId;
                yield return item;
            }
        }

        if (Kind is null)
            throw _xml.Error(SepaErrorCodes.AnswerUnknownMessage);
    }

    public void Dispose() => _xml.Dispose();

    [GeneratedRegex(@"^urn:iso:std:iso:20022:tech:xsd:((pain\.002|camt\.053|camt\.054)\.\d{3}\.\d{2})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Namespaces();

    private void Begin()
    {
        if (!Namespaces().IsMatch(_xml.Namespace))
            throw _xml.Error(SepaErrorCodes.AnswerUnknownMessage, _xml.Namespace);
        var message = _xml.Namespace[(_xml.Namespace.LastIndexOf(':') + 1)..];
        BankAnswerKind kind = message[..8] switch
        {
            "pain.002" => BankAnswerKind.StatusReport,
            "camt.053" => BankAnswerKind.Statement,
            _ => BankAnswerKind.Notification,
        };
        if (Kind is { } first && first != kind)
            throw _xml.Error(SepaErrorCodes.AnswerMixed, message);
        (Kind, Message) = (kind, Message ?? message);
    }

    private IEnumerable<AnswerItem> Document()
    {
        var found = false;
        foreach (var name in _xml.Children())
        {
            if (name != Root())
                throw _xml.Error(SepaErrorCodes.AnswerUnknownMessage, name);
            found = true;
            foreach (var item in Kind == BankAnswerKind.StatusReport ? StatusReport.Read(_xml) : Statement.Read(_xml))
                yield return item;
        }

        if (!found)
            throw _xml.Error(SepaErrorCodes.AnswerMissing, child: Root());
    }

    private string Root() => Kind switch
    {
        BankAnswerKind.StatusReport => StatusReport.Root,
        BankAnswerKind.Statement => Statement.StatementRoot,
        _ => Statement.NotificationRoot,
    };
}
