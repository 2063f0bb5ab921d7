using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Platform.Kernel;

namespace Platform.Host.Storage;

/// <summary>An object as a stream that can be sought: reading on goes on with the answer that is open, reading elsewhere asks for another range.</summary>
internal sealed class S3ReadStream(IAmazonS3 s3, string bucket, string key, long length) : Stream
{
    /// <summary>So many bytes are read over rather than asked for anew.</summary>
    private const int NearBy = 64 * 1024;

    private GetObjectResponse? _answer;
    private long _next;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Before the beginning.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
            return 0;
        var content = await ContentAsync(cancellationToken);
        var read = await content.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - _position)], cancellationToken);
        if (read == 0)
            throw new EndOfStreamException($"A blob ends {length - _position} bytes early.");
        _next = _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // Readers of tables and zips know no other way.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Close(disposing);
        base.Dispose(disposing);
    }

    private async Task<Stream> ContentAsync(CancellationToken cancellationToken)
    {
        if (_answer is not null && _position >= _next && _position - _next <= NearBy)
        {
            await SkipAsync(_answer.ResponseStream, cancellationToken);
            return _answer.ResponseStream;
        }

        Close(true);
        var request = new GetObjectRequest { BucketName = bucket, Key = key };
        if (_position > 0)
            request.ByteRange = new ByteRange(_position, length - 1);
        try
        {
            _answer = await s3.GetObjectAsync(request, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            // Removed since it was opened.
            throw new EntityNotFoundException();
        }

        _next = _position;
        return _answer.ResponseStream;
    }

    private async Task SkipAsync(Stream content, CancellationToken cancellationToken)
    {
        var (skipped, left) = (new byte[Math.Min(8 * 1024, _position - _next)], _position - _next);
        for (; left > 0; left = _position - _next)
        {
            var count = (int)Math.Min(skipped.Length, left);
            await content.ReadExactlyAsync(skipped.AsMemory(0, count), cancellationToken);
            _next += count;
        }
    }

    private void Close(bool disposing)
    {
        if (disposing)
            _answer?.Dispose();
        _answer = null;
    }
}
