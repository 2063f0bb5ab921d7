using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Platform.Accounting.Tests;

/// <summary>A mail that another program writes and sends: nodemailer.</summary>
internal static class NodeMail
{
    public static async Task<SmtpReply> SendAsync(MailInbox inbox, string subject, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        var start = new ProcessStartInfo("node", "send.mjs")
        {
            WorkingDirectory = Path.Combine(TestEnvironment.Root, "tests", "Platform.TestBase", "mail-server"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new
        {
            port = inbox.Port,
            from = MailInbox.Member,
            to = inbox.Address,
            subject,
            text = "Bonjour",
            attachments = files.Select(f => new { filename = f.Name, content = f.Content, encoding = "base64" }),
        }));
        node.StandardInput.Close();
        var line = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new SmtpReply(int.Parse(line[..3], CultureInfo.InvariantCulture), line);
    }
}
