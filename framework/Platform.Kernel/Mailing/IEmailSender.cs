namespace Platform.Kernel;

/// <summary>Sends mail after the commit, through a job: SMTP, or captured and shown on a page.</summary>
public interface IEmailSender
{
    /// <summary>Records the message in the current transaction. Delivered at least once after the commit.</summary>
    Task QueueAsync(EmailMessage message, CancellationToken cancellationToken = default);
}

/// <summary>A message, already in the reader's language.</summary>
/// <param name="To">One address, RFC 5321.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text; the HTML part is made from it.</param>
/// <param name="Reference">
/// Letters, digits, dots and hyphens, unique for each message: whoever gives one is told by an <see cref="EmailOutcomeEto"/>. Also the
/// local part of the Message-ID, so that what a dying host sent twice is seen to be one message.
/// </param>
public sealed record EmailMessage(string To, string Subject, string Text, string? Reference = null);

/// <summary>What became of a message with a reference; published once in effect, in the sender's company.</summary>
/// <param name="Reference">Of the message.</param>
/// <param name="Refusal">
/// Null when the mail server took it. Otherwise the server's reply: it refused for good, or the last attempt failed.
/// </param>
public sealed record EmailOutcomeEto(string Reference, string? Refusal);

/// <summary>
/// The mail server's password. By default that of configuration <c>Mail:Password</c>; a module that keeps secrets registers its own.
/// </summary>
public interface IMailPassword
{
    /// <summary>Hands it to <paramref name="send"/>, null where there is none, and keeps no copy.</summary>
    Task UseAsync(Func<string?, Task> send, CancellationToken cancellationToken = default);
}

/// <summary>The way out for mail, chosen by configuration "Mail:Mode".</summary>
internal interface IEmailTransport
{
    /// <summary>Hands the message over, or throws so that the job tries again.</summary>
    Task SendAsync(EmailMessage message, CancellationToken cancellationToken);
}
