using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SecurityAlertAppService(
    IdentityDbContext context, IAddressCountries countries, IPermissionChecker checker, IUnitOfWork unitOfWork, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock) : ISecurityAlertAppService
{
    private const int Shown = 200;

    public async Task<IReadOnlyList<SecurityAlertDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Manage, cancellationToken);
        var rows = await context.SecurityAlerts.AsNoTracking().OrderBy(a => a.SettledAt != null).ThenByDescending(a => a.LastAt).Take(Shown).ToListAsync(cancellationToken);
        var ids = rows.SelectMany(r => new[] { r.UserId, r.SettledBy }).OfType<Guid>().Distinct().ToArray();
        var names = await context.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        return rows.ConvertAll(r => new SecurityAlertDto(
            r.Id, r.Kind, r.UserId, NameOf(r.UserId), r.Address, r.FirstAt, r.LastAt, r.Count, r.SettledAt, NameOf(r.SettledBy), countries.Find(r.Address)));

        string? NameOf(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    public async Task SettleAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Users.Manage, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var alert = await context.SecurityAlerts.SingleOrDefaultAsync(a => a.Id == id && a.SettledAt == null, cancellationToken) ?? throw new EntityNotFoundException();
        (alert.SettledAt, alert.SettledBy) = (clock.GetUtcNow().UtcDateTime, currentUser.Id);
        audit.Add("Identity.Alert.Settled", nameof(SecurityAlert), id.ToString());
    }
}
