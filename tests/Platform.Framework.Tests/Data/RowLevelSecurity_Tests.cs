using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "TEN-07")]
public sealed class RowLevelSecurity_Tests(TestHosts hosts)
{
    [Theory, Databases(TestDatabase.PostgreSql)]
    public async Task Tables_OfCompanies_AreGuardedByTheDatabase(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var unguarded = await host.RunAsync(null, null, services => services.GetRequiredService<KernelDbContext>().Database.SqlQuery<string>($"""
            SELECT c.relname AS "Value" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'TenantId'
            WHERE c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1
            """).ToListAsync());
        var hostWide = host.Services.GetServices<ContextRegistration>().SelectMany(r => HostWideTables(host, r)).ToHashSet();
        unguarded.Except(hostWide).ShouldBeEmpty();
    }

    private static IEnumerable<string> HostWideTables(TestHost host, ContextRegistration registration)
    {
        using var scope = host.Services.CreateScope();
        using var context = registration.CreateUnmanaged(scope.ServiceProvider, false);
        return [.. context.Model.GetEntityTypes().Where(t => !typeof(IMultiTenant).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!)];
    }
}
