using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Platform.EntityFrameworkCore;

/// <summary>
/// One prepared insert, executed row by row: the fastest way on SQLite, where no network is between. Values go to SQLite by their
/// position: a command of Microsoft.Data.Sqlite looks each of them up by its name, for every row.
/// </summary>
internal sealed class SqliteBulkTarget : IBulkTarget
{
    private readonly UnitOfWork _unitOfWork;
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private readonly IReadOnlyList<BulkColumn> _columns;

    public SqliteBulkTarget(UnitOfWork unitOfWork, IReadOnlyList<BulkColumn> columns)
    {
        (_unitOfWork, _columns, _connection) = (unitOfWork, columns, (SqliteConnection)unitOfWork.Connection);
        Require(raw.sqlite3_prepare_v2(_connection.Handle, $"{BulkColumn.Sql(columns)} VALUES ({string.Join(", ", columns.Select(_ => "?"))})", out _statement));
    }

    public Task WriteAsync(IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Require(raw.sqlite3_clear_bindings(_statement));
            Bind(row);
            Require(raw.sqlite3_step(_statement));
            Require(raw.sqlite3_reset(_statement));
        }

        return Task.CompletedTask;
    }

    // What is not bound is null.
    private void Bind(object row)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].Read(row) is { } value)
                Require(SqliteValue.Bind(_statement, i + 1, value));
        }
    }

    // Without statistics a company is taken for ten rows, and a thousand ids for more than it has. Connections read them when they open.
    // Looking at 100,000 rows takes a fifth of a second; at fewer, a large company would be taken for a small one.
    public async Task CompleteAsync(int count, CancellationToken cancellationToken)
    {
        if (count < IBulkTarget.RowsThatMisleadThePlanner)
        {
            return;
        }

        await using var command = _connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)_unitOfWork.Transaction;
#pragma warning disable CA2100 // The table's name comes from the model.
        command.CommandText = $"PRAGMA analysis_limit = 100000; ANALYZE \"{_columns[0].Table}\"";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        _unitOfWork.OnCommitted(() => SqliteConnection.ClearPool(_connection));
    }

    public ValueTask DisposeAsync()
    {
        _statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Require(int code) => SqliteException.ThrowExceptionForRC(code, _connection.Handle);
}
