using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Notifications;

namespace Platform.Identity;

internal sealed class DelegationAppService(
    IdentityDbContext context, IMemberDirectory members, IPermissionChecker checker, PermissionCatalog catalog, IFreshProof proof,
    IUnitOfWork unitOfWork, IEnumerable<INotificationPublisher> publishers, IAuditLog audit, ICurrentTenant tenant, ICurrentUser currentUser, TimeProvider clock) : IDelegationAppService
{
    private const int ShownDaysAfterEnd = 30;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Guid Me => currentUser.Id ?? throw new PermissionDeniedException(IdentityPermissions.Delegations);

    public async Task<IReadOnlyList<DelegationDto>> GetListAsync(CancellationToken cancellationToken = default)
    {
        var (me, since) = (Me, Now.AddDays(-ShownDaysAfterEnd));
        var found = context.Delegations.AsNoTracking().Where(d => d.EndsAt > since);
        if (!await checker.IsGrantedAsync(IdentityPermissions.Users.Default, cancellationToken))
        {
            found = found.Where(d => d.FromUserId == me || d.ToUserId == me);
        }

        var rows = await found.OrderByDescending(d => d.EndsAt).ThenBy(d => d.Id).Take(500).ToListAsync(cancellationToken);
        return await ToDtosAsync(rows, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> GetLendableAsync(CancellationToken cancellationToken = default)
    {
        var lendable = new List<string>();
        foreach (var permission in catalog.In(tenant.Tenant))
        {
            if ((await checker.GetBundlesAsync(permission.Name, cancellationToken)).Any(b => b.OnBehalfOf is null))
            {
                lendable.Add(permission.Name);
            }
        }

        return lendable;
    }

    public async Task<IReadOnlyList<MemberDto>> GetMembersAsync(CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Delegations, cancellationToken);
        return [.. (await members.GetActiveAsync(cancellationToken)).Where(m => m.Id != Me)];
    }

    public async Task<DelegationDto> CreateAsync(CreateDelegationDto input, CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Delegations, cancellationToken);
        await CheckAsync(input, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var row = new Delegation
        {
            Id = Guid.CreateVersion7(),
            FromUserId = Me,
            ToUserId = input.ToUserId,
            StartsAt = StartOf(input.From!.Value),
            EndsAt = StartOf(input.Until!.Value.AddDays(1)),
            Permissions = string.Join(' ', input.Permissions.Distinct(StringComparer.Ordinal)),
            CreatedAt = Now,
        };
        context.Delegations.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        var made = (await ToDtosAsync([row], cancellationToken))[0];
        await TellAsync("Identity.Delegation.Given", row.ToUserId, made.From.Name, row, cancellationToken);
        return made;
    }

    public async Task EndAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        var now = Now;
        var row = await context.Delegations.SingleOrDefaultAsync(d => d.Id == id && d.EndsAt > now, cancellationToken);
        if (row is null || !(IsMine(row) || await checker.IsGrantedAsync(IdentityPermissions.Users.Manage, cancellationToken)))
        {
            throw new EntityNotFoundException();
        }

        // One that had not begun yet never does.
        (row.StartsAt, row.EndsAt) = (row.StartsAt < now ? row.StartsAt : now, now);
        audit.Add("Identity.Delegation.Ended", nameof(Delegation), id.ToString());
        await context.SaveChangesAsync(cancellationToken);
        var ended = (await ToDtosAsync([row], cancellationToken))[0];
        await TellAsync("Identity.Delegation.Over", row.ToUserId == currentUser.Id ? row.FromUserId : row.ToUserId, ended.From.Name, row, cancellationToken);
    }

    private async Task CheckAsync(CreateDelegationDto input, CancellationToken cancellationToken)
    {
        var (today, lendable) = (DateOnly.FromDateTime(Now), await GetLendableAsync(cancellationToken));
        var isMember = (await GetMembersAsync(cancellationToken)).Any(m => m.Id == input.ToUserId);
        var foreign = input.Permissions.FirstOrDefault(p => !lendable.Contains(p));
        var tooLong = input is { From: { } from, Until: { } until } && (until < from || until.DayNumber - from.DayNumber >= Delegation.LongestDays);
        new InputChecks()
            .When(!isMember, nameof(input.ToUserId), IdentityErrorCodes.DelegateUnknown)
            .When(input.From is null || input.From < today, nameof(input.From), IdentityErrorCodes.DelegationStart, $"{input.From}")
            .When(input.Until is null || tooLong, nameof(input.Until), IdentityErrorCodes.DelegationEnd, $"{input.Until}")
            .When(input.Permissions.Count == 0 || string.Join(' ', input.Permissions).Length > Delegation.PermissionsLength, nameof(input.Permissions), IdentityErrorCodes.DelegationEmpty)
            .When(foreign is not null, nameof(input.Permissions), IdentityErrorCodes.CannotGrantMore, foreign)
            .ThrowIfAny();
    }

    private async Task TellAsync(string type, Guid reader, string name, Delegation row, CancellationToken cancellationToken)
    {
        var data = new Dictionary<string, object> { ["name"] = name, ["from"] = DateOnly.FromDateTime(row.StartsAt), ["until"] = DateOnly.FromDateTime(row.EndsAt.AddTicks(-1)) };
        foreach (var publisher in publishers)
        {
            await publisher.PublishToUserAsync(reader, new NotificationDto(type, data, NotificationSeverity.Info, "delegations"), cancellationToken);
        }
    }

    private async Task<List<DelegationDto>> ToDtosAsync(List<Delegation> rows, CancellationToken cancellationToken)
    {
        var ids = rows.SelectMany(r => new[] { r.FromUserId, r.ToUserId }).Distinct().ToList();
        var names = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => new MemberDto(u.Id, u.Name), cancellationToken);
        var (now, manages) = (Now, await checker.IsGrantedAsync(IdentityPermissions.Users.Manage, cancellationToken));
        return rows.ConvertAll(r => new DelegationDto(
            r.Id, names[r.FromUserId], names[r.ToUserId], r.StartsAt, r.EndsAt, [.. r.Names],
            r.EndsAt <= now ? DelegationState.Ended : r.StartsAt > now ? DelegationState.Planned : DelegationState.Running,
            r.EndsAt > now && (manages || IsMine(r))));
    }

    private bool IsMine(Delegation row) => row.FromUserId == currentUser.Id || row.ToUserId == currentUser.Id;

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
