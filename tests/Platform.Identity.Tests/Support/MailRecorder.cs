using System.Collections.Concurrent;
using Platform.Kernel;

namespace Platform.Identity.Tests;

internal sealed class MailRecorder : IEmailSender
{
    private readonly ConcurrentQueue<EmailMessage> _messages = new();

    public IReadOnlyList<EmailMessage> To(string address) => [.. _messages.Where(m => m.To == address)];

    /// <summary>The secret in the last link sent to the address.</summary>
    public string TokenFor(string address)
    {
        const string path = "/account/invitation/";
        var text = To(address)[^1].Text;
        var start = text.IndexOf(path, StringComparison.Ordinal) + path.Length;
        return text[start..].Split('\n')[0].Trim();
    }

    public Task QueueAsync(EmailMessage message, CancellationToken cancellationToken = default)
    {
        _messages.Enqueue(message);
        return Task.CompletedTask;
    }
}
