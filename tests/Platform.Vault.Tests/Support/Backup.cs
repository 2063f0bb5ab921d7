using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.Vault.Tests;

/// <summary>Backups by the databases' own means, while the host runs. The settings are a host's.</summary>
internal static class Backup
{
    public static async Task TakeAsync(IReadOnlyDictionary<string, string> settings, Guid company, string file)
    {
        if (OwnerOf(settings) is { } owner)
        {
            await DumpAsync(owner, company, file);
            return;
        }

        await using var source = new SqliteConnection(settings["Database:ConnectionString"]);
        await source.OpenAsync();
        await using var copy = new SqliteConnection($"Data Source={file};Pooling=False");
        await copy.OpenAsync();
        source.BackupDatabase(copy);
    }

    /// <summary>Into a database that is empty.</summary>
    public static async Task RestoreAsync(string file, IReadOnlyDictionary<string, string> settings)
    {
        if (OwnerOf(settings) is { } owner)
            await RunAsync("psql", owner, [], "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", $"--file={file}", $"--dbname={owner.Database}");
        else
            File.Copy(file, new SqliteConnectionStringBuilder(settings["Database:ConnectionString"]).DataSource);
    }

    /// <summary>What the owner sees of one company, as it is held to row-level security. The scheduler's tables are not its own.</summary>
    public static Task DumpAsync(NpgsqlConnectionStringBuilder owner, Guid company, string file) => RunAsync(
        "pg_dump", owner, new() { ["PGOPTIONS"] = $"-c platform.tenant={company}" },
        "--enable-row-security", "--inserts", "--exclude-schema=platform_jobs", $"--file={file}", owner.Database!);

    private static NpgsqlConnectionStringBuilder? OwnerOf(IReadOnlyDictionary<string, string> settings) =>
        settings["Database:Provider"] == "Sqlite" ? null : new NpgsqlConnectionStringBuilder(settings["Database:OwnerConnectionString"]);

    private static Task RunAsync(string program, NpgsqlConnectionStringBuilder owner, Dictionary<string, string?> environment, params string[] arguments)
    {
        environment["PGPASSWORD"] = owner.Password;
        return Programs.RunAsync(program, environment, ["-h", owner.Host!, "-p", $"{owner.Port}", "-U", owner.Username!, .. arguments]);
    }
}
