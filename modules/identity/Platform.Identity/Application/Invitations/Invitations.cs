using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Invitations of the current company, as those who invite see them.</summary>
internal sealed class Invitations(
    IdentityDbContext context, Rights rights, RoleNames names, IMembershipService memberships, InvitationMail mail, ILinkService links, LinkReader linkReader,
    ILookupNormalizer normalizer, ICurrentTenant tenant, ICurrentUser currentUser, TimeProvider clock) : IScopedDependency
{
    public async Task<IReadOnlyList<InvitationDto>> GetListAsync(CancellationToken cancellationToken)
    {
        var rows = await context.Invitations.AsNoTracking().OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        var roles = rows.Count == 0 ? [] : await context.Roles.AsNoTracking().ToListAsync(cancellationToken);
        var latest = await linkReader.LatestAsync(IdentityLinkKinds.Invitation, rows.ConvertAll(r => r.Id), cancellationToken);
        return rows.ConvertAll(row => latest.TryGetValue(row.Id, out var link) ? ToDto(row, roles, link.State, link.End) : ToDto(row, roles, LinkState.Expired, row.ExpiresAt));
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
        return ToDto(row, roles, LinkState.Open, row.ExpiresAt);
    }

    public async Task ResendAsync(Guid id, CancellationToken cancellationToken)
    {
        var row = await LoadAsync(id, cancellationToken);
        var roles = await context.Roles.Include(r => r.Permissions).Where(r => row.RoleIdList.Contains(r.Id)).ToListAsync(cancellationToken);
        await rights.CheckMayGrantAsync(roles, cancellationToken);
        await SendAsync(row, cancellationToken);
    }

    public async Task WithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        context.Invitations.Remove(await LoadAsync(id, cancellationToken));
        await links.RevokeAllAsync(IdentityLinkKinds.Invitation, id, cancellationToken);
    }

    private async Task SendAsync(Invitation row, CancellationToken cancellationToken)
    {
        var link = await links.MakeAsync(new NewLink(IdentityLinkKinds.Invitation, row.Id, row.Email), cancellationToken);
        (row.InvitedBy, row.SentAt, row.ExpiresAt) = (currentUser.Id, clock.GetUtcNow().UtcDateTime, link.ExpiresAt);
        await mail.QueueAsync(row, link.Address, cancellationToken);
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

    private InvitationDto ToDto(Invitation row, List<Role> roles, LinkState state, DateTime end) => new(
        row.Id, row.Email, row.Name, names.References(roles.Where(r => row.RoleIdList.Contains(r.Id))), row.SentAt, end, state != LinkState.Open);
}
