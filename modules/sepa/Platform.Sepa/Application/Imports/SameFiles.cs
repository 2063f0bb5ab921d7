using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Notices that the very same file was imported before.</summary>
internal sealed class SameFiles(SepaDbContext db) : IScopedDependency
{
    public async Task NoticeAsync(ImportBatch batch, CancellationToken cancellationToken)
    {
        var earlier = await db.ImportBatches
            .Where(b => b.Sha256 == batch.Sha256 && b.Kind == batch.Kind && b.Status == ImportStatus.Confirmed && b.Id != batch.Id)
            .OrderBy(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(cancellationToken);
        batch.SetDuplicateOf(earlier);
    }
}
