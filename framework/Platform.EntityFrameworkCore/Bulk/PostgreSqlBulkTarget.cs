using Npgsql;

namespace Platform.EntityFrameworkCore;

/// <summary>
/// One insert per batch from arrays: PostgreSQL refuses COPY into tables under row-level security.
/// </summary>
internal sealed class PostgreSqlBulkTarget : IBulkTarget
{
    private readonly NpgsqlCommand _command;
    private readonly IReadOnlyList<BulkColumn> _columns;

    public PostgreSqlBulkTarget(UnitOfWork unitOfWork, IReadOnlyList<BulkColumn> columns)
    {
        _columns = columns;
        // Casts name the base type only: a cast to varchar(n) would cut values silently, the column itself refuses them.
        var arrays = string.Join(", ", columns.Select((c, i) => $"@p{i}::{ArrayType(c)}[]"));
        _command = (NpgsqlCommand)unitOfWork.Connection.CreateCommand();
        _command.Transaction = (NpgsqlTransaction?)unitOfWork.Transaction;
#pragma warning disable CA2100 // Table and column names come from the model.
        _command.CommandText = $"{BulkColumn.Sql(columns)} SELECT * FROM unnest({arrays})";
#pragma warning restore CA2100
    }

    public async Task WriteAsync(IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return;
        }

        _command.Parameters.Clear();
        for (var i = 0; i < _columns.Count; i++)
        {
            _command.Parameters.AddWithValue($"p{i}", ArrayOf(_columns[i], rows));
        }

        await _command.ExecuteNonQueryAsync(cancellationToken);
    }

    // The next statements of the transaction meet the new rows before the server analyses the table by itself.
    public async Task CompleteAsync(int count, CancellationToken cancellationToken)
    {
        if (count < IBulkTarget.RowsThatMisleadThePlanner)
        {
            return;
        }

        _command.Parameters.Clear();
        _command.Parameters.AddWithValue(_columns[0].Table);
        _command.CommandText = $"SELECT {RowLevelSecurity.RefreshStatistics}($1)";
        await _command.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static string ArrayType(BulkColumn column) => column.StoreType == "character varying" ? "text" : column.StoreType;

    private static Array ArrayOf(BulkColumn column, IReadOnlyList<object> rows)
    {
        var element = column.ProviderType.IsValueType ? typeof(Nullable<>).MakeGenericType(column.ProviderType) : column.ProviderType;
        var array = Array.CreateInstance(element, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            array.SetValue(column.Read(rows[i]), i);
        }

        return array;
    }
}
