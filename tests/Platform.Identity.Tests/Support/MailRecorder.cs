using System.Collections.Concurrent;
using Platform.Kernel;

namespace Platform.Identity.Tests;

/// <summary>Mails as they go out: once what queued them is committed.</summary>
internal sealed class MailRecorder
{
    private readonly ConcurrentQueue<EmailMessage> _messages = new();
    private TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<EmailMessage> To(string address) => [.. _messages.Where(m => m.To == address)];

    /// <summary>The secret in the last link sent to the address.</summary>
    public string TokenFor(string address, string path = "/account/invitation/")
    {
        var text = To(address)[^1].Text;
        var start = text.IndexOf(path, StringComparison.Ordinal) + path.Length;
        return text[start..].Split('\n')[0].Trim();
    }

    /// <summary>Waits for mail that a job sends.</summary>
    public async Task WaitForAsync(string address, int count)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            // Taken before the count is looked at: a mail in between is not missed.
            var arrived = _arrived.Task;
            if (To(address).Count >= count)
            {
                return;
            }

            await arrived.WaitAsync(deadline.Token);
        }
    }

    public IEmailSender In(IUnitOfWork unitOfWork) => new Sender(this, unitOfWork);

    private void Add(EmailMessage message)
    {
        _messages.Enqueue(message);
        Interlocked.Exchange(ref _arrived, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private sealed class Sender(MailRecorder recorder, IUnitOfWork unitOfWork) : IEmailSender
    {
        public Task QueueAsync(EmailMessage message, CancellationToken cancellationToken = default)
        {
            unitOfWork.OnCommitted(() => recorder.Add(message));
            return Task.CompletedTask;
        }
    }
}
