using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Copies some of the planned blobs into the next piece.</summary>
internal sealed class ExportBlobs(TenancyDbContext db, ExportPieces pieces, IBlobContainer blobs, ILogger<ExportBlobs> logger) : IScopedDependency
{
    private const int MostOfAStep = 200;
    private const long BytesOfAStep = 64 << 20;

    public async Task RunAsync(CompanyExport export, CancellationToken cancellationToken)
    {
        var files = await db.ExportFiles.Where(f => f.ExportId == export.Id && f.Blob != null && f.Number > export.LastCopied)
            .OrderBy(f => f.Number).Take(MostOfAStep).ToListAsync(cancellationToken);
        var written = new List<(CompanyExportFile File, ZipEntry Entry)>();
        var piece = await pieces.WriteAsync(
            export,
            async zip =>
            {
                foreach (var file in files.TakeWhile(_ => zip.Length < BytesOfAStep))
                {
                    if (await CopyAsync(file, zip, cancellationToken) is { } entry)
                        written.Add((file, entry));
                    export.Copied(file.Number);
                }
            },
            cancellationToken);
        var offset = pieces.Append(export, piece);
        written.ForEach(w => w.File.Wrote(w.Entry, offset));
        if (files.Count == 0)
            export.FilesAreDone();
    }

    // Removed since it was planned: the manifest names it.
    private async Task<ZipEntry?> CopyAsync(CompanyExportFile file, ZipPieceWriter zip, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await blobs.OpenReadAsync(file.Blob!, cancellationToken);
            return await zip.AddAsync(file.Path, CompressionLevel.Fastest, target => content.CopyToAsync(target, cancellationToken));
        }
        catch (EntityNotFoundException)
        {
            logger.LogWarning("Export {Export} goes on without file {Number}: its content is gone", file.ExportId, file.Number);
            return null;
        }
    }
}
