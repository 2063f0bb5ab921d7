namespace Platform.Kernel;

/// <summary>Enqueues work that outlives the request (ABP: IBackgroundJobManager).</summary>
public interface IBackgroundJobManager
{
    /// <summary>
    /// Records the job in the current transaction; it runs once in effect, on any host, after the commit, in the current company
    /// and for the current user. Arguments are stored as JSON: no secrets.
    /// </summary>
    /// <param name="args">What to do.</param>
    /// <param name="delay">Earliest start after the commit.</param>
    /// <param name="cancellationToken">Cancels the recording only.</param>
    Task EnqueueAsync<TArgs>(TArgs args, TimeSpan? delay = null, CancellationToken cancellationToken = default) where TArgs : notnull;
}

/// <summary>Runs jobs with these arguments, each in its own scope and transaction.</summary>
public interface IBackgroundJob<in TArgs> : ITransientDependency
{
    /// <summary>An exception undoes everything; the job is tried again at growing intervals, at most ten times.</summary>
    Task ExecuteAsync(TArgs args, CancellationToken cancellationToken);
}

/// <summary>
/// On a job that calls out, to a mail server, a bank, a key service: its transaction begins after it, with its first write, so that no
/// lock is held while the other side takes its time. What it did outside may happen again when the host dies before the commit.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CallsOutAttribute : Attribute;

/// <summary>
/// On a job that destroys what a company no longer wants kept: it runs also when the company has closed its account. Every other job waits until
/// that is taken back.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RunsWhenClosedAttribute : Attribute;

/// <summary>Recurring work: runs on one host at a time however many there are.</summary>
public interface IBackgroundWorker : ITransientDependency
{
    /// <summary>Time between the starts of two runs; at least one second.</summary>
    TimeSpan Period { get; }

    /// <summary>One run, in its own scope and transaction, in the host's context.</summary>
    Task DoWorkAsync(CancellationToken cancellationToken);
}
