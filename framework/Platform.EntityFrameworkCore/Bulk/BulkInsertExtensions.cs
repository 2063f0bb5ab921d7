using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Platform.EntityFrameworkCore;

/// <summary>Fast inserts for imports.</summary>
public static class BulkInsertExtensions
{
    private const int BatchSize = 1_000;

    /// <summary>
    /// Inserts rows without tracking them, in constant memory, in the transaction of the unit of work. Sets tenant and
    /// concurrency stamp as a save does. Writes no audit rows: the caller records the import as one act.
    /// </summary>
    /// <returns>The number of rows inserted.</returns>
    public static async Task<int> BulkInsertAsync<TEntity>(
        this PlatformDbContext context, IAsyncEnumerable<TEntity> rows, CancellationToken cancellationToken = default)
        where TEntity : class
    {
        var unitOfWork = context.UnitOfWork ?? throw new InvalidOperationException("The context belongs to no unit of work.");
        await unitOfWork.BeginAsync(cancellationToken);
        await unitOfWork.PrepareAsync(cancellationToken);
        var columns = BulkColumn.Of(context.Model.FindEntityType(typeof(TEntity))!);
        await using IBulkTarget target = unitOfWork.Connection is NpgsqlConnection
            ? new PostgreSqlBulkTarget(unitOfWork, columns)
            : new SqliteBulkTarget(unitOfWork, columns);
        var count = 0;
        await foreach (var batch in rows.Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            Array.ForEach(batch, row => SaveInterceptor.Stamp(row, added: true, context.CurrentTenantId));
            await target.WriteAsync(batch, cancellationToken);
            count += batch.Length;
        }

        await target.CompleteAsync(count, cancellationToken);

        return count;
    }
}
