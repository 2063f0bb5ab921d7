using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SmtpServer;
using SmtpServer.Net;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Platform.Accounting;

/// <summary>Takes mail for the inboxes by SMTP, where a port is configured, behind the mail relay.</summary>
internal sealed class InboundMailServer(InboundMailOptions options, IServiceScopeFactory scopes, ILogger<InboundMailServer> logger) : IHostedService, IDisposable
{
    /// <summary>A message that comes in is in memory once: so many at a time.</summary>
    public const int MostSessions = 20;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>A mail that is being taken may end; what is cut off is sent again.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, bool> _sessions = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<IPEndPoint> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SmtpServer.SmtpServer? _server;
    private Task _running = Task.CompletedTask;

    /// <summary>Where it listens, once the host has started.</summary>
    public Task<IPEndPoint> Listening => _listening.Task;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.EndPoint is null)
            return;
        _server = Make(options.EndPoint);
        _running = _server.StartAsync(_stopping.Token);
        // A port that somebody else has stops the start.
        await await Task.WhenAny(_running, _listening.Task.WaitAsync(cancellationToken));
        logger.LogInformation("Mail for inboxes is taken at {EndPoint}", await Listening);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is null)
            return;
        _server.Shutdown();
        await Task.WhenAny(_server.ShutdownTask, Task.Delay(LongestEnd, cancellationToken));
        await _stopping.CancelAsync();
    }

    public void Dispose() => _stopping.Dispose();

    private SmtpServer.SmtpServer Make(IPEndPoint endPoint)
    {
        var listeners = new EndpointListenerFactory();
        listeners.EndpointStarted += (_, e) => _listening.TrySetResult((IPEndPoint)e.LocalEndPoint);
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(listeners);
        services.Add((IMailboxFilter)new MailGate(options, scopes, logger, () => _sessions.Count));
        services.Add((IMessageStore)new MailStore(scopes, logger));
        var settings = new SmtpServerOptionsBuilder().ServerName(options.Domain).MaxMessageSize(options.MaxMessageBytes, MaxMessageSizeHandling.Strict)
            .CommandWaitTimeout(LongestWait).Endpoint(e => Endpoint(e.Endpoint(endPoint))).Build();
        var server = new SmtpServer.SmtpServer(settings, services);
        server.SessionCreated += (_, e) => _sessions.TryAdd(e.Context.SessionId, true);
        server.SessionCompleted += (_, e) => _sessions.TryRemove(e.Context.SessionId, out var _);
        server.SessionCancelled += (_, e) => _sessions.TryRemove(e.Context.SessionId, out var _);
        server.SessionFaulted += (_, e) =>
        {
            _sessions.TryRemove(e.Context.SessionId, out var _);
            logger.LogWarning("A mail session broke off: {Reason}", e.Exception.GetType().Name);
        };
        return server;
    }

    private void Endpoint(EndpointDefinitionBuilder endpoint)
    {
        if (options.Certificate is not null)
            endpoint.Certificate(options.Certificate);
    }
}

/// <summary>What is said to mail servers, with the codes of RFC 3463.</summary>
internal static class SmtpReplies
{
    public static readonly SmtpResponse NoMailbox = new(SmtpReplyCode.MailboxUnavailable, "5.1.1 There is no such inbox");
    public static readonly SmtpResponse Foreign = new(SmtpReplyCode.MailboxUnavailable, "5.7.1 This inbox takes no mail from this sender; ask the company to allow your address");
    public static readonly SmtpResponse OneAtATime = new(SmtpReplyCode.InsufficientStorage, "4.5.3 One inbox for each mail; send the mail to the others again");
    public static readonly SmtpResponse Busy = new(SmtpReplyCode.ServiceUnavailable, "4.3.2 Too many at once; try again later");
    public static readonly SmtpResponse Later = new(SmtpReplyCode.Aborted, "4.3.0 Not possible at the moment; try again later");
    public static readonly SmtpResponse Unreadable = new(SmtpReplyCode.TransactionFailed, "5.6.0 This is not a mail that can be read");
    public static readonly SmtpResponse TooDeep = new(SmtpReplyCode.TransactionFailed, "5.6.0 Mails within mails beyond ten levels; attach the documents themselves");

    public static SmtpResponse Of(MailOutcome outcome) => outcome switch
    {
        MailOutcome.Kept => new SmtpResponse(SmtpReplyCode.Ok, "2.6.0 The documents are in the inbox"),
        MailOutcome.Gone => NoMailbox,
        MailOutcome.NoAttachment => new SmtpResponse(SmtpReplyCode.TransactionFailed, "5.6.0 No document is attached; attach at least one file"),
        MailOutcome.TooMany => new SmtpResponse(SmtpReplyCode.TransactionFailed, $"5.6.0 More than {MailInLimits.MaxAttachments} attachments; send several mails"),
        MailOutcome.Infected => new SmtpResponse(SmtpReplyCode.TransactionFailed, "5.7.1 An attachment holds a virus; nothing of the mail was kept"),
        _ => Later,
    };
}
