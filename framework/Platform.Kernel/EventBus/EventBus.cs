namespace Platform.Kernel;

/// <summary>Tells handlers in the same scope and transaction at once; an exception of a handler reaches the publisher.</summary>
public interface ILocalEventBus
{
    /// <summary>Returns when every handler has run, in module order.</summary>
    Task PublishAsync<TEvent>(TEvent eventData, CancellationToken cancellationToken = default) where TEvent : notnull;
}

/// <summary>Handles a local event inside the publisher's transaction.</summary>
public interface ILocalEventHandler<in TEvent> : ITransientDependency
{
    /// <summary>Runs before the commit.</summary>
    Task HandleAsync(TEvent eventData, CancellationToken cancellationToken);
}

/// <summary>
/// Tells other modules after the commit, at least once, through a row written in the same transaction. A handler sees each event
/// once in effect: its inbox row commits with its work.
/// </summary>
public interface IDistributedEventBus
{
    /// <summary>Records the event; it is delivered only if the unit of work commits. The type must be serialisable as JSON.</summary>
    Task PublishAsync<TEvent>(TEvent eventData, CancellationToken cancellationToken = default) where TEvent : notnull;
}

/// <summary>Handles a distributed event in its own scope and transaction, in the publisher's company, with its own retries.</summary>
public interface IDistributedEventHandler<in TEvent> : ITransientDependency
{
    /// <summary>An exception undoes this handler's work only; it is tried again later, at growing intervals.</summary>
    Task HandleEventAsync(TEvent eventData, CancellationToken cancellationToken);
}
