using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Platform.Vault.Tests;

/// <summary>The mail server of server/server.mjs. It ends with its standard input.</summary>
internal sealed class MailServer : IDisposable
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
            WorkingDirectory = Path.Combine(TestEnvironment.Root, "tests", "Platform.Vault.Tests", "Mail", "server"),
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

    /// <summary>"welcome", "refused" or "mail ADDRESS".</summary>
    public async Task<string> NextAsync() =>
        await _node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1)) ?? "ended";

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}
