using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>The old logins of section "Demo:LegacyLogins", with published passwords: in Development only.</summary>
internal sealed class DemoLegacySeeder(
    IdentityDbContext context, LegacyNumbers numbers, IPasswordHasher<User> hasher, IMembershipService memberships, ITenantStore tenants, ICurrentTenant tenant,
    IConfiguration configuration, TimeProvider clock) : IDataSeedContributor
{
    public async Task SeedAsync(DataSeedContext seed, CancellationToken cancellationToken)
    {
        if (!seed.Demonstration)
            return;
        foreach (var section in configuration.GetSection("Demo:LegacyLogins").GetChildren())
        {
            if (await tenants.FindBySlugAsync(section["Company"]!, cancellationToken) is { } company)
                await AddAsync(section, company, cancellationToken);
        }
    }

    private async Task AddAsync(IConfigurationSection section, TenantInfo company, CancellationToken cancellationToken)
    {
        var user = User.Legacy(section["Login"]!, section["Name"]!, section["Language"] ?? "en", company.Id, clock.GetUtcNow().UtcDateTime);
        if (await context.Users.AnyAsync(u => u.NormalizedEmail == user.NormalizedEmail, cancellationToken))
            return;
        using var current = tenant.Change(company);
        user.PasswordHash = hasher.HashPassword(user, section["Password"]!);
        var account = new LegacyAccount { Id = Guid.CreateVersion7(), TenantId = company.Id, UserId = user.Id, Emails = string.Join(' ', Values("NotificationEmails")) };
        numbers.Set(account, section["CustomerCode"]!, Values("Numbers"));
        context.Users.Add(user);
        context.LegacyAccounts.Add(account);
        var profile = section["Profile"];
        var role = await context.Roles.SingleAsync(r => r.StandardName == profile, cancellationToken);
        context.RoleAssignments.Add(new RoleAssignment { UserId = user.Id, RoleId = role.Id });
        await memberships.AddAsync(user.Id, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);

        IEnumerable<string> Values(string name) => section.GetSection(name).GetChildren().Select(c => c.Value!);
    }
}
