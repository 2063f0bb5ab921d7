using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Goes on with an export: each step commits what it has written with the place where the next one begins.</summary>
internal sealed class ExportRun(
    TenancyDbContext db, ExportPlanning planning, ExportRecords records, ExportBlobs blobs, ExportClosing closing, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    /// <returns>Whether there is more to do.</returns>
    public async Task<bool> StepAsync(Guid id, CancellationToken cancellationToken)
    {
        // Nothing that an earlier step tracked: an export may be removed at any time.
        db.ChangeTracker.Clear();
        if (await db.Exports.SingleOrDefaultAsync(e => e.Id == id, cancellationToken) is not { IsRunning: true } export)
            return false;
        await (export.Stage switch
        {
            ExportStage.Planning => planning.RunAsync(export, cancellationToken),
            ExportStage.Records => records.RunAsync(export, cancellationToken),
            ExportStage.Files => blobs.RunAsync(export, cancellationToken),
            _ => closing.RunAsync(export, cancellationToken),
        });
        export.Touch(clock.GetUtcNow().UtcDateTime);
        await unitOfWork.CompleteAsync(cancellationToken);
        return export.IsRunning;
    }
}
