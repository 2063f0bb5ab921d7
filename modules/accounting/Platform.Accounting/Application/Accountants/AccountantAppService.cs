using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

internal sealed class AccountantAppService(
    AccountingDbContext context, IEngagementAppService engagements, ICompanyDirectory companies, ICurrentTenant tenant, IPermissionChecker permissions, IUnitOfWork unitOfWork,
    TimeProvider clock) : IAccountantAppService
{
    public async Task<AccountantsDto> GetAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Accountant.Default, cancellationToken);
        var all = await context.Accountants.AsNoTracking().OrderByDescending(a => a.Since).ThenByDescending(a => a.Id).Take(50).ToListAsync(cancellationToken);
        return new AccountantsDto(
            all.Where(a => a.EndedAt is null).Select(ToDto).FirstOrDefault(), await FindAskedAsync(cancellationToken), [.. all.Where(a => a.EndedAt is not null).Select(ToDto)]);
    }

    public async Task<IReadOnlyList<FirmDto>> FindFirmsAsync(string? search, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Accountant.Edit, cancellationToken);
        return await engagements.FindFirmsAsync(AccountingEngagement.Name, search, cancellationToken);
    }

    public async Task RequestFirmAsync(Guid firmId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Accountant.Edit, cancellationToken);
        await engagements.RequestAsync(new RequestEngagementDto(AccountingEngagement.Name, firmId), cancellationToken);
    }

    public async Task SetContactAsync(AccountantContactDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Accountant.Edit, cancellationToken);
        var company = await companies.FindAsync(tenant.Id ?? Guid.Empty, cancellationToken) ?? throw new EntityNotFoundException();
        var contact = AccountantContact.Read(input, company.Language ?? CompanyLanguages.All[0]);
        await unitOfWork.BeginAsync(cancellationToken);
        await EndFirmsAsync(cancellationToken);
        var current = await FindCurrentAsync(cancellationToken);
        // Another address is another person; a name or number that changed is the same one.
        if (current is not null && !string.Equals(current.Email, contact.Email, StringComparison.OrdinalIgnoreCase))
        {
            current.EndedAt = clock.GetUtcNow().UtcDateTime;
            await context.SaveChangesAsync(cancellationToken);
            current = null;
        }

        current ??= context.Accountants.Add(new Accountant { Since = clock.GetUtcNow().UtcDateTime }).Entity;
        (current.Name, current.Email, current.Phone, current.Language) = (contact.Name, contact.Email, contact.Phone, contact.Language);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task EndAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Accountant.Edit, cancellationToken);
        await EndFirmsAsync(cancellationToken);
        if (await FindCurrentAsync(cancellationToken) is { } current)
            current.EndedAt = clock.GetUtcNow().UtcDateTime;
        await context.SaveChangesAsync(cancellationToken);
    }

    // Ends the accountant too: see AccountantEngagements.
    private async Task EndFirmsAsync(CancellationToken cancellationToken)
    {
        var firm = (await FindCurrentAsync(cancellationToken))?.EngagementId;
        var asked = (await FindAskedAsync(cancellationToken))?.Id;
        foreach (var id in new[] { firm, asked }.OfType<Guid>())
            await engagements.EndAsync(id, cancellationToken);
    }

    private async Task<EngagementDto?> FindAskedAsync(CancellationToken cancellationToken) =>
        await permissions.IsGrantedAsync(TenancyPermissions.Engagements.Default, cancellationToken)
            ? (await engagements.GetListAsync(cancellationToken)).FirstOrDefault(e => e.Kind == AccountingEngagement.Name && e.State == EngagementState.Requested)
            : null;

    private Task<Accountant?> FindCurrentAsync(CancellationToken cancellationToken) =>
        context.Accountants.SingleOrDefaultAsync(a => a.EndedAt == null, cancellationToken);

    private static AccountantDto ToDto(Accountant a) => new(a.Id, a.FirmId, a.Name, a.Email, a.Phone, a.Language, a.Since, a.EndedAt);
}
