using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Platform.EntityFrameworkCore;

internal sealed class PostgreSqlDatabase(IOptions<DatabaseOptions> options) : IDatabase, IAsyncDisposable
{
    private const long MigrationLockKey = 0x504C4154464F524D; // "PLATFORM"

    // Whoever may become the owner of tables may also switch their policies off.
    private const string RoleQuery = """
        SELECT CASE
          WHEN rolsuper OR rolbypassrls THEN format('Database role "%s" bypasses row-level security', rolname)
          WHEN rolcreaterole THEN format('Database role "%s" may make and change roles', rolname)
          ELSE (SELECT format('Database role "%s" is or may become the owner of %s', rolname, min(owned.name)) FROM (
            SELECT c.relname::text AS name FROM pg_class c
              WHERE c.relnamespace = to_regnamespace(current_schema()) AND c.relkind IN ('r', 'p') AND pg_has_role(current_user, c.relowner, 'MEMBER')
            UNION ALL SELECT 'the tables' FROM pg_roles o WHERE o.rolname = @owner::text AND pg_has_role(current_user, o.oid, 'MEMBER')) AS owned
            HAVING count(*) > 0)
          END FROM pg_roles WHERE rolname = current_user
        """;

    private readonly NpgsqlDataSource _dataSource = NpgsqlDataSource.Create(options.Value.ConnectionString);

    public string? TenantCommandText => "SELECT set_config('platform.tenant', @tenant, false)";

    private string OwnerConnectionString =>
        options.Value.OwnerConnectionString is { Length: > 0 } owner ? owner : options.Value.ConnectionString;

    private string? OwnerName => options.Value.OwnerConnectionString is { Length: > 0 } owner ? new NpgsqlConnectionStringBuilder(owner).Username : null;

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
        await using var command = _dataSource.CreateCommand(RoleQuery);
        command.Parameters.AddWithValue("owner", (object?)OwnerName ?? DBNull.Value);
        if (await command.ExecuteScalarAsync(cancellationToken) is string wrong)
        {
            throw new InvalidOperationException($"{wrong}. Connect with a role that owns nothing: see docs/operations.md.");
        }
    }

    public async Task SecureAsync(DbContext context, CancellationToken cancellationToken)
    {
        var role = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString).Username!;
        await new RowLevelSecurity(OwnerConnectionString, role).ApplyAsync(context.Model, cancellationToken);
    }

    public ValueTask DisposeAsync() => _dataSource.DisposeAsync();
}
