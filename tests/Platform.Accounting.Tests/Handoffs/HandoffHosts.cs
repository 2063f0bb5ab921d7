using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Hosts whose mails a test reads and whose clock it moves. Classes that share one run one after another.</summary>
public sealed class HandoffHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<(TestHost, TestClock)>>> _hosts = new();

    /// <summary>A demonstration company with no new documents, and an outside accountant of its own.</summary>
    internal async Task<HandoffCompany> NewAsync(TestDatabase database, string language = "fr", string slug = "lefevre", bool accountant = true)
    {
        var (host, clock) = await _hosts.GetOrAdd(database, d => new(() => StartAsync(d))).Value;
        var company = new HandoffCompany(host, clock, await host.CompanyAsync(slug), await host.PersonAsync("benoit"));
        await company.BeginAsync(accountant ? language : null);
        return company;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).Item1.DisposeAsync();
    }

    private static async Task<(TestHost, TestClock)> StartAsync(TestDatabase database)
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        return (await TestHost.StartAsync(new TestHostOptions(database, s => Services(s, clock))), clock);
    }

    private static void Services(IServiceCollection services, TestClock clock)
    {
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<SentMails>();
        services.Replace(ServiceDescriptor.Scoped<IEmailSender, SentMails.Sender>());
    }
}

/// <summary>Mails as they go out, once what queued them is committed.</summary>
public sealed class SentMails
{
    private readonly ConcurrentQueue<EmailMessage> _all = new();

    public IReadOnlyList<EmailMessage> To(string address) => [.. _all.Where(m => m.To == address)];

    internal sealed class Sender(SentMails sent, IUnitOfWork unitOfWork) : IEmailSender
    {
        public Task QueueAsync(EmailMessage message, CancellationToken cancellationToken = default)
        {
            unitOfWork.OnCommitted(() => sent._all.Enqueue(message));
            return Task.CompletedTask;
        }
    }
}

/// <summary>A company that hands documents over.</summary>
internal sealed class HandoffCompany(TestHost host, TestClock clock, TenantInfo tenant, CurrentUserInfo bookkeeper)
{
    public const string LinkPath = "/handoffs/zip/";

    public TestHost Host => host;

    public TestClock Clock => clock;

    public TenantInfo Tenant => tenant;

    /// <summary>Of the accountant.</summary>
    public string Email { get; } = $"{Guid.CreateVersion7():N}@cabinet.example";

    public IReadOnlyList<EmailMessage> Mails => host.Services.GetRequiredService<SentMails>().To(Email);

    /// <summary>The paths of the links that were mailed, the oldest first.</summary>
    public IReadOnlyList<string> Links => [.. Mails.Select(m => LinkPath + m.Text.Split(LinkPath)[1].Split('\n')[0].Trim())];

    public string Path(string rest) => $"/t/{tenant.Slug}/{rest}";

    /// <summary>Where the content with this hash is kept.</summary>
    public string BlobPath(string sha256) => System.IO.Path.Combine(host.Settings["Blobs:Path"], tenant.Id.ToString("N"), "documents", sha256[..2], sha256);

    public Task BeginAsync(string? language) => DatabaseAsync(async db =>
    {
        (await db.Documents.Where(d => d.State == DocumentState.New).ToListAsync()).ForEach(d => d.MarkSent());
        (await db.Accountants.Where(a => a.EndedAt == null).ToListAsync()).ForEach(a => a.EndedAt = clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        if (language is not null)
            db.Accountants.Add(new Accountant { Name = "Cabinet Dubois", Email = Email, Language = language, Since = clock.GetUtcNow().UtcDateTime });
    });

    public Task DatabaseAsync(Func<AccountingDbContext, Task> work) => host.RunAsync(tenant, null, async s =>
    {
        var db = s.GetRequiredService<AccountingDbContext>();
        await work(db);
        await db.SaveChangesAsync();
    });

    /// <summary>A new document with its content.</summary>
    public async Task<Guid> AddAsync(string name, DocumentType type = DocumentType.PurchaseInvoice, byte[]? bytes = null)
    {
        var content = bytes ?? Guid.CreateVersion7().ToByteArray();
        var document = new Document(
            name, type, new DocumentContent("application/pdf", content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), Crc32.HashToUInt32(content)), null, null, clock.GetUtcNow().UtcDateTime);
        await host.RunAsync(tenant, null, async s =>
        {
            s.GetRequiredService<AccountingDbContext>().Documents.Add(document);
            await s.GetRequiredService<IBlobContainer>().SaveAsync(document.BlobName, file => file.WriteAsync(content).AsTask());
        });
        return document.Id;
    }

    public Task<T> AsAsync<T>(Func<IHandoffAppService, Task<T>> work, CurrentUserInfo? person = null) =>
        host.RunAsync(tenant, person ?? bookkeeper, s => work(s.GetRequiredService<IHandoffAppService>()));

    public Task<HandoffDto> SendAsync(params Guid[] documents) => AsAsync(s => s.CreateAsync(Wish(documents)));

    public static CreateHandoffDto Wish(params Guid[] documents) => new(Guid.CreateVersion7(), new HandoffChoice(documents.Length > 0 ? documents : null));

    public Task<HandoffDto> GetAsync(Guid id) => AsAsync(s => s.GetAsync(id));

    /// <summary>As whoever has the link: nobody is signed in, and no company is current.</summary>
    public Task<T> AsStrangerAsync<T>(Func<IHandoffLinkAppService, Task<T>> work) =>
        host.RunAsync(null, CurrentUserInfo.None, s => work(s.GetRequiredService<IHandoffLinkAppService>()));

    public async Task<IReadOnlyList<DocumentState>> StatesAsync(params Guid[] documents)
    {
        var states = new List<DocumentState>();
        await DatabaseAsync(async db => states = await db.Documents.Where(d => documents.Contains(d.Id)).Select(d => d.State).ToListAsync());
        return states;
    }

    public static async Task<string> RefusedAsync<T>(Task<T> act)
    {
        var refusal = await Should.ThrowAsync<BusinessException>(act);
        return refusal is InputException input ? input.Errors[0].Code : refusal.Code;
    }
}
