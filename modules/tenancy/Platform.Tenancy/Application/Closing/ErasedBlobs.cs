using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Erases the blobs of the current company but those that retained rows name.</summary>
internal sealed class ErasedBlobs(ITenantTables tables, ExportSource source, IBlobContainer blobs) : IScopedDependency
{
    private const int AtOnce = 500;
    private const int RowsAtOnce = 1000;
    private HashSet<string>? _retained;

    /// <returns>How many were erased; 0 when none is left.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var retained = _retained ??= await FindRetainedAsync(cancellationToken);
        var names = await blobs.ListAsync("", cancellationToken).Where(n => !retained.Contains(n)).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var name in names)
            await blobs.DeleteAsync(name, cancellationToken);
        return names.Count;
    }

    private async Task<HashSet<string>> FindRetainedAsync(CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables.Retained.Where(t => t.File is not null))
        {
            await foreach (var row in source.ReadAllAsync(table, RowsAtOnce, cancellationToken).WithCancellation(cancellationToken))
            {
                if (ExportPaths.FileOf(table, row, 1) is { } file)
                    found.Add(file.Blob);
            }
        }

        return found;
    }
}
