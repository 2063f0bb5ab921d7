using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Removes what nobody waits for any more in the current company.</summary>
internal sealed class DocumentCleanup(AccountingDbContext db, IBlobContainer blobs, UploadChunks chunks, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    private const int AtOnce = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var abandoned = now - DocumentUpload.Lasts;
        await db.DocumentUploads.Where(u => u.ChangedAt <= abandoned).ExecuteDeleteAsync(cancellationToken);
        var (refused, received) = (now - RefusedSender.Kept, now - ReceivedMail.Kept);
        await db.RefusedSenders.Where(s => s.LastAt <= refused).ExecuteDeleteAsync(cancellationToken);
        await db.ReceivedMails.Where(m => m.ReceivedAt <= received).ExecuteDeleteAsync(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        await RemoveOrphansAsync(cancellationToken);
        await EmptyTrashAsync(now.AddDays(-DocumentLimits.TrashDays), cancellationToken);
    }

    // Listed first: an upload has its row before its first chunk, so every chunk that is wanted is known afterwards.
    private async Task RemoveOrphansAsync(CancellationToken cancellationToken)
    {
        var names = await blobs.ListAsync(DocumentUpload.Folder, cancellationToken).ToListAsync(cancellationToken);
        foreach (var some in names.GroupBy(DocumentUpload.IdOf).Chunk(AtOnce))
        {
            var ids = some.Where(g => g.Key is not null).Select(g => g.Key!.Value).ToList();
            var known = await db.DocumentUploads.Where(u => ids.Contains(u.Id)).Select(u => u.Id).ToListAsync(cancellationToken);
            await chunks.DeleteAsync(some.Where(g => g.Key is not { } id || !known.Contains(id)).SelectMany(g => g), cancellationToken);
        }
    }

    private async Task EmptyTrashAsync(DateTime before, CancellationToken cancellationToken)
    {
        var ids = await db.Documents.Where(d => d.TrashedAt <= before && d.State == DocumentState.New).Select(d => d.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            if (await db.Documents.SingleOrDefaultAsync(d => d.Id == id && d.TrashedAt <= before && d.State == DocumentState.New, cancellationToken) is { } document)
                await RemoveAsync(document, cancellationToken);
        }
    }

    // The row goes first: whoever completes an upload of the same content waits for it, and then sees whether the content is there.
    private async Task RemoveAsync(Document document, CancellationToken cancellationToken)
    {
        db.Documents.Remove(document);
        await db.SaveChangesAsync(cancellationToken);
        if (!await db.Documents.AnyAsync(d => d.Sha256 == document.Sha256, cancellationToken))
            await blobs.DeleteAsync(document.BlobName, cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }
}
