using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Platform.EntityFrameworkCore;

internal sealed class SqliteDatabase : IDatabase
{
    private readonly string _connectionString;
    private readonly string _lockFile;

    public SqliteDatabase(IOptions<DatabaseOptions> options)
    {
        var builder = new SqliteConnectionStringBuilder(options.Value.ConnectionString) { DefaultTimeout = options.Value.CommandTimeout };
        builder.DataSource = Path.GetFullPath(builder.DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        _connectionString = builder.ToString();
        _lockFile = builder.DataSource + ".lock";
    }

    public string? TenantCommandText => null;

    public DbConnection CreateConnection() => new SqliteConnection(_connectionString);

    public void Configure(DbContextOptionsBuilder builder, string prefix, bool asOwner) =>
        builder.UseSqlite(_connectionString, o => o.MigrationsHistoryTable($"__EFMigrationsHistory_{prefix}"))
            // A column that changes makes its table anew with foreign keys off, which no transaction can hold: such migrations stand alone
            // and may be repeated, so nobody needs the warning at each first start.
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));

    // EF's own lock on SQLite is a row that a killed process leaves behind for ever; the operating system releases this one.
    public async Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                var held = new FileStream(_lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                await PrepareFileAsync(cancellationToken);
                return held;
            }
            catch (IOException)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
    }

    public Task VerifyRoleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SecureAsync(DbContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PrepareFileAsync(CancellationToken cancellationToken)
    {
        await using var connection = CreateConnection();
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\";";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
