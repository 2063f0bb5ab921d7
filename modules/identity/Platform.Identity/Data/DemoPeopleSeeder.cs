using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>The people of section "Demo:People", with published passwords and tokens: in Development only.</summary>
internal sealed class DemoPeopleSeeder(
    IdentityDbContext context, UserManager<User> users, IMembershipService memberships, ITenantStore tenants, ICurrentTenant tenant, IConfiguration configuration, TimeProvider clock)
    : IDataSeedContributor
{
    private const int TokenYears = 10;

    public async Task SeedAsync(DataSeedContext seed, CancellationToken cancellationToken)
    {
        if (!seed.Demonstration)
        {
            return;
        }

        foreach (var section in configuration.GetSection("Demo:People").GetChildren())
        {
            if (await users.FindByEmailAsync(section["Email"]!) is null)
            {
                await AddAsync(section, cancellationToken);
            }
        }
    }

    private async Task AddAsync(IConfigurationSection section, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var user = User.New(section["Email"]!, section["Name"]!, section["Language"] ?? "en", now);
        (await users.CreateAsync(user, section["Password"]!)).ThrowUnlessSucceeded("Demo:People");
        if (section["ApiToken"] is { Length: > 0 } token)
        {
            context.ApiTokens.Add(ApiToken.Of(token, user.Id, "Demonstration", now, now.AddYears(TokenYears)));
            await context.SaveChangesAsync(cancellationToken);
        }

        foreach (var company in section.GetSection("Companies").GetChildren())
        {
            await JoinAsync(user, company, cancellationToken);
        }
    }

    private async Task JoinAsync(User user, IConfigurationSection section, CancellationToken cancellationToken)
    {
        if (await tenants.FindBySlugAsync(section["Slug"]!, cancellationToken) is not { } company)
        {
            return;
        }

        using var current = tenant.Change(company);
        await memberships.AddAsync(user.Id, cancellationToken);
        var names = section.GetSection("Roles").GetChildren().Select(r => r.Value).ToArray();
        var roles = await context.Roles.Where(r => names.Contains(r.StandardName)).ToListAsync(cancellationToken);
        context.RoleAssignments.AddRange(roles.Select(r => new RoleAssignment { UserId = user.Id, RoleId = r.Id }));
        await context.SaveChangesAsync(cancellationToken);
    }
}
