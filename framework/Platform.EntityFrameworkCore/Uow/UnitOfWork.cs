using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

internal sealed class UnitOfWork(IDatabase database, ICurrentTenant tenant, IServiceProvider services, ILogger<UnitOfWork> logger)
    : IUnitOfWork, IScopedDependency, IAsyncDisposable, IDisposable
{
    private readonly List<PlatformDbContext> _contexts = [];
    private readonly List<Action> _committed = [];
    private DbConnection? _connection;
    private Guid? _connectionTenant;

    public DbTransaction? Transaction { get; private set; }

    public bool HasBegun => Transaction is not null;

    public AuditCollector Audit { get; } = new();

    public DbConnection Connection => _connection ??= database.CreateConnection();

    public void Enlist(PlatformDbContext context)
    {
        context.UnitOfWork = this;
        // SetDbConnection, not the options: through options each context registers its SQLite functions again, which fails while
        // a reader is open.
        context.Database.SetDbConnection(Connection, contextOwnsConnection: false);
        _contexts.Add(context);
        if (Transaction is not null)
        {
            context.Database.UseTransaction(Transaction);
        }
    }

    public async Task BeginAsync(CancellationToken cancellationToken = default)
    {
        if (Transaction is not null)
        {
            return;
        }

        if (Connection.State != ConnectionState.Open)
        {
            await Connection.OpenAsync(cancellationToken);
        }

        Transaction = await Connection.BeginTransactionAsync(cancellationToken);
        foreach (var context in _contexts)
        {
            await context.Database.UseTransactionAsync(Transaction, cancellationToken);
        }
    }

    /// <summary>Before any command: the connection must see the rows of the tenant that is current now.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var current = tenant.Id ?? Guid.Empty;
        if (database.TenantCommandText is not { } text || _connectionTenant == current)
        {
            return;
        }

        await using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // A constant of the database product; the value is a parameter.
        command.CommandText = text;
#pragma warning restore CA2100
        command.Transaction = Transaction;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "tenant";
        parameter.Value = current.ToString();
        command.Parameters.Add(parameter);
        await command.ExecuteNonQueryAsync(cancellationToken);
        _connectionTenant = current;
    }

    public async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        await SaveAsync(cancellationToken);
        if (Audit.Take() is { Count: > 0 } records)
        {
            await services.GetRequiredService<IAuditingStore>().SaveAsync(records, cancellationToken);
            await SaveAsync(cancellationToken);
        }

        if (Transaction is not null)
        {
            await Transaction.CommitAsync(cancellationToken);
            await EndAsync();
        }

        var actions = _committed.ToArray();
        _committed.Clear();
        Array.ForEach(actions, action => action());
    }

    public async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        Audit.Take();
        _committed.Clear();
        if (Transaction is not null)
        {
            await Transaction.RollbackAsync(cancellationToken);
            // PostgreSQL undoes set_config with the transaction.
            _connectionTenant = null;
            await EndAsync();
        }

        _contexts.ForEach(c => c.ChangeTracker.Clear());
    }

    public async Task ReleaseAsync()
    {
        if (HasBegun)
            throw new InvalidOperationException("A unit of work is completed or rolled back before its connection is given back.");
        if (_connection is null)
            return;
        await _connection.CloseAsync();
        _connectionTenant = null;
    }

    public void OnCommitted(Action action) => _committed.Add(action);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (Transaction is not null)
        {
            logger.LogWarning("A unit of work ended without completion; its writes were undone.");
            await Transaction.DisposeAsync();
            Transaction = null;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        foreach (var context in _contexts.ToArray())
        {
            if (context.ChangeTracker.HasChanges())
            {
                await context.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task EndAsync()
    {
        await Transaction!.DisposeAsync();
        Transaction = null;
        foreach (var context in _contexts)
        {
            await context.Database.UseTransactionAsync(null);
        }
    }
}
