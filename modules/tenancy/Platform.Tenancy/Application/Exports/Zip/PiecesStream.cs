using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>A zip's pieces as one stream that can be sought. Opens the piece that is read, in its company: the request's is over by then.</summary>
internal sealed class PiecesStream(IReadOnlyList<CompanyExportPiece> pieces, IBlobContainer blobs, ICurrentTenant tenant, Guid companyId) : Stream
{
    private Stream? _open;
    private int _index = -1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; } = pieces.Sum(p => p.Length);

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length || buffer.IsEmpty)
            return 0;
        var piece = await OpenAsync(cancellationToken);
        var left = piece.Offset + piece.Length - Position;
        var count = await _open!.ReadAsync(buffer[..(int)Math.Min(buffer.Length, left)], cancellationToken);
        // A download that is cut is noticed; one with a hole is not.
        if (count == 0)
            throw new EndOfStreamException($"A piece of an export ends {left} bytes early.");
        Position += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await base.DisposeAsync();
    }

    private async Task<CompanyExportPiece> OpenAsync(CancellationToken cancellationToken)
    {
        if (_index < 0 || Position < pieces[_index].Offset || Position >= pieces[_index].Offset + pieces[_index].Length)
        {
            await CloseAsync();
            _index = IndexOf(Position);
            using var company = tenant.Change(companyId);
            _open = await blobs.OpenReadAsync(pieces[_index].Blob, cancellationToken);
        }

        if (_open!.Position != Position - pieces[_index].Offset)
            _open.Position = Position - pieces[_index].Offset;
        return pieces[_index];
    }

    private int IndexOf(long position)
    {
        var (low, high) = (0, pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = pieces[middle].Offset <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private async Task CloseAsync()
    {
        if (_open is { } former)
        {
            (_open, _index) = (null, -1);
            await former.DisposeAsync();
        }
    }
}
