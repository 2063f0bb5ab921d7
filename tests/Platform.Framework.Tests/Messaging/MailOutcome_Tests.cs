using System.Collections.Concurrent;
using System.Net.Mail;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

/// <summary>Whoever gives a mail a reference is told what became of it.</summary>
[Trait("Req", "SEP-13")]
public sealed class MailOutcome_Tests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly SmtpException NoMailbox = new(SmtpStatusCode.MailboxUnavailable, "Mailbox unavailable. The server response was: 5.1.1 No such mailbox");
    private static readonly SmtpException Busy = new(SmtpStatusCode.LocalErrorInProcessing, "Error in processing. The server response was: 4.3.0 Come back later");

    [Theory, Databases]
    public async Task Mail_Taken_IsToldOnceAfterIt(TestDatabase database)
    {
        var told = new Told();
        await using var host = await StartAsync(database, new FailingTransport(null), told);
        await QueueAsync(host, "Test.1", "Test.2");
        for (var mails = 0; mails < 2; mails++)
            (await told.Signal.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue();
        told.Outcomes.OrderBy(o => o.Reference).ShouldBe([new EmailOutcomeEto("Test.1", null), new EmailOutcomeEto("Test.2", null)]);
    }

    [Theory, Databases]
    public async Task Mail_RefusedForGood_IsToldWithTheReplyAndNotTriedAgain(TestDatabase database)
    {
        var (told, transport) = (new Told(), new FailingTransport(NoMailbox));
        await using var host = await StartAsync(database, transport, told);
        await QueueAsync(host, "Test.1");
        (await told.Signal.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue();
        told.Outcomes.ShouldBe([new EmailOutcomeEto("Test.1", "550 5.1.1 No such mailbox")]);
        transport.Attempts.ShouldBe(1);
    }

    [Theory]
    [InlineData(550, true)]
    [InlineData(554, true)]
    [InlineData(530, false)]
    [InlineData(451, false)]
    [InlineData(-1, false)]
    public void Refusal_ByItsCode_IsFinalOrNot(int code, bool final) => MailRefusal.IsFinal(new SmtpException((SmtpStatusCode)code)).ShouldBe(final);

    [Fact]
    public async Task Mail_RefusedForNow_IsToldOnlyWhenNobodyTriesAgain()
    {
        var (bus, args) = (new Bus(), new SendEmailArgs("a@example.org", "Hello", "Text", "Test.1"));
        await Should.ThrowAsync<SmtpException>(() => Job(isLast: false).ExecuteAsync(args, TestContext.Current.CancellationToken));
        bus.Published.ShouldBeEmpty();
        await Job(isLast: true).ExecuteAsync(args, TestContext.Current.CancellationToken);
        bus.Published.ShouldBe([new EmailOutcomeEto("Test.1", "451 4.3.0 Come back later")]);
        await Should.ThrowAsync<SmtpException>(() => Job(isLast: true).ExecuteAsync(args with { Reference = null }, TestContext.Current.CancellationToken));

        SendEmailJob Job(bool isLast) => new(new FailingTransport(Busy), new JobAttempt { IsLast = isLast }, bus);
    }

    [Theory, Databases(TestDatabase.Sqlite)]
    public async Task Delivery_OfTheLastAttempt_SaysSoToTheJob(TestDatabase database)
    {
        var told = new Told();
        await using var host = await StartAsync(database, new FailingTransport(Busy), told);
        var handler = host.Services.GetRequiredService<MessageHandlers>().For(typeof(SendEmailArgs).FullName!).Single();
        var envelope = new Envelope(Guid.CreateVersion7(), Guid.Empty, null, """{"To":"a@example.org","Subject":"Hello","Text":"Text","Reference":"Test.1"}""");
        var delivery = host.Services.GetRequiredService<MessageDelivery>();
        await Should.ThrowAsync<SmtpException>(() => delivery.DeliverAsync(handler, envelope, TestContext.Current.CancellationToken));
        await delivery.DeliverAsync(handler, envelope with { IsLastAttempt = true }, TestContext.Current.CancellationToken);
        (await told.Signal.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue();
        told.Outcomes.ShouldHaveSingleItem().Refusal.ShouldBe("451 4.3.0 Come back later");
    }

    private static Task QueueAsync(TestHost host, params string[] references) => host.RunAsync(null, null, async services =>
    {
        foreach (var reference in references)
            await services.GetRequiredService<IEmailSender>().QueueAsync(new EmailMessage("a@example.org", "Hello", "Text", reference));
    });

    private static Task<TestHost> StartAsync(TestDatabase database, FailingTransport transport, Told told) => TestHost.StartAsync(new TestHostOptions(database, services =>
    {
        services.AddScoped<IEmailTransport>(_ => transport);
        services.AddSingleton(told);
        services.AddTransient<Listener>();
    }, Demonstration: false));

    internal sealed class Told
    {
        public ConcurrentQueue<EmailOutcomeEto> Outcomes { get; } = new();

        public SemaphoreSlim Signal { get; } = new(0);
    }

    internal sealed class Listener(Told told) : IDistributedEventHandler<EmailOutcomeEto>
    {
        public Task HandleEventAsync(EmailOutcomeEto eventData, CancellationToken cancellationToken)
        {
            told.Outcomes.Enqueue(eventData);
            told.Signal.Release();
            return Task.CompletedTask;
        }
    }

    private sealed class FailingTransport(Exception? failure) : IEmailTransport
    {
        private int _attempts;

        public int Attempts => _attempts;

        public Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _attempts);
            return failure is null ? Task.CompletedTask : Task.FromException(failure);
        }
    }

    private sealed class Bus : IDistributedEventBus
    {
        public List<object> Published { get; } = [];

        public Task PublishAsync<TEvent>(TEvent eventData, CancellationToken cancellationToken = default) where TEvent : notnull
        {
            Published.Add(eventData);
            return Task.CompletedTask;
        }
    }
}
