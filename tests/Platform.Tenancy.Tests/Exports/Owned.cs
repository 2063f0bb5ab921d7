using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>What a company owns, read from the database without the product's help.</summary>
internal static class Owned
{
    /// <summary>Tables with a company, and how many of their rows are its own.</summary>
    public static async Task<Dictionary<string, int>> RowsAsync(TestHost host, TenantInfo company)
    {
        var counts = new Dictionary<string, int>();
        foreach (var registration in host.Services.GetServices<ContextRegistration>())
        {
            await host.RunAsync(company, null, async services =>
            {
                var context = (DbContext)services.GetRequiredService(registration.Type);
                foreach (var table in TablesOf(context.Model).Where(t => t.StartsWith(registration.Prefix, StringComparison.Ordinal)))
                    counts[table] = await ScalarAsync(context, $"SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM \"{table}\" WHERE \"TenantId\" = {{0}}", company.Id);
            });
        }

        return counts;
    }

    /// <summary>What these columns hold in the whole database: "IdentityUsers.PasswordHash".</summary>
    public static Task<List<string>> TextsAsync(TestHost host, TenantInfo company, Type context, string table, string column) => host.RunAsync(company, null, services =>
#pragma warning disable EF1002 // Names written in the tests.
        ((DbContext)services.GetRequiredService(context)).Database.SqlQueryRaw<string>($"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL AND \"{column}\" <> ''").ToListAsync());
#pragma warning restore EF1002

    private static IEnumerable<string> TablesOf(IModel model) => model.GetEntityTypes()
        .Where(t => typeof(IMultiTenant).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!).Distinct();

#pragma warning disable EF1002 // Names of the model.
    private static Task<int> ScalarAsync(DbContext context, string sql, Guid company) => context.Database.SqlQueryRaw<int>(sql, company).SingleAsync();
#pragma warning restore EF1002
}
