using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>One host per database product, with a clock of its own, a counting hasher, a trail in memory, captured mail and text messages.</summary>
public class IdentityHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TestDatabase, Lazy<Task<World>>> _worlds = new();

    internal Task<World> GetAsync(TestDatabase database) =>
        _worlds.GetOrAdd(database, d => new Lazy<Task<World>>(() => StartAsync(d))).Value;

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var world in _worlds.Values)
        {
            await (await world.Value).Host.DisposeAsync();
        }
    }

    private protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    private protected virtual void Configure(IServiceCollection services)
    {
    }

    private async Task<World> StartAsync(TestDatabase database)
    {
        var (clock, hasher, audit, mail, sms) = (new TestClock(TimeProvider.System.GetUtcNow()), new CountingHasher(), new AuditRecorder(), new MailRecorder(), new SmsRecorder());
        var host = await TestHost.StartAsync(new TestHostOptions(database, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton<IPasswordHasher<User>>(hasher);
            services.AddScoped<IAuditingStore>(_ => audit);
            services.AddScoped(s => mail.In(s.GetRequiredService<IUnitOfWork>()));
            services.AddScoped<ISmsSender>(_ => sms);
            Configure(services);
        }, Settings));
        return new World(host, clock, hasher, audit, mail, sms);
    }
}
