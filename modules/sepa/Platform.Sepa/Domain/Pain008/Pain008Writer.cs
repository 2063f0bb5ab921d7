namespace Platform.Sepa;

/// <summary>
/// Writes a direct-debit initiation (pain.008, SDD CORE and B2B) while its transactions are read: memory does not grow with their
/// number. Totals stand at the head of the file, so they are given first and verified at the end of each block; on any difference
/// it throws and the output is worthless.
/// </summary>
internal sealed class Pain008Writer(Pain008Options options)
{
    private const int ChunkBytes = 64 * 1024;

    /// <param name="output">Left open. Receives UTF-8 without byte order mark in chunks, flushed at the end.</param>
    /// <param name="message">Head and announced blocks.</param>
    /// <param name="transactions">In the order of the blocks.</param>
    /// <param name="cancellationToken">Stops between two transactions; the output is worthless then.</param>
    public async Task WriteAsync(
        Stream output,
        Pain008Message message,
        IAsyncEnumerable<Pain008Transaction> transactions,
        CancellationToken cancellationToken = default)
    {
        using var chunk = new MemoryStream(2 * ChunkBytes);
        using var file = new Pain008File(chunk, message, options);
        await foreach (var transaction in transactions.WithCancellation(cancellationToken))
        {
            file.Add(transaction);
            if (chunk.Length >= ChunkBytes)
                await MoveAsync(chunk, output, cancellationToken);
        }

        file.End();
        await MoveAsync(chunk, output, cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    private static async ValueTask MoveAsync(MemoryStream chunk, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(chunk.GetBuffer().AsMemory(0, (int)chunk.Length), cancellationToken);
        chunk.SetLength(0);
    }
}
