using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Audit.Tests;

[Trait("Req", "AUD-01")]
public sealed class AuditingStore_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task Save_ChangedCompany_RecordsOldAndNewValuesOfWhatChanged(TestDatabase database)
    {
        var (host, nova, amelie) = await NovaAsync(database);
        var number = $"N{Guid.CreateVersion7():N}"[..20];
        await host.RunAsync(nova, amelie, s => ChangeNumberAsync(s, number));
        var entry = await host.RunAsync(nova, amelie, async s =>
        {
            var trail = s.GetRequiredService<IAuditAppService>();
            var found = (await trail.GetListAsync(new AuditFilterDto { Text = number, Action = "Updated" })).Items.ShouldHaveSingleItem();
            return await trail.GetAsync(found.Id);
        });
        (entry.EntityType, entry.EntityId, entry.UserEmail, entry.UserName).ShouldBe(("Company", nova.Id.ToString(), "amelie@lefevre.example", amelie.Name));
        entry.Changes.ShouldHaveSingleItem().New.ShouldBe(number);
        entry.Time.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory, Databases]
    public async Task Rollback_AfterTheChange_LeavesNoEntry(TestDatabase database)
    {
        var (host, nova, amelie) = await NovaAsync(database);
        var number = $"N{Guid.CreateVersion7():N}"[..20];
        await host.RunAsync(nova, amelie, async s =>
        {
            await ChangeNumberAsync(s, number);
            await s.GetRequiredService<IUnitOfWork>().RollbackAsync();
        });
        (await CountAsync(host, nova, amelie, number)).ShouldBe(0);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Save_RecordsOfSeveralCompanies_GoEachIntoItsOwnTrail(TestDatabase database)
    {
        var (host, nova, amelie) = await NovaAsync(database);
        var lefevre = await host.CompanyAsync("lefevre");
        var mark = Guid.CreateVersion7().ToString("N");
        await host.RunAsync(null, amelie, s =>
        {
            foreach (var tenant in new[] { nova, lefevre, nova })
            {
                using var current = s.GetRequiredService<ICurrentTenant>().Change(tenant);
                s.GetRequiredService<IAuditLog>().Add("Test.Act", "Mark", mark);
            }

            s.GetRequiredService<IAuditLog>().Add("Test.Act", "Mark", mark);
            return Task.CompletedTask;
        });
        (await CountAsync(host, nova, amelie, mark)).ShouldBe(2);
        (await CountAsync(host, lefevre, amelie, mark)).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Change_StoredEntry_IsRefused(TestDatabase database)
    {
        var (host, nova, amelie) = await NovaAsync(database);
        await host.RunAsync(nova, amelie, s => ChangeNumberAsync(s, "before"));
        await Should.ThrowAsync<InvalidOperationException>(() => host.RunAsync(nova, amelie, async s =>
        {
            var context = s.GetRequiredService<AuditDbContext>();
            context.Entries.Remove(await context.Entries.OrderByDescending(e => e.Id).FirstAsync());
        }));
    }

    [Fact]
    public async Task Delete_ByStatementOnPostgreSql_IsRefusedByTheDatabase()
    {
        Assert.SkipUnless(PostgreSqlServer.IsConfigured || TestEnvironment.IsContinuousIntegration, "PostgreSQL is not configured");
        var (host, nova, amelie) = await NovaAsync(TestDatabase.PostgreSql);
        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            host.RunAsync(nova, amelie, s => s.GetRequiredService<AuditDbContext>().Entries.ExecuteDeleteAsync()));
        refused.SqlState.ShouldBe(Npgsql.PostgresErrorCodes.InsufficientPrivilege);
    }

    private static async Task<(TestHost Host, TenantInfo Nova, CurrentUserInfo Amelie)> NovaAsync(TestHosts hosts, TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        return (host, await host.CompanyAsync("nova"), await host.PersonAsync("amelie@lefevre.example"));
    }

    private Task<(TestHost Host, TenantInfo Nova, CurrentUserInfo Amelie)> NovaAsync(TestDatabase database) => NovaAsync(hosts, database);

    private static async Task ChangeNumberAsync(IServiceProvider services, string number)
    {
        var companies = services.GetRequiredService<ICompanyAppService>();
        var now = await companies.GetAsync();
        await companies.UpdateAsync(new UpdateCompanyDto
        {
            Name = now.Name,
            VatNumber = now.VatNumber,
            CompanyNumber = number,
            Address = now.Address,
            Contact = now.Contact,
            Language = now.Language,
            Color = now.Color,
            ConcurrencyStamp = now.ConcurrencyStamp,
        });
    }

    private static async Task<int> CountAsync(TestHost host, TenantInfo tenant, CurrentUserInfo user, string text) =>
        (await host.RunAsync(tenant, user, s => s.GetRequiredService<IAuditAppService>().GetListAsync(new AuditFilterDto { Text = text }))).Items.Count;
}
