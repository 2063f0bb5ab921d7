using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Removes exports of the current company, with their bytes once that is committed.</summary>
internal sealed class ExportRemoval(TenancyDbContext db, IBlobContainer blobs, IBackgroundJobManager jobs, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public async Task RemoveAsync(CompanyExport export, CancellationToken cancellationToken)
    {
        db.Exports.Remove(export);
        audit.Add("Tenancy.Export.Removed", nameof(CompanyExport), $"{export.Id}");
        await db.SaveChangesAsync(cancellationToken);
        await jobs.EnqueueAsync(new DeleteExportBlobsArgs(export.Id), cancellationToken: cancellationToken);
    }

    /// <summary>What is too old, what nobody goes on with, and bytes that belong to no export.</summary>
    public async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Listed first: an export has its row before its first blob.
        var folders = await blobs.ListAsync(CompanyExport.Folder, cancellationToken).Select(IdOf).Distinct().ToListAsync(cancellationToken);
        foreach (var export in await db.Exports.ToListAsync(cancellationToken))
        {
            folders.Remove(export.Id);
            if (export.ExpiresAt <= now)
                await RemoveAsync(export, cancellationToken);
            else if (export.IsGivenUp(now))
                export.Fail(now);
        }

        await unitOfWork.CompleteAsync(cancellationToken);
        foreach (var id in folders.OfType<Guid>())
            await DeleteBlobsAsync(id, cancellationToken);
    }

    public async Task DeleteBlobsAsync(Guid id, CancellationToken cancellationToken)
    {
        await foreach (var name in blobs.ListAsync(CompanyExport.FolderOf(id), cancellationToken).WithCancellation(cancellationToken))
            await blobs.DeleteAsync(name, cancellationToken);
    }

    private static Guid? IdOf(string blob) => Guid.TryParseExact(blob.Split('/')[1], "N", out var id) ? id : null;
}
