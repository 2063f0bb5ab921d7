using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Sepa.Tests;

/// <summary>Two years later everything that cleans up has run, and what was issued is still there with its file.</summary>
[Trait("Req", "SEP-12")]
public sealed class Retention_Tests
{
    [Theory, Databases]
    public async Task Issued_TwoYearsAgo_IsStillThereAfterEveryWorker(TestDatabase database)
    {
        var clock = new TestClock(SepaHosts.Start);
        await using var host = await TestHost.StartAsync(new TestHostOptions(database, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock))));
        var company = new SepaCompany(host, await host.CompanyAsync("lefevre"), await host.PersonAsync("camille"), await host.PersonAsync("victor"));
        var account = await company.AddAccountAsync(a => a with { CreditorIdentifier = CreditorIdentifier.Create("FR", "ZZZ", "700001").Value });
        var mandate = await company.AddMandateAsync("OLD-1", m => m with { CreditorAccountId = account.Id });
        await company.AddCollectionAsync(mandate.Id, 12.30m, c => c with { EndToEndId = "OLD-ORDER" });
        var issued = await IssuedCompany.IssueAsync(company, account.Id);
        clock.Advance(TimeSpan.FromDays(731));
        await RunWorkersAsync(host);
        var found = await company.RemittancesAsync(s => s.GetListAsync(new GetRemittancesInput(Search: issued.Number, To: SepaDay(clock).AddDays(-365))));
        found.Items.ShouldHaveSingleItem().Id.ShouldBe(issued.Id);
        (await company.RemittancesAsync(s => s.GetLinesAsync(issued.Id, new GetRemittanceLinesInput()))).Items.ShouldHaveSingleItem().EndToEndId.ShouldBe("OLD-ORDER");
        await using var file = (await company.RemittancesAsync(s => s.DownloadAsync(issued.Id))).Content;
        file.Length.ShouldBe(issued.File!.Size);
    }

    private static async Task RunWorkersAsync(TestHost host)
    {
        var count = 0;
        await host.RunAsync(null, null, services => Task.FromResult(count = services.GetServices<IBackgroundWorker>().Count()));
        count.ShouldBeGreaterThan(3);
        for (var i = 0; i < count; i++)
            await host.RunAsync(null, null, services => services.GetServices<IBackgroundWorker>().ElementAt(i).DoWorkAsync(TestContext.Current.CancellationToken));
    }

    private static DateOnly SepaDay(TestClock clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
