namespace Platform.Sepa;

/// <summary>
/// Writes a customer payment reversal (pain.007) while its transactions are read. Totals stand at the head of the file, so they are given
/// first and verified at the end of each block; on any difference it throws and the output is worthless.
/// </summary>
internal sealed class Pain007Writer(Pain007Version version)
{
    /// <param name="output">Left open. Receives UTF-8 without byte order mark in chunks, flushed at the end.</param>
    /// <param name="message">Head and announced blocks.</param>
    /// <param name="transactions">In the order of the blocks.</param>
    /// <param name="cancellationToken">Stops between two transactions; the output is worthless then.</param>
    public Task WriteAsync(
        Stream output, Pain007Message message, IAsyncEnumerable<Pain007Transaction> transactions, CancellationToken cancellationToken = default) =>
        PainStreaming.WriteAsync(output, chunk => new Pain007File(chunk, message, version), transactions, cancellationToken);
}

/// <summary>One file being written: opens and closes blocks as the transactions ask for them.</summary>
internal sealed class Pain007File : IPainFile<Pain007Transaction>
{
    private readonly Pain007Message _message;
    private readonly BlockTotals<int> _totals;
    private readonly IsoXmlWriter _xml;
    private readonly Pain007Elements _elements;

    public Pain007File(Stream output, Pain007Message message, Pain007Version version)
    {
        _message = message;
        _totals = new BlockTotals<int>(message.Blocks);
        _xml = new IsoXmlWriter(output, Namespace(version), "CstmrPmtRvsl");
        _elements = new Pain007Elements(_xml, version);
        _elements.Head(message);
    }

    public void Add(Pain007Transaction transaction)
    {
        if (_totals.IsNext(transaction.Block))
        {
            CloseBlock();
            _elements.OpenBlock((Pain007Block)_totals.Next(transaction.Block));
        }

        _totals.Add(transaction.AmountCents);
        _elements.Transaction(_message, transaction);
    }

    public void End()
    {
        _totals.End();
        CloseBlock();
        _xml.End();
    }

    public void Dispose() => _xml.Dispose();

    private static string Namespace(Pain007Version version) => version switch
    {
        Pain007Version.V02 => "urn:iso:std:iso:20022:tech:xsd:pain.007.001.02",
        Pain007Version.V08 => "urn:iso:std:iso:20022:tech:xsd:pain.007.001.08",
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    private void CloseBlock()
    {
        if (_totals.IsInBlock)
            _elements.CloseBlock();
    }
}
