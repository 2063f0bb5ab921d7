using Platform.Kernel;

namespace Platform.Tenancy;

internal sealed record ContinueExportArgs(Guid ExportId);

/// <summary>Goes on with an export for a while, then lets others have the scheduler. It holds no transaction while it reads and writes files.</summary>
[CallsOut]
internal sealed class ContinueExportJob(ExportRun run, IBackgroundJobManager jobs, TimeProvider clock) : IBackgroundJob<ContinueExportArgs>
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(20);

    public async Task ExecuteAsync(ContinueExportArgs args, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        while (await run.StepAsync(args.ExportId, cancellationToken))
        {
            if (clock.GetElapsedTime(start) < Turn)
                continue;
            await jobs.EnqueueAsync(args, cancellationToken: cancellationToken);
            return;
        }
    }
}
