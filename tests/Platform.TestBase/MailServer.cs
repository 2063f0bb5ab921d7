using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Platform.TestBase;

/// <summary>The mail server of mail-server/server.mjs. It ends with its standard input.</summary>
public sealed class MailServer : IDisposable
{
    public const string Password = "pass wörd+/=%20";

    private readonly Process _node;

    private MailServer(Process node, int port) => (_node, Port) = (node, port);

    public int Port { get; }

    /// <returns>Null where Node is missing.</returns>
    public static async Task<MailServer?> StartAsync()
    {
        var start = new ProcessStartInfo("node", "server.mjs")
        {
            WorkingDirectory = Path.Combine(TestEnvironment.Root, "tests", "Platform.TestBase", "mail-server"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["PASSWORD"] = Password },
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

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}
