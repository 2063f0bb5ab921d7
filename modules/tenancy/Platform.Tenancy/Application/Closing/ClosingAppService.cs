using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class ClosingAppService(
    TenancyDbContext db, ClosingReader reader, ClosingEnds ends, ClosingNews news, ClosingOptions options, ICurrentTenant tenant, IPermissionChecker permissions, IFreshProof proof,
    IUnitOfWork unitOfWork, TimeProvider clock) : IClosingAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ClosingDto> GetAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Company.Close, cancellationToken);
        return await reader.ReadAsync(await LoadAsync(cancellationToken), cancellationToken);
    }

    public async Task<ClosingDto> CloseAsync(CloseCompanyDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Company.Close, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var company = await LoadAsync(cancellationToken);
        await CheckAsync(company, input, cancellationToken);
        await ends.EndAsync(company, cancellationToken);
        company.Close(Now, options.Days);
        await db.SaveChangesAsync(cancellationToken);
        await news.TellAsync(company, "Closed", cancellationToken);
        return await reader.ReadAsync(company, cancellationToken);
    }

    public async Task TakeBackAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(TenancyPermissions.Company.Close, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var company = await LoadAsync(cancellationToken);
        company.TakeBackClosing();
        await db.SaveChangesAsync(cancellationToken);
        await news.TellAsync(company, "ClosingTakenBack", cancellationToken);
    }

    private async Task CheckAsync(Company company, CloseCompanyDto input, CancellationToken cancellationToken)
    {
        if (company.ClosedAt is not null)
            throw new BusinessException(TenancyErrorCodes.ClosingDone);
        if (reader.IsOperator(company))
            throw new BusinessException(TenancyErrorCodes.ClosingOperator);
        if (await reader.FindExportAsync(Now, cancellationToken) is null)
            throw new BusinessException(TenancyErrorCodes.ClosingExport);
        if (await reader.FindObstaclesAsync(cancellationToken) is { Count: > 0 } obstacles)
            throw new BusinessException(TenancyErrorCodes.ClosingStopped).WithData("reasons", string.Join(" ", obstacles.Select(o => $"{o.Place}: {o.Reason}")));
        if (input.Name?.Trim() != company.Name)
            throw new InputException(new FieldError(nameof(input.Name), TenancyErrorCodes.ClosingName, company.Name));
    }

    private async Task<Company> LoadAsync(CancellationToken cancellationToken) =>
        await db.Companies.SingleOrDefaultAsync(c => c.Id == tenant.Id, cancellationToken) ?? throw new EntityNotFoundException();
}
