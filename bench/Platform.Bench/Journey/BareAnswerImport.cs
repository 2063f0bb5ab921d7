using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Platform.Bench;

/// <summary>
/// The floor of an import: the bare loop, and plain SQL in one transaction that adds a row for each order it reads and gives the order its
/// state, a thousand orders a batch. No check, no hash, no audit, two indexes.
/// </summary>
internal sealed class BareAnswerImport(DbConnection connection, bool isPostgreSql)
{
    private const int BatchSize = 1_000;
    private const string Insert = "INSERT INTO bare_items (id, reference, amount, status) VALUES (@id, @reference, @amount, @status)";
    private const string Update = "UPDATE bare_orders SET state = @status, state_on = '2026-11-30' WHERE reference = @reference";

    public static async Task<int> RunAsync(string folder, int count, string file)
    {
        await using var connection = ProductDatabase.Connect(folder);
        await connection.OpenAsync();
        var import = new BareAnswerImport(connection, connection is NpgsqlConnection);
        await import.CreateAsync(count);
        var (_, seconds) = await Timing.OnceAsync(() => import.ImportAsync(file));
        Outcome.Tell(new Outcome(seconds, null, PeakMemory.Kilobytes("VmHWM:")));
        return 0;
    }

    private async Task CreateAsync(int count)
    {
        foreach (var table in (string[])["bare_items", "bare_orders"])
            await ExecuteAsync($"DROP TABLE IF EXISTS {table}");
        var id = isPostgreSql ? "uuid" : "text";
        await ExecuteAsync($"CREATE TABLE bare_orders (id {id} PRIMARY KEY, reference varchar(35) NOT NULL UNIQUE, state varchar(4), state_on date)");
        await ExecuteAsync($"CREATE TABLE bare_items (id {id} PRIMARY KEY, reference varchar(35) NOT NULL, amount numeric, status varchar(4))");
        await ExecuteAsync("CREATE INDEX bare_items_reference ON bare_items (reference)");
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var batch in SampleRows.Take(count).Chunk(BatchSize))
            await SendAsync(transaction, batch.Select(row => (Insert: "INSERT INTO bare_orders (id, reference) VALUES (@id, @reference)", new BareItem(row.EndToEndId, 0, ""))));
        await transaction.CommitAsync();
        await ExecuteAsync("ANALYZE bare_orders");
    }

    private async Task<bool> ImportAsync(string file)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var batch in BareAnswerReader.Read(file).Chunk(BatchSize))
            await SendAsync(transaction, batch.SelectMany(item => ((string, BareItem)[])[(Insert, item), (Update, item)]));
        await transaction.CommitAsync();
        return true;
    }

    private async Task SendAsync(DbTransaction transaction, IEnumerable<(string Sql, BareItem Item)> commands)
    {
        if (isPostgreSql)
        {
            await using var batch = connection.CreateBatch();
            batch.Transaction = transaction;
            foreach (var (sql, item) in commands)
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = sql;
                Fill(command.Parameters, (name, value) => new NpgsqlParameter(name, value), sql, Guid.CreateVersion7(), item);
                batch.BatchCommands.Add(command);
            }
            await batch.ExecuteNonQueryAsync();
            return;
        }

        foreach (var (sql, item) in commands)
            await ExecuteAsync(transaction, sql, item);
    }

    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    private async Task ExecuteAsync(DbTransaction transaction, string sql, BareItem item)
    {
        if (!_prepared.TryGetValue(sql, out var command))
            _prepared[sql] = command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction)transaction;
        command.Parameters.Clear();
        Fill(command.Parameters, (name, value) => new SqliteParameter(name, value), sql, $"{Guid.CreateVersion7()}", item);
        await command.ExecuteNonQueryAsync();
    }

    private static void Fill(DbParameterCollection parameters, Func<string, object, DbParameter> make, string sql, object id, BareItem item)
    {
        foreach (var (name, value) in ((string, object)[])[("@id", id), ("@reference", item.EndToEndId), ("@amount", item.Amount), ("@status", item.Status)])
        {
            if (sql.Contains(name, StringComparison.Ordinal))
                parameters.Add(make(name, value));
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names written here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
