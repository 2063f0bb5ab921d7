using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Tenancy;

/// <summary>Last step: the manifest, the checksums and the zip's directory.</summary>
internal sealed class ExportClosing(
    TenancyDbContext db, ExportPieces pieces, ExportManifest manifest, INotificationPublisher notifications, TimeProvider clock) : IScopedDependency
{
    private const string SumsName = "manifest.sha256";

    public async Task RunAsync(CompanyExport export, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var offset = export.Size;
        var piece = await pieces.WriteAsync(
            export,
            async zip =>
            {
                var made = await zip.AddAsync(ExportManifest.Name, CompressionLevel.Fastest, target => manifest.WriteAsync(export, now, Written(export.Id), Gone(export.Id), target, cancellationToken));
                var sums = await zip.AddAsync(SumsName, CompressionLevel.Fastest, target => WriteSumsAsync(export.Id, made, target, cancellationToken));
                var last = new[] { made, sums }.Select(e => e with { Offset = e.Offset + offset });
                await zip.FinishAsync(Written(export.Id).OrderBy(f => f.Offset).AsAsyncEnumerable().Select(Entry).Concat(last.ToAsyncEnumerable()), offset);
            },
            cancellationToken);
        pieces.Append(export, piece);
        export.Finish(now);
        if (export.StartedBy is { } person)
            await notifications.PublishToUserAsync(person, new NotificationDto("Tenancy.Notification.ExportDone", null, NotificationSeverity.Success, "settings/export", $"Tenancy.Export.{export.Id:N}"), cancellationToken);
    }

    // GNU coreutils: hash, two spaces, path. Safe names need none of its escapes.
    private async Task WriteSumsAsync(Guid id, ZipEntry made, Stream target, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        await foreach (var file in Written(id).OrderBy(f => f.Offset).AsAsyncEnumerable().WithCancellation(cancellationToken))
            await writer.WriteAsync($"{file.Sha256}  {file.Path}\n".AsMemory(), cancellationToken);
        await writer.WriteAsync($"{made.Sha256}  {made.Path}\n".AsMemory(), cancellationToken);
    }

    private IQueryable<CompanyExportFile> Written(Guid id) => db.ExportFiles.AsNoTracking().Where(f => f.ExportId == id && f.Sha256 != null);

    private IQueryable<CompanyExportFile> Gone(Guid id) => db.ExportFiles.AsNoTracking().Where(f => f.ExportId == id && f.Sha256 == null);

    private static ZipEntry Entry(CompanyExportFile file) => new(file.Path, file.Size, file.Compressed, file.Crc32, file.Sha256!, file.Offset);
}
