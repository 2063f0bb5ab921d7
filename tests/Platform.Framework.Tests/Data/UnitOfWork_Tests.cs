using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

public sealed class UnitOfWork_Tests(TestHosts hosts)
{
    [Theory, Databases]
    [Trait("Req", "AUD-01")]
    public async Task Complete_AfterAnAct_CommitsRowAuditAndOutboxTogether(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var subject = Guid.CreateVersion7().ToString();
        await host.RunAsync(null, null, services => ActAsync(services, subject));
        (await CountAsync(host, subject)).ShouldBe(1);
        (await AuditCountAsync(host, subject)).ShouldBe(1);
    }

    [Theory, Databases]
    [Trait("Req", "AUD-01")]
    public async Task Complete_WhenTheAuditStoreFails_UndoesTheChange(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, s => s.AddScoped<IAuditingStore, BrokenStore>(), Demonstration: false));
        var subject = Guid.CreateVersion7().ToString();
        await Should.ThrowAsync<IOException>(() => host.RunAsync(null, null, services => ActAsync(services, subject)));
        (await CountAsync(host, subject)).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Scope_EndedWithoutCompletion_UndoesEverything(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var subject = Guid.CreateVersion7().ToString();
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await ActAsync(scope.ServiceProvider, subject);
            await scope.ServiceProvider.GetRequiredService<KernelDbContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
            var context = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
            (await context.CapturedMails.CountAsync(m => m.Subject == subject, TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        (await CountAsync(host, subject)).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task BulkDelete_RolledBack_LeavesTheRows(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var subject = Guid.CreateVersion7().ToString();
        await host.RunAsync(null, null, services => ActAsync(services, subject));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<KernelDbContext>();
            await context.CapturedMails.Where(m => m.Subject == subject).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RollbackAsync(TestContext.Current.CancellationToken);
        }

        (await CountAsync(host, subject)).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Complete_ManyWritersAtOnce_LosesNothing(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var subject = Guid.CreateVersion7().ToString();
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (_, _) =>
            await host.RunAsync(null, null, services => ActAsync(services, subject)));
        (await CountAsync(host, subject)).ShouldBe(60);
        (await AuditCountAsync(host, subject)).ShouldBe(60);
    }

    private static Task ActAsync(IServiceProvider services, string subject)
    {
        services.GetRequiredService<KernelDbContext>().CapturedMails.Add(new CapturedMail { Id = Guid.CreateVersion7(), To = "a@b.c", Subject = subject });
        services.GetRequiredService<IAuditLog>().Add("Test.Act", "Test", subject);
        return Task.CompletedTask;
    }

    private static Task<int> CountAsync(TestHost host, string subject) => host.RunAsync(null, null, services =>
        services.GetRequiredService<KernelDbContext>().CapturedMails.CountAsync(m => m.Subject == subject));

    private static Task<int> AuditCountAsync(TestHost host, string id) => host.RunAsync(null, null, async services =>
    {
        var context = services.GetRequiredService<KernelDbContext>();
        return await context.Database.SqlQuery<int>($"""SELECT CAST(count(*) AS integer) AS "Value" FROM "AuditEntries" WHERE "EntityId" = {id}""").SingleAsync();
    });

    private sealed class BrokenStore : IAuditingStore
    {
        public Task SaveAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken = default) => throw new IOException("The trail is full.");
    }
}
