using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.AspNetCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "IDN-05")]
public sealed class HttpSms_Tests
{
    private const string Number = "+33612345678";
    private const string Text = "Code \"123456\" – {to} {text} é\n";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly DateTime Later = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Send_GatewayThatStumbles_TriesAgainUnderTheSameKey()
    {
        await using var gateway = await Gateway.StartAsync(500, 429, 200);
        await SendAsync(gateway);
        gateway.Requests.Count.ShouldBe(3);
        gateway.Requests.Select(r => r.Key).Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
        gateway.Requests.ShouldAllBe(r => r.Secret == "Bearer s3cret" && r.ContentType == "application/json; charset=utf-8");
        var body = JsonDocument.Parse(gateway.Requests.First().Body).RootElement;
        (body.GetProperty("to").GetString(), body.GetProperty("message").GetString()).ShouldBe((Number, Text));
    }

    [Fact]
    public async Task Send_GatewayThatKeepsOneWaiting_IsAskedAgainAndThenGivenUp()
    {
        await using var gateway = await Gateway.StartAsync(Gateway.Slow, 200);
        await SendAsync(gateway, ("AttemptSeconds", "0.3"));
        gateway.Requests.Count.ShouldBe(2);
        await using var asleep = await Gateway.StartAsync(Gateway.Slow);
        await Should.ThrowAsync<Exception>(() => SendAsync(asleep, ("AttemptSeconds", "30"), ("TotalSeconds", "0.5")));
        asleep.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(302)]
    public async Task Send_MessageTheGatewayRefuses_IsNotTriedAgain(int status)
    {
        await using var gateway = await Gateway.StartAsync(status);
        var refused = await Should.ThrowAsync<SmsRefusedException>(() => SendAsync(gateway));
        gateway.Requests.Count.ShouldBe(1);
        refused.ToString().ShouldNotContain(Number);
    }

    [Fact]
    public async Task Send_AsForm_FillsTheFields()
    {
        await using var gateway = await Gateway.StartAsync(200);
        await SendAsync(gateway, ("Body", ""), ("Fields:recipient", "{to}"), ("Fields:body", "{text}"), ("Fields:from", "Platform"));
        var form = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(gateway.Requests.Single().Body);
        (form["recipient"].ToString(), form["body"].ToString(), form["from"].ToString()).ShouldBe((Number, Text, "Platform"));
    }

    [Theory]
    [InlineData("Url", "http://sms.example/send")]
    [InlineData("Body", "{\"to\":\"{to}\"}")]
    [InlineData("Body", "{\"to\":{to},\"text\":\"{text}\"}")]
    [InlineData("Fields:to", "{to}")]
    [InlineData("Mode", "Pigeon")]
    public async Task Start_WrongConfiguration_IsRefused(string name, string value) =>
        await Should.ThrowAsync<Exception>(() => StartAsync("https://sms.example/send", TestDatabase.Sqlite, null, (name, value)));

    [Theory, Databases]
    [Trait("Req", "OPS-08")]
    public async Task Queue_AMessage_ReachesTheGatewayAfterTheCommitAndStandsNowhereInClear(TestDatabase database)
    {
        await using var gateway = await Gateway.StartAsync(503, 200);
        var logs = new Logs();
        await using var host = await StartAsync(gateway.Url, database, logs);
        var payload = await host.RunAsync(null, null, async services =>
        {
            await services.GetRequiredService<ISmsSender>().QueueAsync(new SmsMessage(Number, Text, Later));
            var context = services.GetRequiredService<KernelDbContext>();
            await context.SaveChangesAsync();
            gateway.Requests.ShouldBeEmpty("not committed");
            return await context.Outbox.Select(m => m.Payload).SingleAsync();
        });
        payload.ShouldNotContain("612345678");
        payload.ShouldNotContain("123456\\u0022");
        for (var requests = 0; requests < 2; requests++)
            (await gateway.Arrived.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue();
        gateway.Requests.Select(r => r.Key).Distinct().ShouldHaveSingleItem();
        logs.Lines.ShouldAllBe(l => !l.Contains("612345678") && !l.Contains("123456") && !l.Contains("s3cret"));
    }

    [Fact]
    public async Task Job_WhenTheTimeHasPassed_SendsNothing()
    {
        await using var gateway = await Gateway.StartAsync(200);
        await using var host = await StartAsync(gateway.Url, TestDatabase.Sqlite, null);
        await host.RunAsync(null, null, async services =>
        {
            var (encryption, id) = (services.GetRequiredService<IStringEncryptionService>(), Guid.CreateVersion7());
            var args = new SendSmsArgs(id, encryption.Encrypt(Number, SmsSender.PlaceOf(id)), encryption.Encrypt(Text, SmsSender.PlaceOf(id)), DateTime.UnixEpoch);
            await services.GetRequiredService<SendSmsJob>().ExecuteAsync(args, CancellationToken.None);
            gateway.Requests.ShouldBeEmpty();
            await services.GetRequiredService<SendSmsJob>().ExecuteAsync(args with { Until = Later }, CancellationToken.None);
            gateway.Requests.Count.ShouldBe(1);
        });
    }

    private static async Task SendAsync(Gateway gateway, params (string Name, string Value)[] settings)
    {
        await using var host = await StartAsync(gateway.Url, TestDatabase.Sqlite, null, settings);
        await host.RunAsync(null, null, s => s.GetRequiredService<ISmsTransport>().SendAsync(new SmsMessage(Number, Text, Later), Guid.CreateVersion7(), CancellationToken.None));
    }

    private static Task<TestHost> StartAsync(string url, TestDatabase database, Logs? logs, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string>
        {
            ["Sms:Mode"] = "Http",
            ["Sms:Url"] = url,
            ["Sms:Headers:Authorization"] = "Bearer s3cret",
            ["Sms:Body"] = """{"to":"{to}","message":"{text}"}""",
            ["Sms:RetryMilliseconds"] = "20",
            ["Logging:LogLevel:Default"] = logs is null ? "Warning" : "Debug",
        };
        foreach (var (name, value) in settings)
            all[$"Sms:{name}"] = value;
        return TestHost.StartAsync(new TestHostOptions(database, s => s.AddLogging(l => l.AddProvider(logs ?? new Logs())), all, Demonstration: false));
    }

    private sealed class Logs : ILoggerProvider, ILogger
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
