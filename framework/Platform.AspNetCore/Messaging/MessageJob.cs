using System.Globalization;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Platform.AspNetCore;

/// <summary>Runs one enqueued job; a failure is tried again later, ten times.</summary>
internal sealed class MessageJob(MessageDelivery delivery, MessageHandlers handlers, TimeProvider clock, ILogger<MessageJob> logger) : IJob
{
    internal const string HandlerKey = "handler";
    internal const string IdKey = "id";
    internal const string TenantKey = "tenant";
    internal const string UserKey = "user";
    internal const string PayloadKey = "payload";
    internal const string AttemptsKey = "attempts";
    private const int MostAttempts = 10;
    private static readonly TimeSpan ClosedWait = TimeSpan.FromHours(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var data = context.MergedJobDataMap;
        var name = data.GetString(HandlerKey)!;
        if (handlers.Find(name) is not { } handler)
        {
            throw new InvalidOperationException($"No handler {name}: the module that enqueued this job is not part of this host.");
        }

        try
        {
            await delivery.DeliverAsync(handler, Read(data), cancellationToken);
        }
        catch (TenantClosedException)
        {
            await AgainAsync(context, Attempt(data) - 1, ClosedWait, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await RetryAsync(context, e, cancellationToken);
        }
    }

    private static Envelope Read(JobDataMap data) => new(
        Guid.Parse(data.GetString(IdKey)!),
        Guid.Parse(data.GetString(TenantKey)!),
        Guid.TryParse(data.GetString(UserKey), out var user) ? user : null,
        data.GetString(PayloadKey)!,
        Attempt(data) >= MostAttempts);

    /// <summary>From 1.</summary>
    private static int Attempt(JobDataMap data) => int.Parse(data.GetString(AttemptsKey)!, CultureInfo.InvariantCulture) + 1;

    private async Task RetryAsync(IJobExecutionContext context, Exception error, CancellationToken cancellationToken)
    {
        var attempts = Attempt(context.MergedJobDataMap);
        logger.LogError(error, "Job {Job} failed at attempt {Attempt} of {Most}", context.JobDetail.Key, attempts, MostAttempts);
        if (attempts >= MostAttempts)
        {
            return;
        }

        await AgainAsync(context, attempts, Backoff.After(attempts), cancellationToken);
    }

    private async Task AgainAsync(IJobExecutionContext context, int attempts, TimeSpan wait, CancellationToken cancellationToken)
    {
        var retry = TriggerBuilder.Create()
            .ForJob(context.JobDetail.Key)
            .UsingJobData(AttemptsKey, attempts.ToString(CultureInfo.InvariantCulture))
            .StartAt(clock.GetUtcNow() + wait)
            .Build();
        await context.Scheduler.ScheduleJob(retry, new ScheduleJobOptions(), cancellationToken);
    }
}
