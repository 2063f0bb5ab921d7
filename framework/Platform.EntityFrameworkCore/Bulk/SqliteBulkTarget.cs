using System.Data.Common;

namespace Platform.EntityFrameworkCore;

/// <summary>One prepared insert, executed row by row: the fastest way on SQLite, where no network is between.</summary>
internal sealed class SqliteBulkTarget : IBulkTarget
{
    private readonly DbCommand _command;
    private readonly IReadOnlyList<BulkColumn> _columns;

    public SqliteBulkTarget(UnitOfWork unitOfWork, IReadOnlyList<BulkColumn> columns)
    {
        _columns = columns;
        _command = unitOfWork.Connection.CreateCommand();
        _command.Transaction = unitOfWork.Transaction;
#pragma warning disable CA2100 // Table and column names come from the model.
        _command.CommandText = $"{BulkColumn.Sql(columns)} VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            _command.Parameters.Add(parameter);
        }
    }

    public async Task WriteAsync(IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < _columns.Count; i++)
            {
                _command.Parameters[i].Value = _columns[i].Read(row) ?? DBNull.Value;
            }

            await _command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public Task CompleteAsync(int count, CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
