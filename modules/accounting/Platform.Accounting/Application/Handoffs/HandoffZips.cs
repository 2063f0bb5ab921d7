using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>The zips of the current company's handoffs, and who took them.</summary>
internal sealed class HandoffZips(
    AccountingDbContext db, IBlobContainer blobs, ICurrentTenant tenant, ICurrentUser user, IAuditLog audit, TimeProvider clock, ILogger<HandoffZips> logger) : IScopedDependency
{
    // Raised when the same handoff would give other bytes.
    private const int LayoutVersion = 1;
    private static readonly TimeSpan Resumable = TimeSpan.FromDays(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<Handoff> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Handoffs.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancellationToken) ?? throw new EntityNotFoundException();

    /// <summary>Whether it begins a download: not what asks for the length only, nor what goes on with a download that is known.</summary>
    public async Task<bool> IsStartAsync(Handoff handoff, Guid? linkId, HandoffZipRequest request, CancellationToken cancellationToken)
    {
        if (request.IsHead)
            return false;
        if (request.From is null or 0 || (request.IfRange is { } tag && tag != EntityTag(handoff)))
            return true;
        var (who, address, device, since) = (user.Id, user.Info.ClientAddress, user.Info.Device, Now - Resumable);
        return !await db.HandoffDownloads.AnyAsync(
            d => d.HandoffId == handoff.Id && d.LinkId == linkId && d.UserId == who && d.ClientAddress == address && d.Device == device && d.At >= since, cancellationToken);
    }

    /// <summary>Saved at once: at the end of a stranger's request no company is current any more.</summary>
    public Task RecordAsync(Handoff handoff, Guid? linkId, CancellationToken cancellationToken)
    {
        var who = user.Info;
        db.HandoffDownloads.Add(new HandoffDownload
        {
            HandoffId = handoff.Id,
            LinkId = linkId,
            At = Now,
            UserId = who.Id,
            UserName = who.Name,
            ClientAddress = who.ClientAddress,
            Device = who.Device,
        });
        audit.Add("Accounting.Handoff.Downloaded", nameof(Handoff), $"{handoff.Id}", new AuditChange(nameof(handoff.Number), null, $"{handoff.Number}"), new AuditChange("Link", null, $"{linkId}"));
        return db.SaveChangesAsync(cancellationToken);
    }

    public async Task<HandoffZip> OpenAsync(Handoff handoff, CancellationToken cancellationToken)
    {
        var items = await db.HandoffItems.AsNoTracking().Where(i => i.HandoffId == handoff.Id).OrderBy(i => i.Position)
            .Select(i => new HandoffFile(i.Name, i.Size, (uint)i.Crc32, i.DocumentId, i.BlobName)).ToListAsync(cancellationToken);
        var company = tenant.Tenant ?? throw new InvalidOperationException("No current company.");
        var contents = new HandoffContents(handoff.Id, items, blobs, tenant, company.Id, logger);
        var layout = new ZipLayout([.. items.Select(i => new ZipItem(i.Name, i.Size, i.Crc32))], handoff.MadeAt);
        var name = string.Create(CultureInfo.InvariantCulture, $"{company.Slug}-documents-{handoff.Number:000}-{handoff.MadeAt:yyyy-MM-dd}.zip");
        return new HandoffZip(name, EntityTag(handoff), handoff.MadeAt, new ZipStream(layout, contents));
    }

    private static string EntityTag(Handoff handoff) => $"\"{handoff.Id:N}.{LayoutVersion}\"";
}

/// <summary>A file of a handoff, as its zip needs it.</summary>
internal sealed record HandoffFile(string Name, long Size, uint Crc32, Guid? DocumentId, string BlobName);

/// <summary>Reads documents while the answer is sent: by then no company is current.</summary>
internal sealed class HandoffContents(Guid handoffId, IReadOnlyList<HandoffFile> files, IBlobContainer blobs, ICurrentTenant tenant, Guid companyId, ILogger logger) : IZipContents
{
    public async Task<Stream> OpenAsync(int index, CancellationToken cancellationToken)
    {
        using var company = tenant.Change(companyId);
        try
        {
            return await blobs.OpenReadAsync(files[index].BlobName, cancellationToken);
        }
        catch (EntityNotFoundException)
        {
            throw new ZipDamagedException("is missing");
        }
    }

    public void Damaged(int index, string what) =>
        logger.LogError("Handoff {Handoff} breaks off at document {Document}: its content {What}", handoffId, files[index].DocumentId, what);
}
