using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.EndToEnd.Tests;

public sealed class Operations_Tests
{
    [Fact]
    [Trait("Req", "OPS-01")]
    public async Task Start_OnEmbeddedDefaults_ShowsTheDemonstrationPeople()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite));
        using var client = host.CreateClient();
        var page = await client.GetStringAsync("/account/sign-in", TestContext.Current.CancellationToken);
        page.ShouldContain(DemoPeople.Email("camille"));
        page.ShouldContain(DemoPeople.Email("victor"));
    }

    [Fact]
    [Trait("Req", "OPS-01")]
    public async Task Start_WithoutDemonstration_ShowsAndKnowsNobody()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Demonstration: false));
        using var stranger = host.CreateClient(DemoPeople.Token("camille"));
        (await stranger.GetStringAsync("/account/sign-in", TestContext.Current.CancellationToken)).ShouldNotContain(DemoPeople.Email("camille"));
        (await stranger.GetAsync("/api/me", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, Databases]
    [Trait("Req", "OPS-03")]
    public async Task Health_OfARunningHost_IsLiveAndReady(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, Demonstration: false));
        using var client = host.CreateClient();
        (await client.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Req", "OPS-03")]
    public async Task Logs_OfASignInAndAnImport_HoldNoPersonalData()
    {
        var log = new Recorder();
        await using var host = await TestHost.StartAsync(new TestHostOptions(
            TestDatabase.Sqlite,
            services => services.AddLogging(l => l.AddProvider(log).SetMinimumLevel(LogLevel.Information)),
            new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Information" }));
        using var client = host.CreateClient();
        await client.PostFormAsync("/account/sign-in", ("Input.Email", DemoPeople.Email("camille")), ("Input.Password", "Wrong-password-11"));
        await client.PostFormAsync("/account/sign-in", ("Input.Email", DemoPeople.Email("camille")), ("Input.Password", DemoPeople.Password("camille")));
        using var api = ApiClient.For(host, "camille", "lefevre");
        await api.PostFileAsync("imports?kind=Mandates&fileName=m.csv", "mandate_reference;debtor_name;iban\nM-1;Jeanne Secrète;FR7616958230040009668127476\n");
        var text = string.Join('\n', log.Lines);
        text.ShouldNotBeEmpty();
        foreach (var secret in new[] { DemoPeople.Email("camille"), "Wrong-password-11", DemoPeople.Password("camille"), DemoPeople.Token("camille"), "Jeanne Secrète", "FR7616958230040009668127476" })
        {
            text.ShouldNotContain(secret);
        }
    }

    [Theory]
    [InlineData("/api/t/lefevre/mandates/not-a-guid")]
    [InlineData("/t/lefevre/remittances/00000000-0000-0000-0000-000000000001")]
    [InlineData("/nothing/here")]
    public async Task Errors_Always_ShowNoStackTrace(string path)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite));
        using var client = await host.SignInAsync(DemoPeople.Email("camille"));
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBeInRange(400, 499);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("Exception");
        response.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
    }

    private sealed class Recorder : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
