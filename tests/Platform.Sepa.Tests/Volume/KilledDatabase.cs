using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>A database that outlives the host on it, seen from outside.</summary>
internal abstract class KilledDatabase : IAsyncDisposable
{
    /// <summary>Configuration of the host.</summary>
    public abstract IReadOnlyList<string> Arguments { get; }

    public static async Task<KilledDatabase> CreateAsync(TestDatabase database, string folder)
    {
        if (database == TestDatabase.Sqlite)
            return new Sqlite(Path.Combine(folder, "platform.db"));
        var (owner, application) = await PostgreSqlServer.CreateDatabaseAsync();
        return new PostgreSql(owner, application);
    }

    /// <summary>Bytes that grow while uncommitted rows of imports are written.</summary>
    public abstract Task<long> SizeAsync();

    /// <summary>Rows of the demonstration company that are there for everybody.</summary>
    public async Task<long> CountAsync(string rows) => (long)(await ScalarAsync($"SELECT COUNT(*) FROM {rows}"))!;

    public abstract ValueTask DisposeAsync();

    protected abstract Task<DbConnection> OpenAsync();

    protected async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private sealed class Sqlite(string file) : KilledDatabase
    {
        public override IReadOnlyList<string> Arguments => ["--Database:Provider=Sqlite", $"--Database:ConnectionString=Data Source={file}"];

        public override Task<long> SizeAsync() => Task.FromResult(new FileInfo(file + "-wal").Length);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        protected override async Task<DbConnection> OpenAsync()
        {
            var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            await connection.OpenAsync();
            return connection;
        }
    }

    private sealed class PostgreSql(string owner, string application) : KilledDatabase
    {
        public override IReadOnlyList<string> Arguments =>
        [
            "--Database:Provider=PostgreSql", $"--Database:ConnectionString={application}", $"--Database:OwnerConnectionString={owner}",
        ];

        public override async Task<long> SizeAsync() =>
            (long)(await ScalarAsync("""SELECT pg_relation_size('"SepaImportRows"') + pg_relation_size('"SepaMandates"')"""))!;

        public override async ValueTask DisposeAsync() => await PostgreSqlServer.DropDatabaseAsync(owner);

        // The owner, too, sees only the rows of the company that it names.
        protected override async Task<DbConnection> OpenAsync()
        {
            var connection = new NpgsqlConnection(owner);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                """SELECT set_config('platform.tenant', "Id"::text, false) FROM "TenancyCompanies" WHERE "Slug" = 'lefevre'""", connection);
            await command.ExecuteNonQueryAsync();
            return connection;
        }
    }
}
