using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.Bench;

/// <summary>The databases the product is measured on: SQLite always, PostgreSQL where the variables of etc/services/postgres.sh are set.</summary>
internal sealed record ProductDatabase(string Name, bool IsPostgreSql)
{
    private const string OwnerVariable = "PLATFORM_TEST_POSTGRES_OWNER";
    private const string ApplicationVariable = "PLATFORM_TEST_POSTGRES_APP";

    public static IReadOnlyList<ProductDatabase> All() => Environment.GetEnvironmentVariable(OwnerVariable) is { Length: > 0 }
        ? [new("SQLite", false), new("PostgreSQL", true)]
        : [new("SQLite", false)];

    /// <summary>What the host is configured with for a folder that <see cref="Create"/> made.</summary>
    public static string[] Arguments(string folder) =>
    [
        .. File.ReadAllLines(Path.Combine(folder, "host.txt")),
        $"--Blobs:Path={Path.Combine(folder, "blobs")}", $"--KeyRing:KeyFile={Path.Combine(folder, "keyring.key")}",
        $"--Vault:File:Path={Path.Combine(folder, "vault.key")}", $"--Vault:ErasurePath={Path.Combine(folder, "vault-erasure")}",
        "--applicationName=Platform.Host", "--environment=Development", "--Demo:Enabled=false", "--Signing:Demonstration=true", "--urls=http://127.0.0.1:0",
        "--Requests:PersonPerMinute=100000000", "--Requests:StrangerPerMinute=100000000", "--Logging:LogLevel:Default=Error", "--Logging:LogLevel:Microsoft=Error",
    ];

    public void Create(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, "host.txt"), IsPostgreSql ? PostgreSql(NameOf(folder)) : Sqlite(folder));
    }

    /// <summary>A connection of its owner to the database of a folder.</summary>
    public static DbConnection Connect(string folder)
    {
        var options = File.ReadAllLines(Path.Combine(folder, "host.txt")).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        return options.TryGetValue("--Database:OwnerConnectionString", out var owner)
            ? new NpgsqlConnection(owner)
            : new SqliteConnection(options["--Database:ConnectionString"]);
    }

    public void Drop(string folder)
    {
        if (IsPostgreSql)
            Execute($"DROP DATABASE IF EXISTS {NameOf(folder)} WITH (FORCE)");
        Directory.Delete(folder, recursive: true);
    }

    private static string[] Sqlite(string folder) =>
        ["--Database:Provider=Sqlite", $"--Database:ConnectionString=Data Source={Path.Combine(folder, "platform.db")}"];

    private static string[] PostgreSql(string name)
    {
        Execute($"CREATE DATABASE {name}");
        return
        [
            "--Database:Provider=PostgreSql", $"--Database:ConnectionString={With(ApplicationVariable, name)}",
            $"--Database:OwnerConnectionString={With(OwnerVariable, name)}",
        ];
    }

    private static string NameOf(string folder) => "platform_" + Path.GetFileName(folder).Replace('-', '_');

    private static string With(string variable, string database) =>
        new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(variable)) { Database = database }.ToString();

#pragma warning disable CA2100 // Names made here.
    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(With(OwnerVariable, "postgres"));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
