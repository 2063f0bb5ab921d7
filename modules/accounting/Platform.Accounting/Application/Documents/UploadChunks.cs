using System.Buffers;
using System.IO.Hashing;
using System.Security.Cryptography;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Chunks of uploads among the blobs, and the contents that they become.</summary>
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

    /// <summary>Reads the whole content once.</summary>
    public async Task<DocumentContent> DescribeAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        await using var content = Open(upload);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (crc, size, buffer) = (new Crc32(), 0L, new byte[BufferLength]);
        var mediaType = MediaTypes.Unknown;
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)) > 0)
        {
            if (size == 0)
                mediaType = MediaTypes.Of(buffer.AsSpan(0, Math.Min(read, MediaTypes.HeadLength)));
            sha.AppendData(buffer, 0, read);
            crc.Append(buffer.AsSpan(0, read));
            size += read;
        }

        return new DocumentContent(mediaType, size, Convert.ToHexStringLower(sha.GetHashAndReset()), crc.GetCurrentHashAsUInt32());
    }

    /// <summary>Writes the content under its own name, where nobody has done so yet.</summary>
    public async Task JoinAsync(DocumentUpload upload, string name, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(name, cancellationToken))
            return;
        try
        {
            await blobs.SaveAsync(
                name,
                async file =>
                {
                    await using var content = Open(upload);
                    await content.CopyToAsync(file, cancellationToken);
                },
                cancellationToken);
        }
        catch (BusinessException e) when (e.Code == BlobExists)
        {
            // Somebody else completed the same content meanwhile.
        }
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(name, cancellationToken);
            return true;
        }
        catch (EntityNotFoundException)
        {
            return false;
        }
    }

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
