using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>First step: which blobs there are and what they will be called. Begins anew where it was broken off.</summary>
internal sealed class ExportPlanning(TenancyDbContext db, ExportSource source, IBlobContainer blobs, IUnitOfWork unitOfWork) : IScopedDependency
{
    private const int AtOnce = 500;
    private long _number;

    public async Task RunAsync(CompanyExport export, CancellationToken cancellationToken)
    {
        await db.ExportFiles.Where(f => f.ExportId == export.Id).ExecuteDeleteAsync(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        foreach (var table in source.TablesWithFiles)
        {
            await foreach (var rows in source.ReadAllAsync(table, AtOnce, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
                await KeepAsync(export, rows.Select(r => ExportPaths.FileOf(table, r, _number + 1) is { } file ? Made(export, file.Blob, file.Path) : null), cancellationToken);
        }

        // What is being written now belongs to no record yet, and exports do not hold exports.
        await foreach (var names in blobs.ListAsync("", cancellationToken).Where(n => !n.StartsWith($"{CompanyExport.Folder}/", StringComparison.Ordinal) && !n.EndsWith(".tmp", StringComparison.Ordinal))
            .Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            var known = await db.ExportFiles.Where(f => f.ExportId == export.Id && names.Contains(f.Blob)).Select(f => f.Blob!).ToListAsync(cancellationToken);
            await KeepAsync(export, names.Except(known).Select(n => Made(export, n, ExportPaths.Other(n))), cancellationToken);
        }

        export.Plan(await source.CountAsync(cancellationToken), _number);
    }

    private CompanyExportFile Made(CompanyExport export, string blob, string path) => new() { ExportId = export.Id, Number = ++_number, Blob = blob, Path = path };

    private async Task KeepAsync(CompanyExport export, IEnumerable<CompanyExportFile?> files, CancellationToken cancellationToken)
    {
        await db.BulkInsertAsync(files.OfType<CompanyExportFile>().ToAsyncEnumerable(), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
