namespace Platform.Sepa;

/// <summary>
/// Writes a credit-transfer initiation (pain.001, SCT and SCT Inst) while its transactions are read. Totals stand at the head of the
/// file, so they are given first and verified at the end of each block; on any difference it throws and the output is worthless.
/// </summary>
internal sealed class Pain001Writer(Pain001Options options)
{
    /// <param name="output">Left open. Receives UTF-8 without byte order mark in chunks, flushed at the end.</param>
    /// <param name="message">Head and announced blocks.</param>
    /// <param name="transactions">In the order of the blocks.</param>
    /// <param name="cancellationToken">Stops between two transactions; the output is worthless then.</param>
    public Task WriteAsync(
        Stream output, Pain001Message message, IAsyncEnumerable<Pain001Transaction> transactions, CancellationToken cancellationToken = default) =>
        PainStreaming.WriteAsync(output, chunk => new Pain001File(chunk, message, options), transactions, cancellationToken);
}

/// <summary>One file being written: opens and closes blocks as the transactions ask for them.</summary>
internal sealed class Pain001File : IPainFile<Pain001Transaction>
{
    private readonly Pain001Message _message;
    private readonly BlockTotals<DateOnly> _totals;
    private readonly IsoXmlWriter _xml;
    private readonly Pain001Elements _elements;

    public Pain001File(Stream output, Pain001Message message, Pain001Options options)
    {
        _message = message;
        _totals = new BlockTotals<DateOnly>(message.Blocks);
        _xml = new IsoXmlWriter(output, Namespace(options.Version), "CstmrCdtTrfInitn");
        _elements = new Pain001Elements(_xml, options);
        _elements.GroupHeader(message);
    }

    public void Add(Pain001Transaction transaction)
    {
        if (_totals.IsNext(transaction.ExecutionDate))
        {
            CloseBlock();
            _elements.OpenBlock(_message, _totals.Next(transaction.ExecutionDate));
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

    private static string Namespace(Pain001Version version) => version switch
    {
        Pain001Version.V03 => "urn:iso:std:iso:20022:tech:xsd:pain.001.001.03",
        Pain001Version.V09 => "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09",
        _ => throw new ArgumentOutOfRangeException(nameof(version)),
    };

    private void CloseBlock()
    {
        if (_totals.IsInBlock)
            _elements.CloseBlock();
    }
}
