using Npgsql;

namespace Platform.TestBase;

/// <summary>The PostgreSQL that tests may create databases on.</summary>
public static class PostgreSqlServer
{
    public const string OwnerVariable = "PLATFORM_TEST_POSTGRES_OWNER";
    public const string ApplicationVariable = "PLATFORM_TEST_POSTGRES_APP";

    public static bool IsConfigured => Environment.GetEnvironmentVariable(OwnerVariable) is { Length: > 0 };

    /// <summary>Empty, or a copy.</summary>
    public static Task<(string Owner, string Application)> CreateDatabaseAsync(string? template = null) =>
        CreateNamedDatabaseAsync($"platform_{Guid.CreateVersion7():N}", template);

    public static async Task<(string Owner, string Application)> CreateNamedDatabaseAsync(string name, string? template = null)
    {
        await ExecuteAsync(template is null ? $"CREATE DATABASE {name}" : $"CREATE DATABASE {name} TEMPLATE {template}");
        return (With(OwnerVariable, name), With(ApplicationVariable, name));
    }

    public static async Task DropDatabaseAsync(string owner)
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(owner).Database} WITH (FORCE)");
    }

#pragma warning disable CA2100 // Names made here.
    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(With(OwnerVariable, "postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
#pragma warning restore CA2100

    private static string With(string variable, string database) =>
        new NpgsqlConnectionStringBuilder(
            Environment.GetEnvironmentVariable(variable) ?? throw new InvalidOperationException($"{variable} is not set: see etc/services/postgres.sh."))
        {
            Database = database,
        }.ToString();
}
