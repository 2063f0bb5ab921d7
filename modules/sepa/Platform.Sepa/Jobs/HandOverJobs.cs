using Platform.Kernel;

namespace Platform.Sepa;

internal sealed record StageHandOverArgs(Guid RemittanceId, string Company);

internal sealed record ReleaseHandOverArgs(Guid RemittanceId, string Company);

/// <summary>First step: the connector holds the file. That and the order to let it go are written down together.</summary>
[CallsOut]
internal sealed class StageHandOverJob(BankDeliveries deliveries, SepaDbContext db, IBackgroundJobManager jobs) : IBackgroundJob<StageHandOverArgs>
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task ExecuteAsync(StageHandOverArgs args, CancellationToken cancellationToken)
    {
        var handOver = await deliveries.GetAsync(args.RemittanceId, cancellationToken);
        if (handOver.State != HandOverState.Waiting)
            return;
        var attempt = Guid.CreateVersion7();
        try
        {
            await deliveries.StageAsync(handOver, args.Company, attempt, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await jobs.EnqueueAsync(args, Pause, cancellationToken);
            await deliveries.FailedAsync(handOver, e, cancellationToken);
            return;
        }

        handOver.Staged(attempt);
        await jobs.EnqueueAsync(new ReleaseHandOverArgs(args.RemittanceId, args.Company), cancellationToken: cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Second step: it leaves. The connector does nothing when it had let it go before a host died.</summary>
[CallsOut]
internal sealed class ReleaseHandOverJob(BankDeliveries deliveries, SepaDbContext db, IBackgroundJobManager jobs, TimeProvider clock) : IBackgroundJob<ReleaseHandOverArgs>
{
    public async Task ExecuteAsync(ReleaseHandOverArgs args, CancellationToken cancellationToken)
    {
        var handOver = await deliveries.GetAsync(args.RemittanceId, cancellationToken);
        if (handOver.State != HandOverState.Staged)
            return;
        try
        {
            await deliveries.ReleaseAsync(handOver, args.Company, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await jobs.EnqueueAsync(args, StageHandOverJob.Pause, cancellationToken);
            await deliveries.FailedAsync(handOver, e, cancellationToken);
            return;
        }

        handOver.Done(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
    }
}
