using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class LegacyImportAppService(
    IdentityDbContext context, LegacyPlanner planner, LegacyImporter importer, LegacyReport report, LegacyReminders reminders, ITenantStore tenants,
    IPermissionChecker checker, IFreshProof proof, IUnitOfWork unitOfWork, ICurrentTenant tenant) : ILegacyImportAppService
{
    private const int MostErrors = 500;

    public async Task<LegacyImportDto> CheckAsync(Stream csv, CancellationToken cancellationToken = default)
    {
        await CheckPermissionAsync(cancellationToken);
        return await ReadAsync(csv, store: false, digest: null, cancellationToken);
    }

    public async Task<LegacyImportDto> ImportAsync(Stream csv, string? digest, CancellationToken cancellationToken = default)
    {
        await CheckPermissionAsync(cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var result = await ReadAsync(csv, store: true, digest, cancellationToken);
        return result.Errors.Count == 0 ? result : throw new InputException(result.Errors);
    }

    public async Task<IReadOnlyList<LegacyProgressDto>> GetProgressAsync(LegacyProgressInput input, CancellationToken cancellationToken = default)
    {
        await CheckPermissionAsync(cancellationToken);
        return await report.GetAsync(input, cancellationToken);
    }

    public async Task WriteReportAsync(LegacyProgressInput input, Stream output, CancellationToken cancellationToken = default)
    {
        await CheckPermissionAsync(cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await report.WriteAsync(input, output, cancellationToken);
    }

    public async Task<int> RemindAsync(Guid companyId, CancellationToken cancellationToken = default)
    {
        await CheckPermissionAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        using var current = tenant.Change(await tenants.FindByIdAsync(companyId, cancellationToken) ?? throw new EntityNotFoundException());
        return await reminders.SendAsync(await context.LegacyAccounts.ToListAsync(cancellationToken), cancellationToken);
    }

    private Task CheckPermissionAsync(CancellationToken cancellationToken) => checker.CheckAsync(IdentityPermissions.LegacyAccounts.Import, cancellationToken);

    private async Task<LegacyImportDto> ReadAsync(Stream csv, bool store, string? digest, CancellationToken cancellationToken)
    {
        var (rows, errors, found) = await LegacyCsv.ReadAsync(csv, cancellationToken);
        if (digest is { Length: > 0 } && digest != found)
            throw new BusinessException(IdentityErrorCodes.LegacyFileChanged);
        IReadOnlyList<LegacyPlan> plans = [];
        if (errors.Count == 0)
            (plans, errors) = await planner.PlanAsync(rows, cancellationToken);
        if (errors.Count > 0)
            return new LegacyImportDto(rows.Count, 0, 0, 0, [.. errors.Take(MostErrors)], found);
        var (added, updated, unchanged) = await importer.ApplyAsync(plans, store, cancellationToken);
        return new LegacyImportDto(rows.Count, added, updated, unchanged, [], found);
    }
}
