using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.Kernel;
using Quartz;

namespace Platform.AspNetCore;

/// <summary>One run of a recurring worker, on one host at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class WorkerJob(IServiceScopeFactory scopes) : IJob
{
    internal const string WorkerKey = "worker";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var name = context.MergedJobDataMap.GetString(WorkerKey);
        var worker = scope.ServiceProvider.GetServices<IBackgroundWorker>().SingleOrDefault(w => w.GetType().FullName == name);
        if (worker is not null)
        {
            await worker.DoWorkAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CompleteAsync(cancellationToken);
        }
    }
}

/// <summary>Puts every worker on the schedule when the host starts; a changed period replaces the old one.</summary>
internal sealed class WorkerSchedule(ISchedulerFactory factory, IServiceScopeFactory scopes) : IHostedService
{
    private const string Group = "workers";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        foreach (var worker in scope.ServiceProvider.GetServices<IBackgroundWorker>())
        {
            var name = worker.GetType().FullName!;
            var job = JobBuilder.Create<WorkerJob>().WithIdentity(name, Group).UsingJobData(WorkerJob.WorkerKey, name).Build();
            var trigger = TriggerBuilder.Create().WithIdentity(name, Group).StartNow()
                .WithSimpleSchedule(s => s.WithInterval(worker.Period).RepeatForever()).Build();
            await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
