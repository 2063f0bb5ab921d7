namespace Platform.Sepa;

/// <summary>One file being written: opens and closes blocks as the transactions ask for them.</summary>
internal sealed class Pain008File : IPainFile<Pain008Transaction>
{
    private readonly Pain008Message _message;
    private readonly BlockTotals<Pain008BlockKey> _totals;
    private readonly IsoXmlWriter _xml;
    private readonly Pain008Elements _elements;

    public Pain008File(Stream output, Pain008Message message, Pain008Options options)
    {
        _message = message;
        _totals = new BlockTotals<Pain008BlockKey>(message.Blocks);
        _xml = new IsoXmlWriter(output, Namespace(options.Version), "CstmrDrctDbtInitn");
        _elements = new Pain008Elements(_xml, options);
        _elements.GroupHeader(message);
    }

    public void Add(Pain008Transaction transaction)
    {
        if (_totals.IsNext(transaction.Block))
        {
            CloseBlock();
            _elements.OpenBlock(_message, _totals.Next(transaction.Block));
        }

        _totals.Add(transaction.AmountCents);
        _elements.Transaction(transaction);
    }

    public void End()
    {
        _totals.End();
        CloseBlock();
        _xml.End();
    }

    public void Dispose() => _xml.Dispose();

    private static string Namespace(Pain008Version version) => version switch
    {
        Pain008Version.V02 => "urn:iso:std:iso:20022:tech:xsd:pain.008.001.02",
        Pain008Version.V08 => "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08",
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    private void CloseBlock()
    {
        if (_totals.IsInBlock)
            _elements.CloseBlock();
    }
}
