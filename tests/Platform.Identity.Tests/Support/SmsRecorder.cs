using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Platform.Kernel;

namespace Platform.Identity.Tests;

internal sealed partial class SmsRecorder : ISmsSender
{
    private readonly ConcurrentQueue<SmsMessage> _messages = new();

    public bool IsAvailable { get; set; } = true;

    public IReadOnlyList<SmsMessage> To(string number) => [.. _messages.Where(m => m.To == number)];

    /// <summary>The code in the last message to the number.</summary>
    public string CodeFor(string number) => Code().Match(To(number)[^1].Text).Value;

    public Task QueueAsync(SmsMessage message, CancellationToken cancellationToken = default)
    {
        _messages.Enqueue(message);
        return Task.CompletedTask;
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Code();
}
