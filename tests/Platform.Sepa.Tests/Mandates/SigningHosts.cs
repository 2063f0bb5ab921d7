using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Demonstration companies whose mails a test can read: links are opened by whoever gets them.</summary>
public sealed class SigningHosts : IAsyncDisposable
{
    private static int _creditors = 800_000;

    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestHost>>> _hosts = new();

    internal async Task<AskedCompany> NewAsync(TestDatabase database, Func<SaveMandateDto, SaveMandateDto>? change = null)
    {
        var host = await _hosts.GetOrAdd(database, d => new Lazy<Task<TestHost>>(() => TestHost.StartAsync(new TestHostOptions(d, Services)))).Value;
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync("camille"), await host.PersonAsync("victor"));
        var creditor = CreditorIdentifier.Create("FR", "ZZZ", $"{Interlocked.Increment(ref _creditors)}").Value;
        await company.AddAccountAsync(a => a with { CreditorIdentifier = creditor });
        var key = $"{Guid.CreateVersion7():N}";
        var mandate = await company.AddMandateAsync($"S-{key}"[..30], m => (change ?? (x => x))(m with { SignedOn = null, Email = $"{key}@example.org", Language = "fr" }));
        return new AskedCompany(company, mandate.Id, mandate.Email!);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).DisposeAsync();
    }

    private static void Services(IServiceCollection services)
    {
        services.AddSingleton<SentMails>();
        services.Replace(ServiceDescriptor.Scoped<IEmailSender, SentMails.Sender>());
    }
}

/// <summary>A company with a draft mandate, and the mails of its debtor.</summary>
internal sealed class AskedCompany(SepaCompany company, Guid mandate, string email)
{
    public SepaCompany Company => company;

    public Guid Mandate => mandate;

    public string Email => email;

    public IReadOnlyList<EmailMessage> Mails => company.Host.Services.GetRequiredService<SentMails>().To(email);

    public string Link => Mails.Last(m => m.Text.Contains("/sepa/sign-mandate/")).Text.Split("/sepa/sign-mandate/")[1].Split('\n')[0].Trim();

    public Task<MandateDto> GetAsync() => company.RunAsync<IMandateAppService, MandateDto>(s => s.GetAsync(mandate));

    public async Task<string> AskAsync()
    {
        var now = await GetAsync();
        await company.RunAsync<IMandateSigningAppService, DateTime>(s => s.AskAsync(mandate, now.ConcurrencyStamp));
        return Link;
    }

    /// <summary>As whoever has the link: nobody is signed in, and no company is current.</summary>
    public Task<MandateToSignDto> LookAsync(string link) => AsStrangerAsync(s => s.LookAsync(link));

    public Task<SignedMandateDto> SignAsync(string link, string? hash, string? name = "Julien Martin", string? place = "Lyon", bool agreed = true) =>
        AsStrangerAsync(s => s.SignAsync(link, new SignMandateDto(name, place, agreed, hash)));

    public async Task<string> EditAsync(Func<SaveMandateDto, SaveMandateDto> change)
    {
        var now = await GetAsync();
        var input = new SaveMandateDto(now.Reference, null, now.Scheme, now.Type, now.SignedOn, now.DebtorName, now.DebtorIban, Email: now.Email, Language: now.Language,
            ConcurrencyStamp: now.ConcurrencyStamp);
        return (await company.RunAsync<IMandateAppService, MandateDto>(s => s.UpdateAsync(mandate, change(input)))).Reference;
    }

    private Task<T> AsStrangerAsync<T>(Func<IMandateSigningAppService, Task<T>> work) =>
        company.Host.RunAsync(null, new CurrentUserInfo(null, null), services => work(services.GetRequiredService<IMandateSigningAppService>()));
}
