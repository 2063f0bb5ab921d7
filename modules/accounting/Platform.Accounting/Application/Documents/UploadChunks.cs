using System.Buffers;
using System.Security.Cryptography;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Chunks of uploads among the blobs.</summary>
internal sealed class UploadChunks(IBlobContainer blobs) : IScopedDependency
{
    private const int BufferLength = 80 * 1024;
    private const string BlobExists = "Platform:BlobExists";

    /// <summary>
    /// Keeps the next chunk. A blob of that name is left from a call that ended before it was recorded: it is taken where it is the same.
    /// </summary>
    /// <exception cref="InputException">Accounting:UploadChunkSize, Accounting:UploadChanged.</exception>
    public async Task SaveAsync(DocumentUpload upload, Stream content, CancellationToken cancellationToken)
    {
        var name = upload.ChunkName(upload.Received);
        byte[]? written = null;
        try
        {
            await blobs.SaveAsync(name, async file => written = await CopyAsync(content, file, upload.NextLength, cancellationToken), cancellationToken);
        }
        catch (BusinessException e) when (e.Code == BlobExists && written is not null)
        {
            await using var kept = await blobs.OpenReadAsync(name, cancellationToken);
            var hash = await SHA256.HashDataAsync(kept, cancellationToken);
            if (!hash.AsSpan().SequenceEqual(written))
                throw new InputException(new FieldError("content", AccountingErrorCodes.UploadChanged));
        }
    }

    public Stream Open(DocumentUpload upload) => new JoinedStream(blobs, upload.ChunkNames);

    public async Task DeleteAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        foreach (var name in names)
            await blobs.DeleteAsync(name, cancellationToken);
    }

    /// <returns>The SHA-256 of exactly so many bytes.</returns>
    private static async Task<byte[]> CopyAsync(Stream content, Stream file, int length, CancellationToken cancellationToken)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferLength);
        try
        {
            var (total, read) = (0L, 0);
            while (total <= length && (read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                sha.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                total += read;
            }

            return total == length ? sha.GetHashAndReset() : throw new InputException(new FieldError("content", AccountingErrorCodes.UploadChunkSize, $"{total}"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
