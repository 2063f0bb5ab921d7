using System.Runtime.CompilerServices;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>One of the files of records: a table, or what a module reads for it. In an order that never changes while the host runs.</summary>
/// <param name="Module">Folder.</param>
/// <param name="Name">File name without extension.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Table">Null for what a module reads itself.</param>
/// <param name="Records">That module.</param>
internal sealed record ExportRecordFile(string Module, string Name, IReadOnlyList<string> Columns, TenantTable? Table, IExportedRecords? Records);

/// <summary>What the current company owns, in all modules.</summary>
internal sealed class ExportSource(ITenantTables tables, IEnumerable<IExportedRecords> records) : IScopedDependency
{
    public IReadOnlyList<ExportRecordFile> Files { get; } =
    [
        .. tables.All.Select(t => new ExportRecordFile(t.Module, t.Name, t.Columns, t, null))
            .Concat(records.Select(r => new ExportRecordFile(r.File.Module, r.File.Name, r.Columns, null, r)))
            .OrderBy(f => f.Module, StringComparer.Ordinal).ThenBy(f => f.Name, StringComparer.Ordinal),
    ];

    public IEnumerable<TenantTable> TablesWithFiles => tables.All.Where(t => t.File is not null);

    public IReadOnlyList<LeftOut> LeftOut => tables.LeftOut;

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var table in tables.All)
            count += await tables.CountAsync(table, cancellationToken);
        return count;
    }

    public async IAsyncEnumerable<object?[]> ReadAsync(ExportRecordFile file, string? after, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = file.Table is { } table
            ? tables.ReadAsync(table, after, limit, cancellationToken)
            : (await file.Records!.ReadAsync(cancellationToken)).ToAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return row;
    }

    /// <summary>All rows of a table, a page in memory at a time, so that others may use the connection in between.</summary>
    public async IAsyncEnumerable<object?[]> ReadAllAsync(TenantTable table, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (string? after = null; ;)
        {
            var page = await tables.ReadAsync(table, after, pageSize, cancellationToken).ToListAsync(cancellationToken);
            foreach (var row in page)
                yield return row;
            if (page.Count < pageSize)
                yield break;
            after = table.CursorOf(page[^1]);
        }
    }
}
