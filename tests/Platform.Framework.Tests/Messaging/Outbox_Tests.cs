using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

public sealed class Outbox_Tests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, Databases]
    [Trait("Req", "OPS-08")]
    public async Task Publish_Committed_ReachesEveryHandlerInTheSameCompany(TestDatabase database)
    {
        var seen = new Seen();
        await using var host = await StartAsync(database, seen);
        var company = new TenantInfo(Guid.CreateVersion7(), "none", "None", "", "", "sme");
        var message = new PingEto(Guid.CreateVersion7());
        await host.RunAsync(company, null, services => services.GetRequiredService<IDistributedEventBus>().PublishAsync(message));
        await seen.Signal.WaitAsync(Patience, TestContext.Current.CancellationToken);
        seen.Events.ShouldBe([(message.Id, company.Id)]);
    }

    [Theory, Databases]
    [Trait("Req", "OPS-08")]
    public async Task Publish_RolledBack_IsNeverDelivered(TestDatabase database)
    {
        var seen = new Seen();
        await using var host = await StartAsync(database, seen);
        await Should.ThrowAsync<InvalidOperationException>(() => host.RunAsync(null, null, async services =>
        {
            await services.GetRequiredService<IDistributedEventBus>().PublishAsync(new PingEto(Guid.CreateVersion7()));
            await services.GetRequiredService<KernelDbContext>().SaveChangesAsync();
            throw new InvalidOperationException("refused");
        }));
        (await host.RunAsync(null, null, services => services.GetRequiredService<KernelDbContext>().Outbox.CountAsync(m => m.Type.EndsWith("PingEto")))).ShouldBe(0);
        seen.Events.ShouldBeEmpty();
    }

    [Theory, Databases]
    [Trait("Req", "OPS-08")]
    public async Task Enqueue_Committed_RunsTheJobOnceThroughTheScheduler(TestDatabase database)
    {
        var seen = new Seen();
        await using var host = await StartAsync(database, seen);
        var id = Guid.CreateVersion7();
        await host.RunAsync(null, null, services => services.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(new CountArgs(id)));
        await seen.Signal.WaitAsync(Patience, TestContext.Current.CancellationToken);
        seen.Jobs.ShouldBe([id]);
    }

    [Theory, Databases]
    [Trait("Req", "OPS-08")]
    public async Task Enqueue_JobThatCallsOut_RunsBeforeItsTransactionBegins(TestDatabase database)
    {
        var seen = new Seen();
        await using var host = await StartAsync(database, seen);
        await host.RunAsync(null, null, services => services.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(new CallArgs(Guid.CreateVersion7())));
        await host.RunAsync(null, null, services => services.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(new CountArgs(Guid.CreateVersion7())));
        for (var jobs = 0; jobs < 2; jobs++)
            (await seen.Signal.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue();
        seen.Begun.Order().ShouldBe([(false, nameof(CallJob)), (true, nameof(CountJob))]);
    }

    [Theory, Databases]
    public async Task Queue_AMail_IsCapturedAfterTheCommit(TestDatabase database)
    {
        var transport = new RecordingTransport();
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, s => s.AddScoped<IEmailTransport>(_ => transport), Demonstration: false));
        await host.RunAsync(null, null, services => services.GetRequiredService<IEmailSender>().QueueAsync(new EmailMessage("a@example.org", "Hello", "Text")));
        (await transport.Sent.Task.WaitAsync(Patience, TestContext.Current.CancellationToken)).Subject.ShouldBe("Hello");
    }

    private static Task<TestHost> StartAsync(TestDatabase database, Seen seen) => TestHost.StartAsync(new TestHostOptions(database, services =>
    {
        services.AddSingleton(seen);
        services.AddTransient<PingHandler>();
        services.AddTransient<CountJob>();
        services.AddTransient<CallJob>();
    }, Demonstration: false));

    internal sealed record PingEto(Guid Id);

    internal sealed record CountArgs(Guid Id);

    internal sealed record CallArgs(Guid Id);

    internal sealed class Seen
    {
        public ConcurrentQueue<(Guid Id, Guid? Tenant)> Events { get; } = new();

        public ConcurrentQueue<Guid> Jobs { get; } = new();

        public ConcurrentQueue<(bool Transaction, string Job)> Begun { get; } = new();

        public SemaphoreSlim Signal { get; } = new(0);
    }

    internal sealed class PingHandler(Seen seen, ICurrentTenant tenant) : IDistributedEventHandler<PingEto>
    {
        public Task HandleEventAsync(PingEto eventData, CancellationToken cancellationToken)
        {
            seen.Events.Enqueue((eventData.Id, tenant.Id));
            seen.Signal.Release();
            return Task.CompletedTask;
        }
    }

    [CallsOut]
    internal sealed class CallJob(Seen seen, IUnitOfWork unitOfWork) : IBackgroundJob<CallArgs>
    {
        public Task ExecuteAsync(CallArgs args, CancellationToken cancellationToken)
        {
            seen.Begun.Enqueue((unitOfWork.HasBegun, nameof(CallJob)));
            seen.Signal.Release();
            return Task.CompletedTask;
        }
    }

    internal sealed class CountJob(Seen seen, IUnitOfWork unitOfWork) : IBackgroundJob<CountArgs>
    {
        public Task ExecuteAsync(CountArgs args, CancellationToken cancellationToken)
        {
            seen.Begun.Enqueue((unitOfWork.HasBegun, nameof(CountJob)));
            seen.Jobs.Enqueue(args.Id);
            seen.Signal.Release();
            return Task.CompletedTask;
        }
    }

    private sealed class RecordingTransport : IEmailTransport
    {
        public TaskCompletionSource<EmailMessage> Sent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task SendAsync(EmailMessage message, CancellationToken cancellationToken)
        {
            Sent.TrySetResult(message);
            return Task.CompletedTask;
        }
    }
}
