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
    /// <summary>Every table with rows of companies that are exported, by module.</summary>
    IReadOnlyList<TenantTable> All { get; }

    /// <summary>Every table whose rows are erased with their company, those first that refer to others.</summary>
    IReadOnlyList<TenantTable> Erased { get; }

    /// <summary>Every table whose rows outlive it.</summary>
    IReadOnlyList<TenantTable> Retained { get; }

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

    /// <summary>Erases rows of the current company in the current transaction, without a trace of each in the trail.</summary>
    /// <param name="table">One of <see cref="Erased"/>.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many were erased.</returns>
    Task<long> EraseAsync(TenantTable table, int limit, CancellationToken cancellationToken = default);
}

// SQL of its own: query filters hide from a person what is the company's all the same. The company stands in each command, and row-level
// security behind it.
internal sealed class TenantTables(IEnumerable<ContextRegistration> contexts, UnitOfWork unitOfWork, IDatabase database, ICurrentTenant tenant, IServiceProvider services) : ITenantTables
{
    private List<TenantTable>? _known;
    private IReadOnlyList<TenantTable>? _all;
    private IReadOnlyList<TenantTable>? _erased;

    public IReadOnlyList<TenantTable> All => _all ??= Known.FindAll(t => t.IsExported);

    public IReadOnlyList<TenantTable> Erased => _erased ??= ChildrenFirst(Known.FindAll(t => t.Retained is null));

    public IReadOnlyList<TenantTable> Retained => Known.FindAll(t => t.Retained is not null);

    public IReadOnlyList<LeftOut> LeftOut =>
        [.. All.SelectMany(t => t.LeftOut), .. Known.Where(t => t.KeptOut is not null).Select(t => new LeftOut($"{t.Module}/{t.Name}", null, t.KeptOut!))];

    private List<TenantTable> Known => _known ??= [.. contexts
        .SelectMany(c => TenantTable.Of(c, ((DbContext)services.GetRequiredService(c.Type)).Model)).OrderBy(t => t.Module, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal)];

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

    public async Task<long> EraseAsync(TenantTable table, int limit, CancellationToken cancellationToken = default)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        foreach (var column in table.OwnReferences.Select(Quote))
        {
            await using var release = await CommandAsync($"UPDATE {Quote(table.TableName)} SET {column} = NULL WHERE ({Own(table)}) AND {column} IS NOT NULL", cancellationToken);
            await release.ExecuteNonQueryAsync(cancellationToken);
        }

        // What the application may only add to is erased by its owner, through a function.
        var byOwner = table.IsAppendOnly && database.TenantCommandText is not null;
        var key = string.Join(", ", table.Key.Select(i => Quote(table.Columns[i])));
        await using var command = await CommandAsync(byOwner
            ? $"SELECT {Quote(RowLevelSecurity.EraserOf(table.TableName))}({limit})"
            : $"DELETE FROM {Quote(table.TableName)} WHERE ({key}) IN (SELECT {key} FROM {Quote(table.TableName)} WHERE {Own(table)} LIMIT {limit})", cancellationToken);
        return byOwner ? (long)(await command.ExecuteScalarAsync(cancellationToken))! : await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static List<TenantTable> ChildrenFirst(List<TenantTable> rest)
    {
        var ordered = new List<TenantTable>();
        while (rest.Count > 0)
        {
            var free = rest.FindAll(t => rest.TrueForAll(o => !o.RefersTo.Contains(t.TableName)));
            if (free.Count == 0)
                throw new InvalidOperationException($"Foreign keys go round in a circle: {string.Join(", ", rest.Select(t => t.TableName))}.");
            ordered.AddRange(free);
            rest.RemoveAll(free.Contains);
        }

        return ordered;
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
