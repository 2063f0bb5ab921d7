namespace Platform.Kernel;

/// <summary>
/// One connection and one transaction for everything a DI scope does, in every module (ABP: IUnitOfWork). The transaction begins
/// at the first write. Pages, endpoints, jobs and event handlers complete it themselves; a scope that ends without doing so
/// undoes its writes.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>True from the first write to the completion: no network call, and no unit of work beside this one, until then.</summary>
    bool HasBegun { get; }

    /// <summary>Begins the transaction now, with the write lock on SQLite. For check-then-act.</summary>
    Task BeginAsync(CancellationToken cancellationToken = default);

    /// <summary>Writes audit and outbox rows and commits. Nothing is written when nothing changed. May be called again after more work.</summary>
    Task CompleteAsync(CancellationToken cancellationToken = default);

    /// <summary>Undoes every write since the last completion and forgets all tracked entities; the scope may go on reading.</summary>
    Task RollbackAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives the connection back between two units of work; the next command takes another. Before an answer that takes long to send: slow
    /// readers would keep everybody else from the database.
    /// </summary>
    /// <exception cref="InvalidOperationException">Something was written and not completed.</exception>
    Task ReleaseAsync();

    /// <summary>Runs after the commit, never when it fails. For signals only: what must happen belongs in the outbox.</summary>
    void OnCommitted(Action action);
}
