using System.Globalization;
using System.Net.Mail;
using Platform.Kernel;

namespace Platform.AspNetCore;

[CallsOut]
internal sealed class SendEmailJob(IEmailTransport transport, JobAttempt attempt, IDistributedEventBus events) : IBackgroundJob<SendEmailArgs>
{
    public async Task ExecuteAsync(SendEmailArgs args, CancellationToken cancellationToken)
    {
        var message = new EmailMessage(args.To, args.Subject, args.Text, args.Reference);
        if (args.Reference is not { } reference)
        {
            await transport.SendAsync(message, cancellationToken);
            return;
        }

        await events.PublishAsync(new EmailOutcomeEto(reference, await TrySendAsync(message, cancellationToken)), cancellationToken);
    }

    /// <returns>Why it was refused for good; null when it was taken.</returns>
    private async Task<string?> TrySendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(message, cancellationToken);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException && (attempt.IsLast || MailRefusal.IsFinal(e)))
        {
            return MailRefusal.Of(e);
        }
    }
}

/// <summary>What a mail server meant when it took no mail (RFC 5321, 4.2).</summary>
internal static class MailRefusal
{
    private const string ReplyFollows = "The server response was: ";

    // Of recipient or content. Other codes from 500 on speak of the session: the next attempt finds it mended.
    private static readonly int[] Final = [550, 551, 552, 553, 554];

    public static bool IsFinal(Exception refusal) => refusal is SmtpException e && Final.Contains((int)e.StatusCode);

    /// <summary>"550 5.1.1 No such mailbox".</summary>
    public static string Of(Exception refusal)
    {
        if (refusal is not SmtpException { StatusCode: > SmtpStatusCode.GeneralFailure } e)
        {
            return refusal.GetBaseException().Message;
        }

        var reply = e.Message.IndexOf(ReplyFollows, StringComparison.Ordinal) is var at and >= 0 ? e.Message[(at + ReplyFollows.Length)..] : e.Message;
        return string.Create(CultureInfo.InvariantCulture, $"{(int)e.StatusCode} {reply}");
    }
}
