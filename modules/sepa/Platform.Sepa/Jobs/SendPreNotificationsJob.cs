using Platform.Kernel;

namespace Platform.Sepa;

internal sealed record SendPreNotificationsArgs(Guid RemittanceId, DateOnly DueOn);

/// <summary>One batch after the other, with pauses: a mail that opens an account never waits behind 100,000 of these.</summary>
internal sealed class SendPreNotificationsJob(PreNotificationSending sending, IBackgroundJobManager jobs) : IBackgroundJob<SendPreNotificationsArgs>
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    public async Task ExecuteAsync(SendPreNotificationsArgs args, CancellationToken cancellationToken)
    {
        if (await sending.SendAsync(args.RemittanceId, args.DueOn, cancellationToken))
            await jobs.EnqueueAsync(args, Pause, cancellationToken);
    }
}
