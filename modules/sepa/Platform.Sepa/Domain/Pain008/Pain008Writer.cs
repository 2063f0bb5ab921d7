namespace Platform.Sepa;

/// <summary>
/// Writes a direct-debit initiation (pain.008, SDD CORE and B2B) while its transactions are read: memory does not grow with their
/// number. Totals stand at the head of the file, so they are given first and verified at the end of each block; on any difference
/// it throws and the output is worthless.
/// </summary>
internal sealed class Pain008Writer(Pain008Options options)
{
    /// <param name="output">Left open. Receives UTF-8 without byte order mark in chunks, flushed at the end.</param>
    /// <param name="message">Head and announced blocks.</param>
    /// <param name="transactions">In the order of the blocks.</param>
    /// <param name="cancellationToken">Stops between two transactions; the output is worthless then.</param>
    public Task WriteAsync(
        Stream output, Pain008Message message, IAsyncEnumerable<Pain008Transaction> transactions, CancellationToken cancellationToken = default) =>
        PainStreaming.WriteAsync(output, chunk => new Pain008File(chunk, message, options), transactions, cancellationToken);
}
