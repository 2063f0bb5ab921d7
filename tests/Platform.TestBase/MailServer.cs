using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Platform.TestBase;

/// <summary>The mail server of mail-server/server.mjs. It ends with its standard input.</summary>
public sealed class MailServer : IDisposable
{
    public const string Password = "pass wörd+/=%20";

    private readonly Process _node;

    private MailServer(Process node, int port) => (_node, Port) = (node, port);

    public int Port { get; }

    /// <param name="content">Whether <see cref="NextMailAsync"/> is to be asked.</param>
    /// <returns>Null where Node is missing.</returns>
    public static async Task<MailServer?> StartAsync(bool content = false)
    {
        var start = new ProcessStartInfo("node", "server.mjs")
        {
            WorkingDirectory = Path.Combine(TestEnvironment.Root, "tests", "Platform.TestBase", "mail-server"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["PASSWORD"] = Password, ["CONTENT"] = content ? "yes" : "" },
        };
        try
        {
            var node = Process.Start(start)!;
            var port = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("server.mjs ended at once.");
            return new MailServer(node, int.Parse(port, CultureInfo.InvariantCulture));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Settings of a host that sends through it.</summary>
    public Dictionary<string, string> Settings(string password = Password) => new()
    {
        ["Mail:Mode"] = "Smtp",
        ["Mail:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:UserName"] = "platform",
        ["Mail:Password"] = password,
    };

    /// <summary>"welcome", "refused", "mail ADDRESS", or "none ADDRESS" for a mailbox that there is not: its name begins with nobody.</summary>
    public async Task<string> NextAsync() =>
        await _node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1)) ?? "ended";

    /// <summary>The next mail that was taken, as another program's parser reads it.</summary>
    public async Task<ReceivedMail> NextMailAsync()
    {
        while (true)
        {
            if ((await NextAsync()).Split(' ', 3) is ["mail", var to, var content])
                return JsonSerializer.Deserialize<ReceivedMail>(content, JsonSerializerOptions.Web)! with { To = to };
        }
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}

/// <summary>A mail as it was received.</summary>
/// <param name="To">Address of the envelope.</param>
/// <param name="Subject">Decoded.</param>
/// <param name="Text">The part in plain text.</param>
/// <param name="Html">The part in HTML.</param>
/// <param name="Type">Media type of the whole.</param>
public sealed record ReceivedMail(string To, string Subject, string Text, string Html, string Type);
