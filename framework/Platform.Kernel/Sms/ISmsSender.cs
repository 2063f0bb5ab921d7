namespace Platform.Kernel;

/// <summary>Sends text messages to telephones after the commit, through a job: an HTTP gateway, or captured and shown on a page.</summary>
public interface ISmsSender
{
    /// <summary>Whether the host has a way out for text messages (configuration <c>Sms:Mode</c>).</summary>
    bool IsAvailable { get; }

    /// <summary>
    /// Records the message in the current transaction, sealed: number and text stand in clear in no table of jobs. Handed to the gateway at
    /// least once after the commit, always under the same key, so that the gateway sends it once.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no way out.</exception>
    Task QueueAsync(SmsMessage message, CancellationToken cancellationToken = default);
}

/// <summary>A message, already in the reader's language.</summary>
/// <param name="To">Number as of ITU-T E.164, with its plus sign.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Until">UTC; not sent any more afterwards: a code that has expired helps nobody.</param>
public sealed record SmsMessage(string To, string Text, DateTime Until)
{
    /// <summary>Never number or text.</summary>
    public override string ToString() => "***";
}

/// <summary>The way out for text messages, chosen by configuration "Sms:Mode".</summary>
internal interface ISmsTransport
{
    /// <summary>Hands the message over, or throws so that the job tries again.</summary>
    /// <param name="message">What to send.</param>
    /// <param name="key">The same for each attempt: the other side sends it once.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="SmsRefusedException">Another attempt would be refused too.</exception>
    Task SendAsync(SmsMessage message, Guid key, CancellationToken cancellationToken);
}

/// <summary>The gateway takes this message never.</summary>
/// <param name="status">HTTP status of the answer; its text may hold the number and is not kept.</param>
internal sealed class SmsRefusedException(int status) : Exception($"The SMS gateway answered {status}.");
