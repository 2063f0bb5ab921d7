using Platform.Kernel;

namespace Platform.Accounting;

internal sealed record DeleteUploadChunksArgs(IReadOnlyList<string> Names);

/// <summary>Removes the chunks of an upload once its end is committed.</summary>
internal sealed class DeleteUploadChunksJob(UploadChunks chunks) : IBackgroundJob<DeleteUploadChunksArgs>
{
    public Task ExecuteAsync(DeleteUploadChunksArgs args, CancellationToken cancellationToken) => chunks.DeleteAsync(args.Names, cancellationToken);
}
