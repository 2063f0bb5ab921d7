using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class LegacyLoginAppService(
    IdentityDbContext context, LegacyLoginReader reader, LegacyReminders reminders, IUserAppService users, IPermissionChecker checker, IUnitOfWork unitOfWork)
    : ILegacyLoginAppService
{
    public async Task<IReadOnlyList<LegacyLoginDto>> GetListAsync(LegacyState? state = null, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Default, cancellationToken);
        return await reader.GetListAsync(state, cancellationToken);
    }

    public async Task SetProfileAsync(Guid id, LegacyProfileDto input, CancellationToken cancellationToken = default)
    {
        var account = await LoadAsync(id, cancellationToken);
        if (!account.IsOpen)
            throw new BusinessException(IdentityErrorCodes.MigrationDone);
        await users.SetRolesAsync(account.UserId, new SetRolesDto([input.RoleId]), cancellationToken);
    }

    public async Task RemindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await reminders.SendAsync([await LoadAsync(id, cancellationToken)], cancellationToken) == 0)
            throw new BusinessException(IdentityErrorCodes.LegacyReminded);
    }

    private async Task<LegacyAccount> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Manage, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        return await context.LegacyAccounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
    }
}
