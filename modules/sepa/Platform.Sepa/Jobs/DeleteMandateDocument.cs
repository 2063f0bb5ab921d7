using Platform.Kernel;

namespace Platform.Sepa;

internal sealed record DeleteMandateDocumentArgs(string BlobName);

/// <summary>Removes the bytes of a signed paper once its removal is committed.</summary>
internal sealed class DeleteMandateDocumentJob(IBlobContainer blobs) : IBackgroundJob<DeleteMandateDocumentArgs>
{
    public Task ExecuteAsync(DeleteMandateDocumentArgs args, CancellationToken cancellationToken) => blobs.DeleteAsync(args.BlobName, cancellationToken);
}
