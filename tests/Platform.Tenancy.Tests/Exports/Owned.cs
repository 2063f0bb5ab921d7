using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>What a company owns, read from the database's own catalogue without the product's help.</summary>
internal static class Owned
{
    private const string Sqlite = "SELECT m.name AS \"Value\" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'TenantId' ORDER BY 1";
    private const string PostgreSql = "SELECT table_name::text AS \"Value\" FROM information_schema.columns WHERE column_name = 'TenantId' AND table_schema = current_schema() ORDER BY 1";

    /// <summary>Tables with a company, and how many of their rows are its own.</summary>
    public static Task<Dictionary<string, int>> RowsAsync(TestHost host, TenantInfo company) => host.RunAsync(company, null, async services =>
    {
        var database = services.GetRequiredService<TenancyDbContext>().Database;
        var tables = await database.SqlQueryRaw<string>(database.IsSqlite() ? Sqlite : PostgreSql).ToListAsync();
        var counts = new Dictionary<string, int>();
#pragma warning disable EF1002 // Names of the catalogue.
        foreach (var table in tables)
            counts[table] = await database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM \"{table}\" WHERE \"TenantId\" = {{0}}", company.Id).SingleAsync();
        return counts;
    });

    /// <summary>What a column holds in the whole database.</summary>
    public static Task<List<string>> TextsAsync(TestHost host, TenantInfo company, string table, string column) => host.RunAsync(company, null, services => services
        .GetRequiredService<TenancyDbContext>().Database.SqlQueryRaw<string>($"SELECT \"{column}\" AS \"Value\" FROM \"{table}\" WHERE \"{column}\" IS NOT NULL AND \"{column}\" <> ''").ToListAsync());
#pragma warning restore EF1002
}
