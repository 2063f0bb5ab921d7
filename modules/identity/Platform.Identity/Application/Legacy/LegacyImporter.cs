using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Identity;

/// <summary>Stores planned rows, all in the caller's unit of work.</summary>
internal sealed class LegacyImporter(
    IdentityDbContext context, LegacyNumbers numbers, IMembershipService memberships, ITenantStore tenants, ICurrentTenant tenant, IAuditLog audit, TimeProvider clock) : IScopedDependency
{
    public async Task<(int Added, int Updated, int Unchanged)> ApplyAsync(IReadOnlyList<LegacyPlan> plans, bool store, CancellationToken cancellationToken)
    {
        var (added, updated, unchanged) = (0, 0, 0);
        foreach (var company in plans.GroupBy(p => p.Company.Id))
        {
            using var current = tenant.Change(company.First().Company);
            var ids = company.Select(p => p.Known?.Id).OfType<Guid>().ToArray();
            var accounts = await context.LegacyAccounts.Where(a => ids.Contains(a.UserId)).ToDictionaryAsync(a => a.UserId, cancellationToken);
            foreach (var plan in company)
            {
                if (plan.Known is null)
                    added++;
                else if (Differs(plan.Known, accounts[plan.Known.Id], plan.Row))
                    updated++;
                else
                    unchanged++;
                if (store)
                    await StoreAsync(plan, accounts, cancellationToken);
            }

            if (store)
                await context.SaveChangesAsync(cancellationToken);
        }

        return (added, updated, unchanged);
    }

    private bool Differs(User login, LegacyAccount account, LegacyRow row) =>
        account.IsOpen && (IsAsleep(login) || !account.EmailList.Order().SequenceEqual(row.List(LegacyCsv.Emails).Order()) || !HasNumbers(account, row));

    // Deactivated because nobody signed in for long, not by a person: customers need a way back.
    private static bool IsAsleep(User login) => login is { IsActive: false, InactivityWarnedAt: not null };

    private bool HasNumbers(LegacyAccount account, LegacyRow row)
    {
        var probe = new LegacyAccount { Id = account.Id, NumbersKey = account.NumbersKey };
        SetNumbers(probe, row);
        return probe.Numbers == account.Numbers;
    }

    private void SetNumbers(LegacyAccount account, LegacyRow row) =>
        numbers.Set(account, row[LegacyCsv.CustomerCode], row.List(LegacyCsv.Invoices).Concat(row.List(LegacyCsv.Serials)));

    private async Task StoreAsync(LegacyPlan plan, Dictionary<Guid, LegacyAccount> accounts, CancellationToken cancellationToken)
    {
        var account = plan.Known is null ? await AddAsync(plan, cancellationToken) : accounts[plan.Known.Id];
        if (plan.Known is not null && !Differs(plan.Known, account, plan.Row))
            return;
        if (plan.Known is { } known && IsAsleep(known))
        {
            (known.IsActive, known.InactivityWarnedAt) = (true, null);
            await tenants.RaiseRightsVersionAsync(plan.Company.Id, cancellationToken);
        }

        SetNumbers(account, plan.Row);
        account.Emails = string.Join(' ', plan.Row.List(LegacyCsv.Emails));
        audit.Add("Identity.Legacy.Imported", nameof(User), account.UserId.ToString());
    }

    private async Task<LegacyAccount> AddAsync(LegacyPlan plan, CancellationToken cancellationToken)
    {
        var (row, now) = (plan.Row, clock.GetUtcNow().UtcDateTime);
        var name = row[LegacyCsv.Name] is { Length: > 0 } given ? given : row[LegacyCsv.Login];
        var user = User.Legacy(row[LegacyCsv.Login], name, row[LegacyCsv.Language] is { Length: > 0 } language ? language : "fr", plan.Company.Id, now);
        user.PasswordHash = row[LegacyCsv.PasswordHash] is { Length: > 0 } hash ? hash : null;
        context.Users.Add(user);
        context.RoleAssignments.Add(new RoleAssignment { UserId = user.Id, RoleId = plan.Profile.Id });
        await memberships.AddAsync(user.Id, cancellationToken);
        return context.LegacyAccounts.Add(new LegacyAccount { Id = Guid.CreateVersion7(), TenantId = plan.Company.Id, UserId = user.Id }).Entity;
    }
}
