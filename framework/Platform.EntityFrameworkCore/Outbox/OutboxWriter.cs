using System.Text.Json;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

internal sealed class OutboxWriter(
    KernelDbContext context, IUnitOfWork unitOfWork, ICurrentTenant tenant, ICurrentUser user, TimeProvider clock, OutboxSignal signal)
    : IDistributedEventBus, IBackgroundJobManager, IScopedDependency
{
    public Task PublishAsync<TEvent>(TEvent eventData, CancellationToken cancellationToken = default) where TEvent : notnull =>
        AddAsync(OutboxKind.Event, eventData, TimeSpan.Zero);

    public Task EnqueueAsync<TArgs>(TArgs args, TimeSpan? delay = null, CancellationToken cancellationToken = default) where TArgs : notnull =>
        AddAsync(OutboxKind.Job, args, delay ?? TimeSpan.Zero);

    private Task AddAsync<T>(OutboxKind kind, T payload, TimeSpan delay) where T : notnull
    {
        var now = clock.GetUtcNow().UtcDateTime;
        context.Outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            TenantId = tenant.Id ?? Guid.Empty,
            UserId = user.Id,
            Type = payload.GetType().FullName!,
            Payload = JsonSerializer.Serialize(payload, payload.GetType()),
            CreatedAt = now,
            NextAttemptAt = now + delay,
        });
        unitOfWork.OnCommitted(signal.Set);
        return Task.CompletedTask;
    }
}

/// <summary>Wakes this host's dispatcher right after a commit; other hosts look at intervals.</summary>
internal sealed class OutboxSignal : ISingletonDependency
{
    private readonly SemaphoreSlim _semaphore = new(0, 1);

    public void Set()
    {
        if (_semaphore.CurrentCount == 0)
        {
            try
            {
                _semaphore.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else set it in between: it is set.
            }
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _semaphore.WaitAsync(atMost, cancellationToken);
}
