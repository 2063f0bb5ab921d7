using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>
/// Brings outbox rows to their handlers: events directly, jobs by way of the scheduler. Every host runs one; a row is leased by an
/// atomic update, and a host that dies leaves it to the others when the lease ends.
/// </summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, OutboxSignal signal, MessageHandlers handlers, MessageDelivery delivery, JobScheduler jobs, TimeProvider clock,
    ILogger<OutboxDispatcher> logger) : BackgroundService
{
    private const int BatchSize = 50;
    private const int ErrorLength = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Handlers of an event run under their lease; a job is only passed on, so that what a dead host had begun waits no longer than this.
    private static readonly TimeSpan EventLease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan JobLease = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DispatchBatchAsync(stoppingToken))
                {
                }

                await signal.WaitAsync(Interval, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "Outbox cannot be read; next attempt in {Interval}", Interval);
                await signal.WaitAsync(Interval, stoppingToken);
            }
        }
    }

    private async Task<bool> DispatchBatchAsync(CancellationToken cancellationToken)
    {
        var batch = await WithContextAsync(context => DueAsync(context, cancellationToken));
        foreach (var message in batch)
        {
            if (await WithContextAsync(context => LeaseAsync(context, message, cancellationToken)))
            {
                await DispatchAsync(message, cancellationToken);
            }
        }

        return batch.Count == BatchSize;
    }

    private Task<List<OutboxMessage>> DueAsync(KernelDbContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return context.Outbox.AsNoTracking().Where(m => m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).Take(BatchSize).ToListAsync(cancellationToken);
    }

    private async Task<bool> LeaseAsync(KernelDbContext context, OutboxMessage message, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow().UtcDateTime + (message.Kind == OutboxKind.Job ? JobLease : EventLease);
        return await context.Outbox
            .Where(m => m.Id == message.Id && m.NextAttemptAt == message.NextAttemptAt)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAttemptAt, until), cancellationToken) == 1;
    }

    private async Task DispatchAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var error = message.Kind == OutboxKind.Job ? await TryAsync(() => jobs.ScheduleAsync(message, cancellationToken)) : await DeliverAsync(message, cancellationToken);
        if (error is null)
        {
            await WithContextAsync(context => context.Outbox.Where(m => m.Id == message.Id).ExecuteDeleteAsync(cancellationToken));
            return;
        }

        logger.LogWarning(error, "Message {Id} of type {Type} failed at attempt {Attempt}", message.Id, message.Type, message.Attempts + 1);
        var next = clock.GetUtcNow().UtcDateTime + Backoff.After(message.Attempts);
        var text = error.GetType().Name + ": " + error.Message;
        await WithContextAsync(context => context.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.Attempts, m => m.Attempts + 1)
                .SetProperty(m => m.NextAttemptAt, next)
                .SetProperty(m => m.LastError, text.Length > ErrorLength ? text[..ErrorLength] : text),
            cancellationToken));
    }

    private async Task<Exception?> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        Exception? first = null;
        var envelope = new Envelope(message.Id, message.TenantId, message.UserId, message.Payload);
        foreach (var handler in handlers.For(message.Type))
        {
            first = await TryAsync(() => delivery.DeliverAsync(handler, envelope, cancellationToken)) ?? first;
        }

        return first;
    }

    private static async Task<Exception?> TryAsync(Func<Task> action)
    {
        try
        {
            await action();
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e;
        }
    }

    private async Task<T> WithContextAsync<T>(Func<KernelDbContext, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await work(scope.ServiceProvider.GetRequiredService<KernelDbContext>());
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CompleteAsync();
        return result;
    }
}

internal static class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>5 s, 10 s, 20 s ... one hour.</summary>
    public static TimeSpan After(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 5 * Math.Pow(2, Math.Min(attempts, 20))));
}
