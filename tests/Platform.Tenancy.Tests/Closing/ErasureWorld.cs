using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Accounting;
using Platform.Kernel;
using Platform.Notifications;
using Platform.TestBase;
using Platform.Vault;

namespace Platform.Tenancy.Tests;

/// <summary>A host on which the bakery, with something of every kind, closed its account some days ago.</summary>
internal sealed record ErasureWorld(TestHost Host, TestClock Clock, TenantInfo Company, TenantInfo Other, CurrentUserInfo Amelie, string Document, string Stray)
{
    private const string SqliteColumns = "SELECT m.name || '.' || c.name AS \"Value\" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.type = 'TEXT'";
    private const string PostgreSqlColumns = "SELECT table_name || '.' || column_name AS \"Value\" FROM information_schema.columns WHERE data_type = 'uuid' AND table_schema = current_schema()";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ErasureWorld> StartAsync(TestDatabase database, int days = 30)
    {
        var clock = new TestClock(TimeProvider.System.GetUtcNow());
        // In Development the bakery operates the installation. To the host's own worker no day has come: each test says what runs.
        var host = await TestHost.StartAsync(new TestHostOptions(database, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddTransient(s => ActivatorUtilities.CreateInstance<CompanyErasureWorker>(s, TimeProvider.System));
        }, new Dictionary<string, string> { ["Operator:Company"] = "fiducia" }));
        var (company, other, amelie) = (await host.CompanyAsync("lefevre"), await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));
        // So long that no remittance of the demonstration waits for its bank.
        clock.Advance(TimeSpan.FromDays(60));
        var stray = $"strays/{Guid.CreateVersion7():N}";
        foreach (var place in new[] { company, other })
        {
            await host.RunAsync(place, null, s => s.GetRequiredService<IBlobContainer>().SaveAsync(stray, f => f.WriteAsync(new byte[3]).AsTask()));
            await host.RunAsync(place, amelie, s => s.GetRequiredService<INotificationPublisher>().PublishToUserAsync(amelie.Id!.Value, new NotificationDto("Tenancy.Notification.ClosingTakenBack"), Cancelled));
            await host.RunAsync(place, amelie, s => s.GetRequiredService<ISecretStore>().SetAsync(new SecretName("test", "canary"), SecretBuffer.Take(Encoding.UTF8.GetBytes("secret"))));
        }

        await UploadAsync(host, company, amelie);
        var document = await UploadAsync(host, company, amelie);
        await HandOffTwiceAsync(host, company, amelie);
        await new ExportHost(host, clock).CloseAsync(company, amelie);
        clock.Advance(TimeSpan.FromDays(days));
        return new ErasureWorld(host, clock, company, other, amelie, document, stray);
    }

    public async Task EraseAsync()
    {
        while (await StepsAsync(1000))
            Cancelled.ThrowIfCancellationRequested();
    }

    /// <summary>As the worker does it.</summary>
    public Task WorkAsync() => Host.RunAsync(null, null, s => ActivatorUtilities.CreateInstance<CompanyErasureWorker>(s).DoWorkAsync(Cancelled));

    /// <summary>So many steps on a host of their own, which dies then.</summary>
    public async Task<bool> StepsAsync(int steps)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        using var current = Host.Services.GetRequiredService<ICurrentTenant>().Change(Company.Id);
        var erasure = scope.ServiceProvider.GetRequiredService<CompanyErasure>();
        while (steps-- > 0)
        {
            if (!await erasure.StepAsync(Cancelled))
                return false;
        }

        return true;
    }

    public Task<List<string>> BlobsAsync(TenantInfo company) =>
        Host.RunAsync(company, null, s => s.GetRequiredService<IBlobContainer>().ListAsync("", Cancelled).ToListAsync(Cancelled).AsTask());

    /// <summary>Columns of any table, also of host-wide ones, in which the id stands.</summary>
    public Task<List<string>> PlacesOfAsync(Guid id) => Host.RunAsync(Company, null, async services =>
    {
        var database = services.GetRequiredService<TenancyDbContext>().Database;
        var found = new List<string>();
        foreach (var column in await database.SqlQueryRaw<string>(database.IsSqlite() ? SqliteColumns : PostgreSqlColumns).ToListAsync(Cancelled))
        {
            var (table, name) = (column[..column.IndexOf('.')], column[(column.IndexOf('.') + 1)..]);
#pragma warning disable EF1002 // Names of the catalogue.
            if (await database.SqlQueryRaw<int>($"SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM \"{table}\" WHERE \"{name}\" = {{0}}", id).SingleAsync(Cancelled) > 0)
                found.Add(column);
#pragma warning restore EF1002
        }

        return found;
    });

    // Rows that are only ever added, and one that refers to another of its table.
    private static async Task HandOffTwiceAsync(TestHost host, TenantInfo company, CurrentUserInfo person)
    {
        await host.RunAsync(company, person, s => s.GetRequiredService<IAccountantAppService>().SetContactAsync(new AccountantContactDto { Name = "Fiduciaire", Email = "cabinet@example.org", Language = "fr" }, Cancelled));
        Guid? first = null;
        for (var i = 0; i < 2; i++)
        {
            var documents = await host.RunAsync(company, person, s => s.GetRequiredService<IDocumentAppService>().GetListAsync(new GetDocumentsInput(), Cancelled));
            first = (await host.RunAsync(company, person, s => s.GetRequiredService<IHandoffAppService>().CreateAsync(
                new CreateHandoffDto(Guid.CreateVersion7(), new HandoffChoice([documents.Items[i].Id]), BaseId: first), Cancelled))).Head.Id;
        }
    }

    private static async Task<string> UploadAsync(TestHost host, TenantInfo company, CurrentUserInfo person)
    {
        var content = Encoding.UTF8.GetBytes($"A voucher {Guid.CreateVersion7()}");
        var upload = await host.RunAsync(company, person, s => s.GetRequiredService<IDocumentUploadAppService>().StartAsync(new StartUploadInput("voucher.txt", content.Length, DocumentType.Other), Cancelled));
        await host.RunAsync(company, person, s => s.GetRequiredService<IDocumentUploadAppService>().WriteAsync(upload.Id, 0, new MemoryStream(content), Cancelled));
        await host.RunAsync(company, person, s => s.GetRequiredService<IDocumentUploadAppService>().CompleteAsync(upload.Id, new CompleteUploadInput(true), Cancelled));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        return $"documents/{hash[..2]}/{hash}";
    }
}
