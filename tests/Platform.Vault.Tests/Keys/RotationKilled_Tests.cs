using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Platform.Kernel;

namespace Platform.Vault.Tests;

/// <summary>A host that dies while it moves secrets under a new master key: all of them open, and the next host goes on.</summary>
[Trait("Req", "VLT-04")]
[Collection(nameof(Canary_Tests))]
public sealed class RotationKilled_Tests
{
    // Enough that a few looks fall into the rotation.
    private const int Count = 6_000;

    [Theory, Databases]
    public async Task RotateMasterKey_HostKilledHalfway_IsFinishedByTheNextHost(TestDatabase product)
    {
        await using var database = await KilledDatabase.CreateAsync(product);
        var seeded = await SeedAsync(database);
        await using (var host = await HostProcess.StartAsync(database, demonstration: false))
        {
            await UntilMovedAsync(database, Count / 4);
            await host.KillAsync();
        }

        var moved = await MovedAsync(database);
        moved.ShouldBeInRange(Count / 4, Count - 1, "killed before it was done");
        (moved % KeyRotation.Portion).ShouldBe(0, "a portion is moved as a whole, or not at all");
        await LookAsync(database, seeded, company => ShouldAllOpenAsync(company, moved));

        await using (await HostProcess.StartAsync(database, demonstration: false))
        {
            await UntilMovedAsync(database, Count);
        }

        await LookAsync(database, seeded, async company =>
        {
            await ShouldAllOpenAsync(company, Count);
            await company.Host.Host.RunAsync(null, null, s => s.GetRequiredService<MasterKeyStore>().RetireAsync(1, CancellationToken.None));
            await company.Host.Get<MasterKeyRing>().LoadAsync(TestContext.Current.CancellationToken);
            await ShouldAllOpenAsync(company, Count);
        });
    }

    private static async Task<VaultCompany> SeedAsync(KilledDatabase database)
    {
        await using var host = await LookOnAsync(database);
        var company = new VaultCompany(host);
        await company.SeedAsync(Count);
        await host.Host.RunAsync(null, null, s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        return company;
    }

    private static async Task LookAsync(KilledDatabase database, VaultCompany seeded, Func<VaultCompany, Task> look)
    {
        await using var host = await LookOnAsync(database);
        await look(seeded.On(host));
    }

    // Without a scheduler: it would run what is left for the next host, and tidy up after the killed one.
    private static Task<VaultHost> LookOnAsync(KilledDatabase database) => VaultHost.StartAsync(
        TestDatabase.Sqlite,
        services =>
        {
            foreach (var scheduler in services.Where(IsScheduler).ToList())
                services.Remove(scheduler);
        },
        database.Settings);

    private static bool IsScheduler(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && !service.IsKeyedService && service.ImplementationType?.Namespace?.StartsWith("Quartz", StringComparison.Ordinal) == true;

    private static Task<long> MovedAsync(KilledDatabase database) => database.CountAsync("\"VaultSecrets\" WHERE \"MasterKeyVersion\" = 2");

    private static async Task UntilMovedAsync(KilledDatabase database, int count)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(3));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await MovedAsync(database) < count)
            await timer.WaitForNextTickAsync(deadline.Token);
    }

    // The envelope itself: a use would be recorded, thousands of times.
    private static Task<bool> ShouldAllOpenAsync(VaultCompany company, long moved) => company.DatabaseAsync(async db =>
    {
        var consents = await db.Consents.AsNoTracking().ToDictionaryAsync(c => c.Id);
        var secrets = await db.Secrets.AsNoTracking().ToListAsync();
        (consents.Count, secrets.Count, secrets.LongCount(s => s.MasterKeyVersion == 2)).ShouldBe((Count, Count, moved));
        foreach (var secret in secrets)
        {
            using var plain = await company.Host.Get<Vault.Envelope>().OpenAsync(secret, consents[secret.Id].Binding(), CancellationToken.None);
            Encoding.UTF8.GetString(plain.Span).ShouldBe(SeededSecrets.TokenOf(consents[secret.Id].Account));
        }

        return true;
    });
}
