using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Platform.EntityFrameworkCore;

internal sealed class PostgreSqlDatabase(IOptions<DatabaseOptions> options) : IDatabase, IAsyncDisposable
{
    private const long MigrationLockKey = 0x504C4154464F524D; // "PLATFORM"
    private readonly NpgsqlDataSource _dataSource = NpgsqlDataSource.Create(options.Value.ConnectionString);

    public string? TenantCommandText => "SELECT set_config('platform.tenant', @tenant, false)";

    private string OwnerConnectionString =>
        options.Value.OwnerConnectionString is { Length: > 0 } owner ? owner : options.Value.ConnectionString;

    public DbConnection CreateConnection() => _dataSource.CreateConnection();

    public void Configure(DbContextOptionsBuilder builder, string prefix, bool asOwner) =>
        builder.UseNpgsql(
            asOwner ? OwnerConnectionString : options.Value.ConnectionString,
            o => o.MigrationsHistoryTable($"__EFMigrationsHistory_{prefix}").CommandTimeout(options.Value.CommandTimeout));

    public async Task<IAsyncDisposable> LockForMigrationAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(OwnerConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "SELECT pg_advisory_lock(@key)";
        command.Parameters.AddWithValue("key", MigrationLockKey);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return connection;
    }

    public async Task VerifyRoleAsync(CancellationToken cancellationToken)
    {
        await using var command = _dataSource.CreateCommand("SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)");
        if (await command.ExecuteScalarAsync(cancellationToken) is string role)
        {
            throw new InvalidOperationException(
                $"Database role \"{role}\" bypasses row-level security. Connect with an ordinary role: see docs/operations.md.");
        }
    }

    public async Task SecureAsync(DbContext context, CancellationToken cancellationToken)
    {
        var role = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString).Username!;
        await new RowLevelSecurity(OwnerConnectionString, role).ApplyAsync(context.Model, cancellationToken);
    }

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();
}
