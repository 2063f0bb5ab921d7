using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>
/// Keeps pieces of a zip as blobs. A blob never changes and a step may be done again by another host, so each attempt has names of its
/// own: what a killed one leaves behind belongs to no export and goes with its folder.
/// </summary>
internal sealed class ExportPieces(TenancyDbContext db, IBlobContainer blobs) : IScopedDependency
{
    /// <summary>Writes a piece; <see cref="Append"/> makes it part of the zip.</summary>
    public async Task<(string Blob, long Length)> WriteAsync(CompanyExport export, Func<ZipPieceWriter, Task> write, CancellationToken cancellationToken)
    {
        var (blob, length) = ($"{export.BlobFolder}/{Guid.CreateVersion7():N}", 0L);
        await blobs.SaveAsync(
            blob,
            async stream =>
            {
                var piece = new ZipPieceWriter(stream, export.StartedAt);
                await write(piece);
                length = piece.Length;
            },
            cancellationToken);
        return (blob, length);
    }

    /// <returns>Where the piece begins in the zip.</returns>
    public long Append(CompanyExport export, (string Blob, long Length) written)
    {
        if (written.Length == 0)
            return export.Size;
        return db.ExportPieces.Add(export.Append(written.Blob, written.Length)).Entity.Offset;
    }
}
