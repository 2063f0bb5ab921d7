using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

/// <summary>Two hosts behind a balancer without sticky sessions: one PostgreSQL, one key ring.</summary>
[Trait("Req", "OPS-02")]
public sealed class TwoHosts_Tests : IAsyncLifetime
{
    private const int Jobs = 20;
    private readonly Counter _counter = new();
    private TestHost _first = null!;
    private TestHost _second = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(PostgreSqlServer.IsConfigured || TestEnvironment.IsContinuousIntegration, "PostgreSQL is not configured");
        _first = await TestHost.StartAsync(Options());
        _second = await TestHost.StartAsync(Options() with { Settings = _first.Settings });
    }

    public async ValueTask DisposeAsync()
    {
        await _second.DisposeAsync();
        await _first.DisposeAsync();
    }

    [Fact]
    public async Task Session_StartedOnOneHost_OpensAndEndsOnTheOther()
    {
        var cookie = await SessionCookieAsync(_first);
        (await StatusAsync(_second, cookie)).ShouldBe(HttpStatusCode.OK);
        await EndAllSessionsAsync(_second);
        (await StatusAsync(_first, cookie)).ShouldBe(HttpStatusCode.Redirect, "a session ended on one host is over on the other");
    }

    [Fact]
    [Trait("Req", "OPS-08")]
    public async Task Jobs_EnqueuedOnBothHosts_RunOnceEach()
    {
        var ids = Enumerable.Range(0, Jobs).Select(_ => Guid.CreateVersion7()).ToList();
        await Parallel.ForEachAsync(ids, async (id, _) =>
            await (id.GetHashCode() % 2 == 0 ? _first : _second).RunAsync(
                null, null, services => services.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(new CountArgs(id))));
        for (var i = 0; i < Jobs; i++)
        {
            (await _counter.Signal.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken)).ShouldBeTrue($"{i} of {Jobs} jobs ran");
        }

        _counter.Seen.Order().ShouldBe(ids.Order());
    }

    private TestHostOptions Options() => new(TestDatabase.PostgreSql, services =>
    {
        services.AddSingleton(_counter);
        services.AddTransient<CountJob>();
    });

    private static async Task<string> SessionCookieAsync(TestHost host)
    {
        using var client = host.CreateClient();
        using var response = await client.PostFormAsync(
            "/account/sign-in", ("Input.Email", DemoPeople.Email("camille")), ("Input.Password", DemoPeople.Password("camille")));
        return response.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("__Host-platform=")).Split(';')[0];
    }

    private static async Task EndAllSessionsAsync(TestHost host)
    {
        using var api = host.CreateClient(DemoPeople.Token("camille"));
        using var response = await api.DeleteAsync("/api/me/sessions", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private static HttpClient ClientWith(TestHost host, string cookie)
    {
        var client = host.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    private static async Task<HttpStatusCode> StatusAsync(TestHost host, string cookie)
    {
        using var client = ClientWith(host, cookie);
        using var response = await client.GetAsync("/t/lefevre", TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    internal sealed record CountArgs(Guid Id);

    internal sealed class Counter
    {
        public ConcurrentQueue<Guid> Seen { get; } = new();

        public SemaphoreSlim Signal { get; } = new(0);
    }

    internal sealed class CountJob(Counter counter) : IBackgroundJob<CountArgs>
    {
        public Task ExecuteAsync(CountArgs args, CancellationToken cancellationToken)
        {
            counter.Seen.Enqueue(args.Id);
            counter.Signal.Release();
            return Task.CompletedTask;
        }
    }
}
