using System.Collections.Concurrent;
using Platform.Kernel;

namespace Platform.Sepa.Tests;

/// <summary>Mails as they go out, once what queued them is committed. Nothing becomes of them but what a test says.</summary>
public sealed class SentMails
{
    private readonly ConcurrentQueue<EmailMessage> _all = new();

    public IReadOnlyList<EmailMessage> To(string address) => [.. _all.Where(m => m.To == address)];

    internal sealed class Sender(SentMails sent, IUnitOfWork unitOfWork) : IEmailSender
    {
        public Task QueueAsync(EmailMessage message, CancellationToken cancellationToken = default)
        {
            unitOfWork.OnCommitted(() => sent._all.Enqueue(message));
            return Task.CompletedTask;
        }
    }
}
