using System.IO.Hashing;
using System.Security.Cryptography;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Contents of documents among the blobs.</summary>
internal sealed class DocumentContents(IBlobContainer blobs) : IScopedDependency
{
    private const int BufferLength = 80 * 1024;
    private const string BlobExists = "Platform:BlobExists";

    /// <summary>Reads the whole content once.</summary>
    public static async Task<DocumentContent> DescribeAsync(Stream content, CancellationToken cancellationToken)
    {
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
    public async Task WriteAsync(string name, Func<Stream> open, CancellationToken cancellationToken)
    {
        if (await ExistsAsync(name, cancellationToken))
            return;
        try
        {
            await blobs.SaveAsync(
                name,
                async file =>
                {
                    await using var content = open();
                    await content.CopyToAsync(file, cancellationToken);
                },
                cancellationToken);
        }
        catch (BusinessException e) when (e.Code == BlobExists)
        {
            // Somebody else brought the same content meanwhile.
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
}
