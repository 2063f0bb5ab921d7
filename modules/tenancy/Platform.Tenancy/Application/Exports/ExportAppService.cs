using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class ExportAppService(
    TenancyDbContext db, IBlobContainer blobs, IBackgroundJobManager jobs, ExportRemoval removal, ICurrentTenant tenant, ICurrentUser user, IPermissionChecker permissions,
    IFreshProof proof, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : IExportAppService
{
    private const int MostShown = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ExportDto> StartAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Exports, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var export = await db.Exports.SingleOrDefaultAsync(e => e.FinishedAt == null, cancellationToken);
        var goesOn = export?.IsStalled(Now) ?? true;
        if (export is null)
        {
            export = db.Exports.Add(new CompanyExport(user.Id, user.Info.Name, Now)).Entity;
            await db.SaveChangesAsync(cancellationToken);
            audit.Add("Tenancy.Export.Started", nameof(CompanyExport), $"{export.Id}");
        }

        // One whose job was given up goes on where it stopped.
        if (goesOn)
            await jobs.EnqueueAsync(new ContinueExportArgs(export.Id), cancellationToken: cancellationToken);
        return export.ToDto();
    }

    public async Task<IReadOnlyList<ExportDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Exports, cancellationToken);
        var all = await db.Exports.AsNoTracking().OrderByDescending(e => e.StartedAt).Take(MostShown).ToListAsync(cancellationToken);
        return all.ConvertAll(e => e.ToDto());
    }

    public async Task<ExportDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Exports, cancellationToken);
        return (await LoadAsync(id, cancellationToken)).ToDto();
    }

    public async Task<ExportDownload> DownloadAsync(Guid id, long? from, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Exports, cancellationToken);
        var export = await LoadAsync(id, cancellationToken);
        if (export.Stage != ExportStage.Done)
            throw new EntityNotFoundException();
        await proof.RequireAsync(cancellationToken);
        var pieces = await db.ExportPieces.AsNoTracking().Where(p => p.ExportId == id).OrderBy(p => p.Offset).ToListAsync(cancellationToken);
        audit.Add("Tenancy.Export.Downloaded", nameof(CompanyExport), $"{id}", new AuditChange("FromByte", null, (from ?? 0).ToString(CultureInfo.InvariantCulture)));
        var company = tenant.Tenant ?? throw new InvalidOperationException("No company is current.");
        var name = string.Create(CultureInfo.InvariantCulture, $"{company.Slug}-export-{export.StartedAt:yyyy-MM-dd}.zip");
        return new ExportDownload(name, $"\"{id:N}\"", export.FinishedAt!.Value, new PiecesStream(pieces, blobs, tenant, company.Id));
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Exports, cancellationToken);
        await removal.RemoveAsync(await LoadAsync(id, cancellationToken), cancellationToken);
    }

    private async Task<CompanyExport> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Exports.SingleOrDefaultAsync(e => e.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
}
