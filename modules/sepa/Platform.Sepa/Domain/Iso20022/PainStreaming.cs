namespace Platform.Sepa;

/// <summary>A file being written.</summary>
internal interface IPainFile<in T> : IDisposable
{
    /// <summary>The next transaction, in the order of the blocks.</summary>
    void Add(T transaction);

    /// <summary>Verifies the totals and closes the document.</summary>
    void End();
}

/// <summary>Writes a file while its transactions are read, in chunks: memory does not grow with their number.</summary>
internal static class PainStreaming
{
    private const int ChunkBytes = 64 * 1024;

    public static async Task WriteAsync<T>(
        Stream output, Func<Stream, IPainFile<T>> open, IAsyncEnumerable<T> transactions, CancellationToken cancellationToken)
    {
        using var chunk = new MemoryStream(2 * ChunkBytes);
        using var file = open(chunk);
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
