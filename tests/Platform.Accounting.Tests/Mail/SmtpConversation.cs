using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Platform.Accounting.Tests;

/// <summary>What a server answers.</summary>
internal sealed record SmtpReply(int Code, string Text);

/// <summary>SMTP command by command (RFC 5321), so that each answer can be looked at.</summary>
internal sealed class SmtpConversation : IAsyncDisposable
{
    private readonly TcpClient _client = new();
    private StreamReader _reader = null!;
    private NetworkStream _stream = null!;

    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    public static async Task<SmtpConversation> OpenAsync(int port)
    {
        var smtp = new SmtpConversation();
        await smtp._client.ConnectAsync("127.0.0.1", port, Aborted);
        smtp._stream = smtp._client.GetStream();
        smtp._reader = new StreamReader(smtp._stream, Encoding.UTF8);
        (await smtp.ReadAsync()).Code.ShouldBe(220);
        (await smtp.AskAsync("EHLO relay.example")).Code.ShouldBe(250);
        return smtp;
    }

    public async Task<SmtpReply> AskAsync(string line)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes($"{line}\r\n"), Aborted);
        return await ReadAsync();
    }

    /// <summary>The first refusal, or the answer to the whole mail.</summary>
    public async Task<SmtpReply> SendAsync(string from, IEnumerable<string> to, string message)
    {
        if (await AskAsync($"MAIL FROM:<{from}>") is { Code: >= 400 } refusedFrom)
            return refusedFrom;
        foreach (var address in to)
        {
            if (await AskAsync($"RCPT TO:<{address}>") is { Code: >= 400 } refusedTo)
                return refusedTo;
        }

        (await AskAsync("DATA")).Code.ShouldBe(354);
        return await FinishAsync(message);
    }

    public Task<SmtpReply> FinishAsync(string message) => AskAsync($"{message.Replace("\r\n.", "\r\n..", StringComparison.Ordinal).TrimEnd()}\r\n.");

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task<SmtpReply> ReadAsync()
    {
        string? line;
        do
        {
            line = await _reader.ReadLineAsync(Aborted);
        }
        while (line is { Length: > 3 } && line[3] == '-');
        return line is null ? new SmtpReply(0, "closed") : new SmtpReply(int.Parse(line[..3], CultureInfo.InvariantCulture), line);
    }
}
