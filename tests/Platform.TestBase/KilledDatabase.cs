using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.TestBase;

/// <summary>A database, with the files that belong to it, that outlives the hosts on it; seen from outside.</summary>
public abstract class KilledDatabase : IAsyncDisposable
{
    private readonly string _folder;

    private KilledDatabase(string folder, IReadOnlyDictionary<string, string> database)
    {
        _folder = folder;
        Settings = new Dictionary<string, string>(database)
        {
            ["Blobs:Path"] = Path.Combine(folder, "blobs"),
            ["KeyRing:KeyFile"] = Path.Combine(folder, "keyring.key"),
            ["Vault:File:Path"] = Path.Combine(folder, "vault.key"),
            ["Vault:ErasurePath"] = Path.Combine(folder, "vault-erasure"),
            ["Sepa:HandOverFolder"] = Path.Combine(folder, "bank"),
        };
    }

    /// <summary>Configuration of a host.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public static async Task<KilledDatabase> CreateAsync(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("platform-killed-").FullName;
        if (database == TestDatabase.Sqlite)
        {
            return new Sqlite(folder, Path.Combine(folder, "platform.db"));
        }

        var (owner, application) = await PostgreSqlServer.CreateDatabaseAsync();
        return new PostgreSql(folder, owner, application);
    }

    /// <summary>Bytes that grow while uncommitted rows are written to these tables.</summary>
    public abstract Task<long> SizeAsync(params string[] tables);

    /// <summary>Host-wide rows, and those of the demonstration company that are there for everybody.</summary>
    public async Task<long> CountAsync(string rows) => (long)(await ScalarAsync($"SELECT COUNT(*) FROM {rows}"))!;

    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

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

    private sealed class Sqlite(string folder, string file) : KilledDatabase(folder, new Dictionary<string, string>
    {
        ["Database:Provider"] = "Sqlite",
        ["Database:ConnectionString"] = $"Data Source={file}",
    })
    {
        // The last connection that closes takes the file with it.
        public override Task<long> SizeAsync(params string[] tables)
        {
            var log = new FileInfo(file + "-wal");
            return Task.FromResult(log.Exists ? log.Length : 0);
        }

        protected override async Task<DbConnection> OpenAsync()
        {
            var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            await connection.OpenAsync();
            return connection;
        }
    }

    private sealed class PostgreSql(string folder, string owner, string application) : KilledDatabase(folder, new Dictionary<string, string>
    {
        ["Database:Provider"] = "PostgreSql",
        ["Database:ConnectionString"] = application,
        ["Database:OwnerConnectionString"] = owner,
    })
    {
        public override async Task<long> SizeAsync(params string[] tables) =>
            (long)(await ScalarAsync($"SELECT {string.Join(" + ", tables.Select(t => $"pg_relation_size('\"{t}\"')"))}"))!;

        public override async ValueTask DisposeAsync()
        {
            await PostgreSqlServer.DropDatabaseAsync(owner);
            await base.DisposeAsync();
        }

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
