using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Demonstration companies where a bank answers for payees.</summary>
public sealed class PayeeHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<TestHost>>> _hosts = new();

    internal async Task<(SepaCompany Company, Guid Account)> NewAsync(TestDatabase database)
    {
        var host = await _hosts.GetOrAdd(database, d => new Lazy<Task<TestHost>>(() => TestHost.StartAsync(new TestHostOptions(d, Services)))).Value;
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync("camille"), await host.PersonAsync("victor"));
        return (company, (await company.RunAsync<ICreditorAccountAppService, IReadOnlyList<CreditorAccountDto>>(s => s.GetListAsync())).First(a => a.Status == CreditorAccountStatus.Approved).Id);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts.Values)
            await (await host.Value).DisposeAsync();
    }

    private static void Services(IServiceCollection services)
    {
        services.AddSingleton<IPayeeVerifier, Bank>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock(SepaHosts.Start)));
    }

    /// <summary>Answers by what the name begins with, and fails once where it says so.</summary>
    internal sealed class Bank : IPayeeVerifier
    {
        public ConcurrentDictionary<string, int> Asked { get; } = new();

        public Task<PayeeAnswer> VerifyAsync(PayeeQuestion question, CancellationToken cancellationToken = default)
        {
            var times = Asked.AddOrUpdate(question.Name, 1, (_, n) => n + 1);
            return question.Name.Split(' ')[0] switch
            {
                "Wrong" => Task.FromResult(new PayeeAnswer(PayeeMatch.NoMatch)),
                "Close" => Task.FromResult(new PayeeAnswer(PayeeMatch.CloseMatch, "Acme Holding GmbH")),
                "Broken" when times == 1 => throw new HttpRequestException("down"),
                _ => Task.FromResult(new PayeeAnswer(PayeeMatch.Match)),
            };
        }
    }
}
