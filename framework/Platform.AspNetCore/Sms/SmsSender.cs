using System.Globalization;
using Microsoft.Extensions.Logging;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Number and text are sealed for the message's id: jobs are stored.</summary>
internal sealed record SendSmsArgs(Guid Id, string To, string Text, DateTime Until);

internal sealed class SmsSender(IBackgroundJobManager jobs, IStringEncryptionService encryption, IEnumerable<ISmsTransport> transports) : ISmsSender, IScopedDependency
{
    public bool IsAvailable => transports.Any();

    public Task QueueAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        if (!IsAvailable)
            throw new InvalidOperationException("Sms:Mode is not configured.");
        var id = Guid.CreateVersion7();
        var args = new SendSmsArgs(id, encryption.Encrypt(message.To, PlaceOf(id)), encryption.Encrypt(message.Text, PlaceOf(id)), message.Until);
        return jobs.EnqueueAsync(args, cancellationToken: cancellationToken);
    }

    public static string PlaceOf(Guid id) => string.Create(CultureInfo.InvariantCulture, $"sms/{id:N}");
}

[CallsOut]
internal sealed class SendSmsJob(ISmsTransport transport, IStringEncryptionService encryption, TimeProvider clock, ILogger<SendSmsJob> logger) : IBackgroundJob<SendSmsArgs>
{
    public async Task ExecuteAsync(SendSmsArgs args, CancellationToken cancellationToken)
    {
        if (args.Until <= clock.GetUtcNow().UtcDateTime)
        {
            logger.LogWarning("Message {Id} is not sent any more: its time has passed", args.Id);
            return;
        }

        var place = SmsSender.PlaceOf(args.Id);
        try
        {
            await transport.SendAsync(new SmsMessage(encryption.Decrypt(args.To, place), encryption.Decrypt(args.Text, place), args.Until), args.Id, cancellationToken);
        }
        catch (SmsRefusedException e)
        {
            logger.LogError("Message {Id} is given up: {Reason}", args.Id, e.Message);
        }
    }
}

/// <summary>Kept beside captured mail, and shown on the same page.</summary>
internal sealed class CapturedSmsTransport(KernelDbContext context, TimeProvider clock) : ISmsTransport
{
    public Task SendAsync(SmsMessage message, Guid key, CancellationToken cancellationToken)
    {
        context.CapturedMails.Add(new CapturedMail { Id = key, SentAt = clock.GetUtcNow().UtcDateTime, To = message.To, Subject = "SMS", Text = message.Text });
        return Task.CompletedTask;
    }
}
