using System.Net;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using Platform.Kernel;

namespace Platform.Host.Storage;

/// <summary>
/// Blobs as objects of one bucket, with the company's id in front of their names. What is written goes to a temporary file first: an object
/// appears when it is whole, and only where there is none of its name.
/// </summary>
internal sealed partial class S3BlobContainer(IAmazonS3 s3, S3Options options, ICurrentTenant tenant) : IBlobContainer
{
    private const int BufferSize = 128 * 1024;
    private readonly S3Upload _upload = new(s3, options.Bucket);
    private readonly string _prefix = options.Prefix.Trim('/') is { Length: > 0 } prefix ? $"{prefix}/" : "";

    public async Task SaveAsync(string name, Func<Stream, Task> write, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(name);
        await using var draft = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize, FileOptions.DeleteOnClose);
        await write(draft);
        await draft.FlushAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        // Stores that do not know conditions would overwrite.
        if (await FindLengthAsync(key, cancellationToken) is not null)
            throw Exists(name);
        try
        {
            await _upload.RunAsync(key, draft, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            throw await FindLengthAsync(key, cancellationToken) is null ? e : Exists(name);
        }
    }

    public async Task<Stream> OpenReadAsync(string name, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(name);
        return new S3ReadStream(s3, options.Bucket, key, await FindLengthAsync(key, cancellationToken) ?? throw new EntityNotFoundException());
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) => s3.DeleteObjectAsync(options.Bucket, KeyOf(name), cancellationToken);

    // The company is the one that is current now, not when the names are read.
    public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellationToken = default) =>
        ListAsync(Own(), folder.Length == 0 ? Own() : $"{KeyOf(folder)}/", cancellationToken);

    private async IAsyncEnumerable<string> ListAsync(string own, string below, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = below };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request, cancellationToken);
            foreach (var item in page.S3Objects ?? [])
                yield return item.Key[own.Length..];
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    private async Task<long?> FindLengthAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await s3.GetObjectMetadataAsync(options.Bucket, key, cancellationToken)).ContentLength;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static BusinessException Exists(string name) => new BusinessException("Platform:BlobExists").WithData("name", name);

    private string KeyOf(string name) => SafeName().IsMatch(name) ? Own() + name : throw new BusinessException("Platform:BlobName").WithData("name", name);

    private string Own() => $"{_prefix}{tenant.Id ?? Guid.Empty:N}/";

    // The same names as those of files, so that blobs can move from one to the other.
    [GeneratedRegex(@"^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SafeName();
}
