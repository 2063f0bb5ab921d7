using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;

namespace Platform.Vault.Tests;

/// <summary>100,000 secrets get a new master key while others use theirs fifty times a second; cut off halfway it goes on.</summary>
[Trait("Req", "VLT-04")]
[Collection(nameof(Canary_Tests))]
public sealed class LargeRotation_Tests
{
    private const int Count = 100_000;
    private static readonly TimeSpan BetweenUses = TimeSpan.FromMilliseconds(20);

    [Theory, Databases]
    public async Task RotateMasterKey_HundredThousandInUse_FailsNobody(TestDatabase database)
    {
        // Without the host's own worker, so that the cut is this test's to make.
        await using var host = await VaultHost.StartAsync(database, services => services.RemoveAll<IBackgroundWorker>());
        var company = new VaultCompany(host);
        var uses = await company.SeedAsync(Count);
        await host.Host.RunAsync(null, null, s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        await host.Get<MasterKeyRing>().LoadAsync(TestContext.Current.CancellationToken);

        using var stop = new CancellationTokenSource();
        var users = UseAsync(company, uses, stop.Token);
        await CutOffHalfwayAsync(host, company);
        await host.Host.RunAsync(null, null, s => s.GetRequiredService<RotateKeys>().DoWorkAsync(CancellationToken.None));
        await stop.CancelAsync();
        (await users).ShouldBeGreaterThan(20);
        (await CountAsync(company, 1)).ShouldBe(0);
        (await CountAsync(company, 2)).ShouldBe(Count);
        await host.Host.RunAsync(null, null, s => s.GetRequiredService<MasterKeyStore>().RetireAsync(1, CancellationToken.None));
    }

    private static async Task CutOffHalfwayAsync(VaultHost host, VaultCompany company)
    {
        using var cut = new CancellationTokenSource();
        // On a thread of its own: SQLite's commands give none back.
        var running = Task.Run(() => host.Host.RunAsync(null, null, s => s.GetRequiredService<RotateKeys>().DoWorkAsync(cut.Token)));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await CountAsync(company, 2) < Count / 4 && await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken))
            running.IsCompleted.ShouldBeFalse("the rotation ended before it could be cut off");
        await cut.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
        (await CountAsync(company, 1)).ShouldBeInRange(1, Count * 3 / 4);
    }

    // As many at a time as are due: a slow one holds nobody up, a failed one fails the test.
    private static async Task<int> UseAsync(VaultCompany company, List<ConsentUse> uses, CancellationToken stop)
    {
        var started = new List<Task<string>>();
        using var timer = new PeriodicTimer(BetweenUses);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                started.Add(company.UseAsync(uses[started.Count * 7919 % uses.Count]));
        }
        catch (OperationCanceledException)
        {
            (await Task.WhenAll(started)).ShouldAllBe(secret => secret.StartsWith("token-"));
        }

        return started.Count;
    }

    private static Task<long> CountAsync(VaultCompany company, int version) =>
        company.DatabaseAsync(db => db.Secrets.LongCountAsync(s => s.MasterKeyVersion == version));
}
