using System.Globalization;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Quartz;

namespace Platform.AspNetCore;

/// <summary>Hands jobs to the persistent scheduler. The same message scheduled twice is one job.</summary>
internal sealed class JobScheduler(ISchedulerFactory factory, MessageHandlers handlers, TimeProvider clock) : ISingletonDependency
{
    internal const string Group = "jobs";

    public async Task ScheduleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        foreach (var handler in handlers.For(message.Type))
        {
            var key = new JobKey($"{message.Id:N}-{handler.Implementation.Name}", Group);
            if (!await scheduler.Exists(key, cancellationToken))
            {
                await scheduler.ScheduleJob(Job(key, handler, message), TriggerBuilder.Create().StartAt(clock.GetUtcNow()).Build(), new ScheduleJobOptions(), cancellationToken);
            }
        }
    }

    private static IJobDetail Job(JobKey key, MessageHandler handler, OutboxMessage message) => JobBuilder.Create<MessageJob>()
        .WithIdentity(key)
        .RequestRecovery()
        .UsingJobData(MessageJob.HandlerKey, handler.Name)
        .UsingJobData(MessageJob.IdKey, message.Id.ToString())
        .UsingJobData(MessageJob.TenantKey, message.TenantId.ToString())
        .UsingJobData(MessageJob.UserKey, message.UserId?.ToString() ?? "")
        .UsingJobData(MessageJob.PayloadKey, message.Payload)
        .UsingJobData(MessageJob.AttemptsKey, 0.ToString(CultureInfo.InvariantCulture))
        .Build();
}
