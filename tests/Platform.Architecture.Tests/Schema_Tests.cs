using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

public sealed class Schema_Tests(TestHosts hosts)
{
    private const string SqliteColumns = """
        SELECT m.name || '.' || p.name || ' ' || p.type || ' notnull=' || p."notnull" || ' pk=' || p.pk || ' default=' || ifnull(p.dflt_value, '')
        FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE '\_\_%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
        UNION ALL SELECT 'index ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE '\_\_%' ESCAPE '\'
        UNION ALL SELECT 'key ' || m.name || ' ' || f."from" || ' ' || f."table" || ' ' || f."to" || ' ' || f.on_delete
        FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string PostgreSqlColumns = """
        SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(character_maximum_length::text, '')
          || ' ' || coalesce(numeric_precision::text, '') || ' ' || coalesce(column_default, '')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_%'
        UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
          WHERE contype = 'f' AND connamespace = 'public'::regnamespace
        """;

    [Theory, Databases]
    [Trait("Req", "OPS-04")]
    public async Task Migrations_Always_CoverTheModel(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        await using var scope = host.Services.CreateAsyncScope();
        foreach (var registration in host.Services.GetServices<ContextRegistration>())
        {
            await using var context = registration.CreateUnmanaged(scope.ServiceProvider, true);
            context.Database.HasPendingModelChanges().ShouldBeFalse($"{registration.Prefix}: scaffold a migration");
        }
    }

    [Theory, Databases]
    [Trait("Req", "OPS-04")]
    public async Task MigratedSchema_Always_EqualsTheModels(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var migrated = await SchemaAsync(host, database);
        await using var fresh = await TestHost.StartAsync(new TestHostOptions(database, Demonstration: false));
        await RecreateFromModelAsync(fresh, database);
        (await SchemaAsync(fresh, database)).ShouldBe(migrated);
    }

    /// <summary>Drops every table the migrations made and builds the tables again from the models.</summary>
    private static async Task RecreateFromModelAsync(TestHost host, TestDatabase database)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var registrations = host.Services.GetServices<ContextRegistration>().ToList();
        foreach (var (registration, index) in registrations.Select((r, i) => (r, i)))
        {
            await using var context = registration.CreateUnmanaged(scope.ServiceProvider, true);
            if (index == 0)
            {
                await DropAllAsync(context, database);
            }

            await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        }
    }

    private static async Task DropAllAsync(PlatformDbContext context, TestDatabase database)
    {
        if (database == TestDatabase.PostgreSql)
        {
            await context.Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");
            return;
        }

        var tables = await context.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").ToListAsync();
        var drops = string.Concat(tables.Select(t => $"DROP TABLE \"{t}\";"));
#pragma warning disable EF1002 // Names from the catalogue of a throw-away database.
        await context.Database.ExecuteSqlRawAsync($"PRAGMA foreign_keys = OFF; {drops}");
#pragma warning restore EF1002
    }

    private static async Task<IReadOnlyList<string>> SchemaAsync(TestHost host, TestDatabase database)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var registration = host.Services.GetServices<ContextRegistration>().First();
        await using var context = registration.CreateUnmanaged(scope.ServiceProvider, true);
        await context.Database.OpenConnectionAsync();
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = database == TestDatabase.Sqlite ? SqliteColumns : PostgreSqlColumns;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
