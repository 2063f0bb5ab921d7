using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed record DeleteExportBlobsArgs(Guid ExportId);

/// <summary>Removes the bytes of an export once its removal is committed.</summary>
[CallsOut]
internal sealed class DeleteExportBlobsJob(ExportRemoval removal) : IBackgroundJob<DeleteExportBlobsArgs>
{
    public Task ExecuteAsync(DeleteExportBlobsArgs args, CancellationToken cancellationToken) => removal.DeleteBlobsAsync(args.ExportId, cancellationToken);
}
