using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>Migrations over data: a database in use goes back to an earlier schema and comes up to date again.</summary>
public sealed class Upgrade_Tests
{
    private static readonly string[] Tables = ["SepaOrders", "SepaMandates", "SepaRemittances", "SepaCreditorAccounts", "SepaBankAnswerItems"];

    // Before amendments, which fill their columns from what is there; on SQLite before reversals, which build the table of orders anew. It
    // cannot go back further: the way back of a later migration leaves an index out, which no installation ever takes.
    private static string Earlier(TestDatabase database) =>
        database == TestDatabase.PostgreSql ? "20261126150005_PreNotifications" : "20261126180853_MandateDocuments";

    [Theory, Databases]
    [Trait("Req", "OPS-04")]
    public async Task Migrations_OverAFilledDatabase_KeepAllThatIsInIt(TestDatabase database)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        await using var scope = host.Services.CreateAsyncScope();
        await using var context = host.Services.GetServices<ContextRegistration>().Single(r => r.Prefix == "Sepa").CreateUnmanaged(scope.ServiceProvider, true);
        var before = await RowsAsync(context, database);
        before.Count(r => r.Contains("SentReference=")).ShouldBeGreaterThan(0, "demonstration mandates were collected");
        await context.GetService<IMigrator>().MigrateAsync(Earlier(database), cancellationToken);
        (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count().ShouldBeGreaterThan(1);
        await context.Database.MigrateAsync(cancellationToken);
        await host.Services.GetRequiredService<IDatabase>().SecureAsync(context, cancellationToken);
        (await RowsAsync(context, database)).ShouldBe(before);
    }

    private static async Task<List<string>> RowsAsync(DbContext context, TestDatabase database)
    {
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        foreach (var table in Tables)
        {
            // Rows of all companies; the migration itself finds the tables as they are.
            if (database == TestDatabase.PostgreSql)
                await ExecuteAsync(connection, $"""ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY""");
            rows.AddRange(await ReadAsync(connection, table));
            if (database == TestDatabase.PostgreSql)
                await ExecuteAsync(connection, $"""ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY""");
        }

        return rows;
    }

    // Columns by name: those that were made again stand at the end. Empty ones are left out.
    private static async Task<List<string>> ReadAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names written here.
        command.CommandText = $"""SELECT * FROM "{table}" ORDER BY "Id" """;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            var values = Enumerable.Range(0, reader.FieldCount).Where(i => !reader.IsDBNull(i)).Select(i => $"{reader.GetName(i)}={reader.GetValue(i)}");
            rows.Add($"{table}: {string.Join(' ', values.Order(StringComparer.Ordinal))}");
        }

        return rows;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names written here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
