using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Hosts with an exchange folder. Each test says when the connector works.</summary>
public sealed class ConnectorHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<(TestHost, TestClock, string)>>> _hosts = new();

    internal async Task<Connected> NewAsync(TestDatabase database, string slug = "lefevre")
    {
        var (host, clock, folder) = await _hosts.GetOrAdd(database, d => new(() => StartAsync(d))).Value;
        var tenant = await host.CompanyAsync(slug);
        var company = new HandoffCompany(host, clock, tenant, await host.PersonAsync("benoit"));
        await company.BeginAsync("fr");
        await company.DatabaseAsync(async db =>
        {
            await db.ConnectorLinks.ExecuteDeleteAsync();
            (await db.Documents.Where(d => d.State != DocumentState.New && d.State != DocumentState.Booked).ToListAsync()).ForEach(d => d.Book());
            await db.SaveChangesAsync();
        });
        return new Connected(company, await host.PersonAsync("amelie"), Path.Combine(folder, slug));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var entry in _hosts.Values)
        {
            var (host, _, folder) = await entry.Value;
            await host.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(TestHost, TestClock, string)> StartAsync(TestDatabase database)
    {
        var (clock, folder) = (new TestClock(TimeProvider.System.GetUtcNow()), Directory.CreateTempSubdirectory("platform-connector-").FullName);
        var settings = new Dictionary<string, string> { ["Accounting:ConnectorFolder"] = folder };
        var host = await TestHost.StartAsync(new TestHostOptions(database, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddTransient(s => ActivatorUtilities.CreateInstance<ConnectorWorker>(s, Enumerable.Empty<IAccountingConnector>()));
        }, settings));
        return (host, clock, folder);
    }
}

/// <summary>A company whose documents go to an exchange folder.</summary>
internal sealed record Connected(HandoffCompany Company, CurrentUserInfo Administrator, string Folder)
{
    public string[] ToBook => Directory.Exists(Path.Combine(Folder, "to-book")) ? [.. Directory.GetFiles(Path.Combine(Folder, "to-book")).Select(Path.GetFileName).Order()!] : [];

    public Task<T> AsAsync<T>(Func<IAccountingConnectorAppService, Task<T>> work) =>
        Company.Host.RunAsync(Company.Tenant, Administrator, s => work(s.GetRequiredService<IAccountingConnectorAppService>()));

    public Task AsAsync(Func<IAccountingConnectorAppService, Task> work) =>
        Company.Host.RunAsync(Company.Tenant, Administrator, s => work(s.GetRequiredService<IAccountingConnectorAppService>()));

    public Task RunAsync() => Company.Host.RunAsync(Company.Tenant, null, s => s.GetRequiredService<ConnectorRun>().RunAsync(TestContext.Current.CancellationToken));

    /// <summary>A file that the package has finished.</summary>
    public string Return(string name, string content)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "booked")).FullName, name);
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, Company.Clock.GetUtcNow().UtcDateTime.AddMinutes(-2));
        return path;
    }
}
