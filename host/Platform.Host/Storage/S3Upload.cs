using Amazon.S3;
using Amazon.S3.Model;

namespace Platform.Host.Storage;

/// <summary>Puts a file into the bucket, in one request or in parts, where there is none of its key.</summary>
internal sealed class S3Upload(IAmazonS3 s3, string bucket)
{
    private const long SmallestPart = 16L * 1024 * 1024;

    /// <summary>Of one object, less what rounding takes (Amazon S3 multipart upload limits: 10,000).</summary>
    private const int MostParts = 9_000;

    private const string Nothing = "*";

    public Task RunAsync(string key, Stream file, CancellationToken cancellationToken) =>
        file.Length <= SmallestPart ? PutAsync(key, file, cancellationToken) : PutInPartsAsync(key, file, cancellationToken);

    private Task PutAsync(string key, Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        return s3.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = key, InputStream = file, AutoCloseStream = false, UseChunkEncoding = false, IfNoneMatch = Nothing }, cancellationToken);
    }

    private async Task PutInPartsAsync(string key, Stream file, CancellationToken cancellationToken)
    {
        var upload = (await s3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = bucket, Key = key }, cancellationToken)).UploadId;
        try
        {
            var parts = await SendAsync(key, upload, file, cancellationToken);
            await s3.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload, PartETags = parts, IfNoneMatch = Nothing }, cancellationToken);
        }
        catch
        {
            // Parts that nobody puts together cost money until they are removed.
            await s3.AbortMultipartUploadAsync(new AbortMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = upload }, CancellationToken.None);
            throw;
        }
    }

    private async Task<List<PartETag>> SendAsync(string key, string upload, Stream file, CancellationToken cancellationToken)
    {
        var (parts, size) = (new List<PartETag>(), Math.Max(SmallestPart, file.Length / MostParts));
        for (var offset = 0L; offset < file.Length; offset += size)
        {
            file.Position = offset;
            var sent = await s3.UploadPartAsync(
                new UploadPartRequest
                {
                    BucketName = bucket,
                    Key = key,
                    UploadId = upload,
                    PartNumber = parts.Count + 1,
                    PartSize = Math.Min(size, file.Length - offset),
                    InputStream = file,
                    UseChunkEncoding = false,
                },
                cancellationToken);
            parts.Add(new PartETag(parts.Count + 1, sent.ETag));
        }

        return parts;
    }
}
