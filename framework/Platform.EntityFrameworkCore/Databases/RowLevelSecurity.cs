using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>
/// Policies and grants on PostgreSQL: each tenant table shows and takes only rows of the tenant set on the connection, for the
/// table's owner too; the application's role gets no more than it needs.
/// </summary>
internal sealed class RowLevelSecurity(string ownerConnectionString, string applicationRole)
{
    public const string JobsSchema = "platform_jobs";
    public const string RefreshStatistics = "platform_refresh_statistics";
    private const string Policy = "platform_tenant";
    private const string Condition = "\"TenantId\" = nullif(current_setting('platform.tenant', true), '')::uuid";

    public async Task ApplyAsync(IModel model, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            $"CREATE SCHEMA IF NOT EXISTS {JobsSchema}; GRANT USAGE, CREATE ON SCHEMA {JobsSchema} TO {Quote(applicationRole)}",
            cancellationToken);
        await ExecuteAsync(connection, StatisticsFunction(), cancellationToken);
        foreach (var type in model.GetEntityTypes().Where(t => t.GetTableName() is not null))
        {
            await ExecuteAsync(connection, Grants(type), cancellationToken);
            if (typeof(IMultiTenant).IsAssignableFrom(type.ClrType))
            {
                await ExecuteAsync(connection, PolicyFor(type.GetTableName()!), cancellationToken);
                if (type.ClrType.IsDefined(typeof(AppendOnlyAttribute), false) && !type.ClrType.IsDefined(typeof(RetainedAttribute), false))
                {
                    await ExecuteAsync(connection, EraserFunction(type.GetTableName()!), cancellationToken);
                }
            }
        }
    }

    public static string EraserOf(string table) => $"platform_erase_{table}";

    // Rows of the tenant on the connection and no others: the policy binds the owner too.
    private string EraserFunction(string table) => $"""
        CREATE OR REPLACE FUNCTION {Quote(EraserOf(table))}(most integer) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $body$
        DECLARE erased bigint;
        BEGIN
          DELETE FROM {Quote(table)} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {Quote(table)} WHERE {Condition} LIMIT most));
          GET DIAGNOSTICS erased = ROW_COUNT;
          RETURN erased;
        END $body$;
        REVOKE ALL ON FUNCTION {Quote(EraserOf(table))}(integer) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION {Quote(EraserOf(table))}(integer) TO {Quote(applicationRole)}
        """;

    private string Grants(IEntityType type)
    {
        var rights = type.ClrType.IsDefined(typeof(AppendOnlyAttribute), false) ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
        return $"GRANT {rights} ON {Quote(type.GetTableName()!)} TO {Quote(applicationRole)}";
    }

    // Only an owner may ANALYZE. A table that is being analysed already is left alone, so that no import waits for another one.
    private string StatisticsFunction() => $"""
        CREATE OR REPLACE FUNCTION {RefreshStatistics}(name text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $body$
        BEGIN EXECUTE format('ANALYZE (SKIP_LOCKED) %I.%I', current_schema(), name); END $body$;
        REVOKE ALL ON FUNCTION {RefreshStatistics}(text) FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION {RefreshStatistics}(text) TO {Quote(applicationRole)}
        """;

    // Checked first: ALTER TABLE takes a lock that would stop a busy host while another one starts.
    private static string PolicyFor(string table) => $"""
        DO $$ BEGIN
          IF NOT EXISTS (SELECT 1 FROM pg_policies WHERE schemaname = current_schema() AND tablename = '{table}' AND policyname = '{Policy}') THEN
            ALTER TABLE {Quote(table)} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {Quote(table)} FORCE ROW LEVEL SECURITY;
            CREATE POLICY {Policy} ON {Quote(table)} USING ({Condition}) WITH CHECK ({Condition});
          END IF;
        END $$
        """;

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

#pragma warning disable CA2100 // Names come from the model and the host's own configuration, quoted; DDL takes no parameters.
    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
#pragma warning restore CA2100
}
