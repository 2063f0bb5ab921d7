using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Platform.Vault.Tests;

/// <summary>Writes down everything the host logs, at every level, and every tag of every activity.</summary>
internal sealed class Witness : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ActivityListener _listener;

    public Witness()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _lines.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    /// <summary>Everything so far, to a file, and forgotten here.</summary>
    public void WriteTo(string file)
    {
        File.WriteAllLines(file, _lines);
        _lines.Clear();
    }

    public void Dispose() => _listener.Dispose();

    private sealed class Logger(Witness witness) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            witness._lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
