using Platform.Kernel;

namespace Platform.Sepa;

internal sealed record DeleteImportFileArgs(string BlobName);

/// <summary>Removes the file of a discarded import once the discarding is committed.</summary>
internal sealed class DeleteImportFileJob(IBlobContainer blobs) : IBackgroundJob<DeleteImportFileArgs>
{
    public Task ExecuteAsync(DeleteImportFileArgs args, CancellationToken cancellationToken) => blobs.DeleteAsync(args.BlobName, cancellationToken);
}
