using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed class GroupAppService(
    TenancyDbContext context, ITenantStore tenants, ICurrentTenant tenant, ICurrentUser user, IPermissionChecker permissions, IAuditLog audit)
    : IGroupAppService
{
    public async Task<IReadOnlyList<GroupDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        var me = RequirePerson();
        var groups = await context.Groups.AsNoTracking()
            .Where(g => context.GroupAdministrators.Any(a => a.GroupId == g.Id && a.UserId == me)).ToListAsync(cancellationToken);
        var result = new List<GroupDto>();
        foreach (var group in groups.OrderBy(g => g.Name, StringComparer.CurrentCultureIgnoreCase))
            result.Add(await ToDtoAsync(group, cancellationToken));
        return result;
    }

    public async Task<GroupDto> GetAsync(Guid id, CancellationToken cancellationToken = default) =>
        await ToDtoAsync(await LoadAsync(id, cancellationToken), cancellationToken);

    public async Task<GroupDto> CreateAsync(CreateGroupDto input, CancellationToken cancellationToken = default)
    {
        var me = RequirePerson();
        var name = input.Name?.Trim() ?? "";
        if (name.Length is 0 or > CompanyGroup.NameLength || name.Any(char.IsControl))
            throw new InputException(new FieldError(nameof(input.Name), name.Length == 0 ? TenancyErrorCodes.Required : TenancyErrorCodes.Max140));
        var group = context.Groups.Add(new CompanyGroup { Id = Guid.CreateVersion7(), Name = name }).Entity;
        context.GroupAdministrators.Add(new GroupAdministrator { GroupId = group.Id, UserId = me });
        await context.SaveChangesAsync(cancellationToken);
        await JoinAsync(group, input.TenantId, cancellationToken);
        return await ToDtoAsync(group, cancellationToken);
    }

    public async Task AddCompanyAsync(Guid id, Guid tenantId, CancellationToken cancellationToken = default) =>
        await JoinAsync(await LoadAsync(id, cancellationToken), tenantId, cancellationToken);

    public async Task RemoveCompanyAsync(Guid id, Guid tenantId, CancellationToken cancellationToken = default)
    {
        var group = await LoadAsync(id, cancellationToken);
        var company = await context.Companies.SingleOrDefaultAsync(c => c.Id == tenantId && c.GroupId == id, cancellationToken) ?? throw new EntityNotFoundException();
        using var current = tenant.Change(tenantId);
        company.GroupId = null;
        audit.Add("Tenancy.Group.CompanyRemoved", nameof(Company), tenantId.ToString(), new AuditChange("Group", group.Name, null));
        await context.SaveChangesAsync(cancellationToken);
        if (!await context.Companies.AnyAsync(c => c.GroupId == id, cancellationToken))
            context.Groups.Remove(group);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task AddAdministratorAsync(Guid id, Guid userId, CancellationToken cancellationToken = default)
    {
        var group = await LoadAsync(id, cancellationToken);
        var works = await context.Memberships.AnyAsync(
            m => m.UserId == userId && m.State == MembershipState.Active && context.Companies.Any(c => c.Id == m.TenantId && c.GroupId == id), cancellationToken);
        if (!works)
            throw new InputException(new FieldError(nameof(userId), TenancyErrorCodes.GroupStranger));
        if (!await context.GroupAdministrators.AnyAsync(a => a.GroupId == id && a.UserId == userId, cancellationToken))
            context.GroupAdministrators.Add(new GroupAdministrator { GroupId = id, UserId = userId });
        await RecordAsync(group, "Tenancy.Group.AdministratorAdded", userId, cancellationToken);
    }

    public async Task RemoveAdministratorAsync(Guid id, Guid userId, CancellationToken cancellationToken = default)
    {
        var group = await LoadAsync(id, cancellationToken);
        var all = await context.GroupAdministrators.Where(a => a.GroupId == id).ToListAsync(cancellationToken);
        var leaving = all.Find(a => a.UserId == userId) ?? throw new EntityNotFoundException();
        if (all.Count == 1)
            throw new BusinessException(TenancyErrorCodes.GroupLastAdministrator);
        context.GroupAdministrators.Remove(leaving);
        // Of two who leave at the same moment one is told to try again.
        context.Entry(group).Property(g => g.ConcurrencyStamp).IsModified = true;
        await RecordAsync(group, "Tenancy.Group.AdministratorRemoved", userId, cancellationToken);
    }

    private async Task JoinAsync(CompanyGroup group, Guid tenantId, CancellationToken cancellationToken)
    {
        var me = RequirePerson();
        if (!await tenants.IsMemberAsync(me, tenantId, cancellationToken))
            throw new EntityNotFoundException();
        using var current = tenant.Change(await tenants.FindByIdAsync(tenantId, cancellationToken));
        await permissions.CheckAsync(TenancyPermissions.Company.Edit, cancellationToken);
        var company = await context.Companies.SingleAsync(c => c.Id == tenantId, cancellationToken);
        if (company.GroupId is not null)
            throw new InputException(new FieldError(nameof(tenantId), TenancyErrorCodes.GroupTaken, company.Name));
        company.GroupId = group.Id;
        audit.Add("Tenancy.Group.CompanyAdded", nameof(Company), tenantId.ToString(), new AuditChange("Group", null, group.Name));
        await context.SaveChangesAsync(cancellationToken);
    }

    // Each company of the group sees who may set its rules.
    private async Task RecordAsync(CompanyGroup group, string act, Guid userId, CancellationToken cancellationToken)
    {
        await context.SaveChangesAsync(cancellationToken);
        foreach (var company in await context.Companies.Where(c => c.GroupId == group.Id).Select(c => c.Id).ToListAsync(cancellationToken))
        {
            using var current = tenant.Change(company);
            audit.Add(act, nameof(CompanyGroup), group.Id.ToString(), new AuditChange("User", null, userId.ToString()));
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<CompanyGroup> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var me = RequirePerson();
        return await context.Groups.SingleOrDefaultAsync(
            g => g.Id == id && context.GroupAdministrators.Any(a => a.GroupId == id && a.UserId == me), cancellationToken) ?? throw new EntityNotFoundException();
    }

    private async Task<GroupDto> ToDtoAsync(CompanyGroup group, CancellationToken cancellationToken)
    {
        var companies = await context.Companies.AsNoTracking().Where(c => c.GroupId == group.Id).OrderBy(c => c.Name)
            .Select(c => new CompanyListItemDto(c.Id, c.Slug, c.Name, c.VatNumber, c.Color, c.TenantType)).ToListAsync(cancellationToken);
        var administrators = await context.GroupAdministrators.Where(a => a.GroupId == group.Id).Select(a => a.UserId).Order().ToListAsync(cancellationToken);
        return new GroupDto(group.Id, group.Name, companies, administrators);
    }

    private Guid RequirePerson() => user is { Id: { } id, Info: { Scopes: null, Companies: null } } ? id : throw new PermissionDeniedException("Platform.SignedIn");
}
