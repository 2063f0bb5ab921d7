using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Accounting.Tests;
using Platform.Audit;
using Platform.Kernel;

[assembly: AssemblyFixture(typeof(MailHosts))]

namespace Platform.Accounting.Tests;

/// <summary>Hosts with the demonstration companies that take mail on a free port.</summary>
public sealed class MailHosts : IAsyncDisposable
{
    public const string Domain = "inbox.platform.example";
    public const int MaxBytes = 1024 * 1024;

    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestHost>>> _hosts = new();

    private static readonly (string, string)[] Settings = [("InboundMail:Port", "0"), ("InboundMail:Domain", Domain), ("InboundMail:MaxMessageBytes", $"{MaxBytes}")];

    /// <summary>A new address of a demonstration company, in the host that tests share.</summary>
    internal async Task<MailInbox> OpenAsync(TestDatabase database, string slug = "lefevre") =>
        await MailInbox.OpenAsync(await _hosts.GetOrAdd(database, d => new(() => StartAsync(d))).Value, slug);

    public static Task<TestHost> StartAsync(TestDatabase database, params (string Key, string Value)[] more) =>
        TestHost.StartAsync(new TestHostOptions(database, Settings: Settings.Concat(more).ToDictionary(s => s.Item1, s => s.Item2)));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).DisposeAsync();
    }
}

/// <summary>An inbox that mail is sent to over the wire.</summary>
internal sealed class MailInbox(TestHost host, TenantInfo company, CurrentUserInfo admin, int port)
{
    /// <summary>A member.</summary>
    public static readonly string Member = DemoPeople.Email("camille");

    public TestHost Host => host;

    public int Port => port;

    public string Address { get; private set; } = "";

    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    public static async Task<MailInbox> OpenAsync(TestHost host, string slug = "lefevre")
    {
        var port = (await host.Services.GetRequiredService<InboundMailServer>().Listening).Port;
        var inbox = new MailInbox(host, await host.CompanyAsync(slug), await host.PersonAsync("amelie"), port);
        await inbox.RenewAsync();
        return inbox;
    }

    public async Task RenewAsync() => Address = (await AddressAsync(s => s.RenewAsync(Aborted))).Address!;

    public Task<T> AddressAsync<T>(Func<IInboxAddressAppService, Task<T>> act) => RunAsync(s => act(s.GetRequiredService<IInboxAddressAppService>()));

    public Task AddressAsync(Func<IInboxAddressAppService, Task> act) => RunAsync<object?>(async s =>
    {
        await act(s.GetRequiredService<IInboxAddressAppService>());
        return null;
    });

    public Task<InboxAddressDto> ReadAsync() => AddressAsync(s => s.GetAsync(Aborted));

    /// <summary>From a member unless somebody else is named.</summary>
    public async Task<SmtpReply> SendAsync(string message, string? from = null, string? to = null)
    {
        await using var smtp = await SmtpConversation.OpenAsync(port);
        return await smtp.SendAsync(from ?? Member, [to ?? Address], message);
    }

    /// <summary>The documents with this tag in their name.</summary>
    public async Task<IReadOnlyList<DocumentDto>> FindAsync(string tag) =>
        (await RunAsync(s => s.GetRequiredService<IDocumentAppService>().GetListAsync(new GetDocumentsInput(tag), Aborted))).Items;

    public Task<byte[]> ContentAsync(Guid id) => RunAsync(async s =>
    {
        await using var content = (await s.GetRequiredService<IDocumentAppService>().OpenAsync(id, Aborted)).Content;
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Aborted);
        return copy.ToArray();
    });

    public async Task<IReadOnlyList<AuditEntryDto>> TrailAsync(string action) =>
        (await RunAsync(s => s.GetRequiredService<IAuditAppService>().GetListAsync(new AuditFilterDto { Action = action }, cancellationToken: Aborted))).Items;

    public Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> act) => host.RunAsync(company, admin, act);
}

/// <summary>Mails as text, and tags that occur in no other test.</summary>
internal static class Mails
{
    public static string NewTag() => $"t{Guid.CreateVersion7():N}";

    public static byte[] NewContent(int length = 3000) => RandomNumberGenerator.GetBytes(length);

    public static string Part(string name, byte[] content, string type = "application/octet-stream", string disposition = "attachment") =>
        $"Content-Type: {type}\r\nContent-Disposition: {disposition}; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks) + "\r\n";

    public const string Text = "Content-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n";

    public static string Of(string messageId, params IEnumerable<string> parts) =>
        $"From: Somebody <somebody@elsewhere.example>\r\nSubject: Invoices {messageId}\r\nMessage-ID: <{messageId}>\r\nMIME-Version: 1.0\r\n{Multipart(parts)}";

    public static string Multipart(IEnumerable<string> parts)
    {
        var boundary = $"b{Guid.CreateVersion7():N}";
        var text = new StringBuilder($"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
        foreach (var part in parts)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"--{boundary}\r\n{part}\r\n");
        return text.Append(System.Globalization.CultureInfo.InvariantCulture, $"--{boundary}--\r\n").ToString();
    }
}
