using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>All rows of the current company, in every module: also deleted ones and those of customers that the current person does not see.</summary>
public interface ITenantTables : IScopedDependency
{
    /// <summary>Every table with rows of companies, by module.</summary>
    IReadOnlyList<TenantTable> All { get; }

    /// <summary>Tables and columns that are kept out, and why.</summary>
    IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>How many rows of the current company there are.</summary>
    Task<long> CountAsync(TenantTable table, CancellationToken cancellationToken = default);

    /// <summary>Rows of the current company in the order of their keys, streamed: no other command runs until the last one is read.</summary>
    /// <param name="table">One of <see cref="All"/>.</param>
    /// <param name="after"><see cref="TenantTable.CursorOf"/> the last row that is not wanted; null from the first one on.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<object?[]> ReadAsync(TenantTable table, string? after, int limit, CancellationToken cancellationToken = default);
}

// SQL of its own: query filters hide from a person what is the company's all the same. The company stands in each command, and row-level
// security behind it.
internal sealed class TenantTables(IEnumerable<ContextRegistration> contexts, UnitOfWork unitOfWork, ICurrentTenant tenant, IServiceProvider services) : ITenantTables
{
    private readonly List<LeftOut> _leftOut = [];
    private IReadOnlyList<TenantTable>? _all;

    public IReadOnlyList<TenantTable> All => _all ??= [.. contexts
        .SelectMany(c => TenantTable.Of(c, ((DbContext)services.GetRequiredService(c.Type)).Model, _leftOut)).OrderBy(t => t.Module, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal)];

    public IReadOnlyList<LeftOut> LeftOut => [.. All.SelectMany(t => t.LeftOut), .. _leftOut];

    public async Task<long> CountAsync(TenantTable table, CancellationToken cancellationToken = default)
    {
        await using var command = await CommandAsync($"SELECT COUNT(*) FROM {Quote(table.TableName)} WHERE {Own(table)}", cancellationToken);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async IAsyncEnumerable<object?[]> ReadAsync(TenantTable table, string? after, int limit, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var key = string.Join(", ", table.Key.Select(i => Quote(table.Columns[i])));
        var rest = after is null ? "" : $" AND ({key}) > ({string.Join(", ", table.Key.Select((_, i) => $"@k{i}"))})";
        await using var command = await CommandAsync(
            $"SELECT {string.Join(", ", table.Columns.Select(Quote))} FROM {Quote(table.TableName)} WHERE ({Own(table)}){rest} ORDER BY {key} LIMIT {limit}", cancellationToken);
        if (after is not null)
            table.AddKey(command, after);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return table.Read(reader);
    }

    private async Task<DbCommand> CommandAsync(string sql, CancellationToken cancellationToken)
    {
        var company = tenant.Id ?? throw new InvalidOperationException("No company is current.");
        if (unitOfWork.Connection.State != ConnectionState.Open)
            await unitOfWork.Connection.OpenAsync(cancellationToken);
        await unitOfWork.PrepareAsync(cancellationToken);
        var command = unitOfWork.Connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the model, values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = unitOfWork.Transaction;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@company", company);
        command.Parameters.Add(parameter);
        return command;
    }

    private static string Own(TenantTable table) => string.Join(" OR ", table.Owners.Select(o => $"{Quote(o)} = @company"));

    private static string Quote(string name) => $"\"{name}\"";
}
