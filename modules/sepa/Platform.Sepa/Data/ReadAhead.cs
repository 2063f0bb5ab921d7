using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Platform.Sepa;

/// <summary>Lets a query read on while its rows are worked on, a few batches ahead and no more.</summary>
internal static class ReadAhead
{
    private const int BatchSize = 250;
    private const int Batches = 4;

    /// <summary>
    /// The rows in their order. Until the last one is taken the source's context belongs to this reading alone. When it ends, in
    /// whatever way, the source has ended before.
    /// </summary>
    public static async IAsyncEnumerable<T> ReadAheadAsync<T>(
        this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batches = Channel.CreateBounded<T[]>(new BoundedChannelOptions(Batches) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(source, batches.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in batches.Reader.ReadAllAsync(cancellationToken))
            {
                foreach (var row in batch)
                    yield return row;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    // A failure travels through the channel, behind the rows that came before it.
    private static async Task ReadAsync<T>(IAsyncEnumerable<T> source, ChannelWriter<T[]> batches, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in source.Chunk(BatchSize).WithCancellation(cancellationToken))
                await batches.WriteAsync(batch, cancellationToken);
            batches.Complete();
        }
        catch (Exception e)
        {
            batches.Complete(e);
        }
    }
}
