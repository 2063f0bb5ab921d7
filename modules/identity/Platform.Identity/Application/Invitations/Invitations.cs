using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Invitations of the current company, as those who invite see them.</summary>
internal sealed class Invitations(
    IdentityDbContext context, Rights rights, RoleNames names, IMembershipService memberships, InvitationMail mail, ISettingProvider settings,
    IBackgroundJobManager jobs, ILookupNormalizer normalizer, ICurrentTenant tenant, ICurrentUser currentUser, TimeProvider clock) : IScopedDependency
{
    public async Task<IReadOnlyList<InvitationDto>> GetListAsync(CancellationToken cancellationToken)
    {
        var rows = await context.Invitations.AsNoTracking().OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        var roles = rows.Count == 0 ? [] : await context.Roles.AsNoTracking().ToListAsync(cancellationToken);
        return rows.ConvertAll(row => ToDto(row, roles));
    }

    public async Task<InvitationDto> InviteAsync(InviteUserDto input, CancellationToken cancellationToken)
    {
        new InputChecks()
            .Email(nameof(input.Email), input.Email)
            .Text(nameof(input.Name), input.Name, User.NameLength)
            .Language(nameof(input.Language), input.Language)
            .When(input.RoleIds.Count == 0, nameof(input.RoleIds), IdentityErrorCodes.RoleRequired)
            .ThrowIfAny();
        var roles = await rights.GetRolesAsync([.. input.RoleIds.Distinct()], nameof(input.RoleIds), cancellationToken);
        await rights.CheckMayGrantAsync(roles, cancellationToken);
        var normalized = normalizer.NormalizeEmail(input.Email.Trim());
        await RefuseMemberAsync(normalized, input.Email, cancellationToken);
        var row = await context.Invitations.SingleOrDefaultAsync(i => i.NormalizedEmail == normalized, cancellationToken) ?? Add(normalized);
        row.Email = input.Email.Trim();
        row.Name = input.Name.Trim();
        row.Language = input.Language;
        row.SetRoles(roles.Select(r => r.Id));
        await SendAsync(row, cancellationToken);
        return ToDto(row, roles);
    }

    public async Task ResendAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await LoadAsync(id, cancellationToken);
        var roles = await context.Roles.Include(r => r.Permissions).Where(r => row.RoleIdList.Contains(r.Id)).ToListAsync(cancellationToken);
        await rights.CheckMayGrantAsync(roles, cancellationToken);
        await SendAsync(row, cancellationToken);
    }

    public async Task WithdrawAsync(Guid id, CancellationToken cancellationToken) => context.Invitations.Remove(await LoadAsync(id, cancellationToken));

    private async Task SendAsync(Invitation row, CancellationToken cancellationToken)
    {
        var days = (int)(await settings.GetAsync(IdentitySettings.InvitationDays, cancellationToken)).AsInt64();
        var now = clock.GetUtcNow().UtcDateTime;
        row.InvitedBy = currentUser.Id;
        var token = row.Renew(now, days);
        await mail.QueueAsync(row, token, cancellationToken);
        await jobs.EnqueueAsync(new DeleteExpiredInvitationArgs(row.Id), DeleteExpiredInvitationJob.KeptAfterExpiry + TimeSpan.FromDays(days), cancellationToken);
    }

    private async Task RefuseMemberAsync(string normalizedEmail, string email, CancellationToken cancellationToken)
    {
        var members = await memberships.GetMembersAsync(cancellationToken);
        var isMember = await context.Users.AnyAsync(u => u.NormalizedEmail == normalizedEmail && members.Contains(u.Id), cancellationToken);
        new InputChecks().When(isMember, nameof(InviteUserDto.Email), IdentityErrorCodes.AlreadyMember, email).ThrowIfAny();
    }

    private Invitation Add(string normalizedEmail)
    {
        var row = new Invitation { Id = Guid.CreateVersion7(), TenantId = tenant.Id!.Value, NormalizedEmail = normalizedEmail };
        context.Invitations.Add(row);
        return row;
    }

    private async Task<Invitation> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await context.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancellationToken) ?? throw new EntityNotFoundException();

    private InvitationDto ToDto(Invitation row, List<Role> roles) => new(
        row.Id, row.Email, row.Name, names.References(roles.Where(r => row.RoleIdList.Contains(r.Id))), row.SentAt, row.ExpiresAt,
        row.ExpiresAt <= clock.GetUtcNow().UtcDateTime);
}
