using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>The last step: a person's own account takes the place of an old login.</summary>
internal sealed class MigrationCompletion(
    IdentityDbContext context, Migrations migrations, UserManager<User> users, IMembershipService memberships, ITenantStore tenants, LegacyNotices notices, IUnitOfWork unitOfWork,
    ICurrentTenant tenant, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public async Task<CompletedMigrationDto> CompleteAsync(AcceptTermsDto input, CancellationToken cancellationToken)
    {
        new InputChecks().When(input.Version != Terms.Version, nameof(input.Version), IdentityErrorCodes.TermsVersion, input.Version).ThrowIfAny();
        await unitOfWork.BeginAsync(cancellationToken);
        var migration = await migrations.LoadAsync(cancellationToken);
        migration.Require(MigrationStep.Terms);
        using var current = tenant.Change(migration.Company);
        var now = clock.GetUtcNow().UtcDateTime;
        var person = migration.Existing ?? await CreateAsync(migration, now);
        if (!person.IsActive)
            throw new BusinessException(IdentityErrorCodes.MigrationUnfinished);
        (person.TermsVersion, person.TermsAcceptedAt) = (input.Version, now);
        audit.Add("Identity.Terms.Accepted", nameof(User), person.Id.ToString(), new AuditChange("Version", null, input.Version));
        await TakePlaceAsync(migration, person, cancellationToken);
        (migration.Account.State, migration.Account.DoneAt, migration.Account.MigratedTo) = (LegacyState.Done, now, person.Id);
        migration.Login.LegacyClosesAt = now + LegacyAccount.Kept;
        await context.SaveChangesAsync(cancellationToken);
        await context.LegacyMigrations.Where(m => m.UserId == migration.Login.Id).ExecuteDeleteAsync(cancellationToken);
        await notices.SendAsync(migration.Account, migration.Login.Language, "LegacyDone", [migration.Login.Email!, person.Name, person.Email!, migration.Company.Name, now + LegacyAccount.Kept], cancellationToken);
        return new CompletedMigrationDto(person.ToPerson(), migration.Row!.FactorProven);
    }

    private async Task<User> CreateAsync(LegacyMove migration, DateTime now)
    {
        var person = User.New(migration.Row!.Email, migration.Row.Name!, migration.Login.Language, now);
        (person.PasswordHash, person.PasswordChangedAt) = (migration.Row.PasswordHash, now);
        (await users.CreateAsync(person)).ThrowUnlessSucceeded(nameof(User.Email));
        return person;
    }

    // Exactly what the old login may do: the profile that the administrator, or the import, gave it. Whoever works in the company
    // already keeps the rights they have: those were given to them by name.
    private async Task TakePlaceAsync(LegacyMove migration, User person, CancellationToken cancellationToken)
    {
        var isMember = await tenants.IsMemberAsync(person.Id, migration.Company.Id, cancellationToken);
        var roles = isMember ? [] : await HandOverAsync(migration.Login.Id, person.Id, cancellationToken);
        await memberships.AddAsync(person.Id, cancellationToken);
        audit.Add("Identity.Migration.Completed", nameof(User), migration.Login.Id.ToString(), new AuditChange("Email", migration.Login.Email, person.Email),
            new AuditChange("Roles", null, string.Join(", ", roles.Order())));
    }

    private async Task<IReadOnlyList<string>> HandOverAsync(Guid login, Guid person, CancellationToken cancellationToken)
    {
        var roles = await context.RoleAssignments.Where(a => a.UserId == login).Join(context.Roles, a => a.RoleId, r => r.Id, (_, r) => r).ToListAsync(cancellationToken);
        // What a former membership may have left would add to it.
        context.RoleAssignments.RemoveRange(await context.RoleAssignments.Where(a => a.UserId == person).ToListAsync(cancellationToken));
        context.DirectGrants.RemoveRange(await context.DirectGrants.Where(g => g.UserId == person).ToListAsync(cancellationToken));
        context.RightLimits.RemoveRange(await context.RightLimits.Where(l => l.HolderId == person).ToListAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
        context.RoleAssignments.AddRange(roles.Select(r => new RoleAssignment { UserId = person, RoleId = r.Id }));
        var grants = await context.DirectGrants.Where(g => g.UserId == login).Select(g => g.Permission).ToListAsync(cancellationToken);
        context.DirectGrants.AddRange(grants.Select(p => new DirectGrant { UserId = person, Permission = p }));
        context.RightLimits.AddRange((await context.RightLimits.Where(l => l.HolderId == login).ToListAsync(cancellationToken)).Select(l => l.For(person)));
        return roles.ConvertAll(r => r.Name);
    }
}

/// <summary>Mails to all notification addresses of an old login.</summary>
internal sealed class LegacyNotices(Mails mails) : IScopedDependency
{
    public async Task SendAsync(LegacyAccount account, string language, string mail, object[] words, CancellationToken cancellationToken)
    {
        foreach (var address in account.EmailList)
            await mails.QueueAsync(address, language, mail, [], words, cancellationToken);
    }
}
