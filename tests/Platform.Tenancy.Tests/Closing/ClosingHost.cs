using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>What tests of closing need of a host with demonstration data.</summary>
internal static class ClosingHost
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>An export of everything that is ready, made by hand, without a job.</summary>
    public static async Task ExportAsync(this ExportHost host, TenantInfo company, CurrentUserInfo person)
    {
        var id = await host.Host.RunAsync(company, person, s =>
            Task.FromResult(s.GetRequiredService<TenancyDbContext>().Exports.Add(new CompanyExport(person.Id, person.Name, host.Clock.GetUtcNow().UtcDateTime)).Entity.Id));
        await host.Host.RunAsync(company, person, async s =>
        {
            while (await s.GetRequiredService<ExportRun>().StepAsync(id, Cancelled))
                Cancelled.ThrowIfCancellationRequested();
        });
    }

    public static async Task CloseAsync(this ExportHost host, TenantInfo company, CurrentUserInfo person)
    {
        await host.ExportAsync(company, person);
        await host.Host.RunAsync(company, person, s => s.GetRequiredService<IClosingAppService>().CloseAsync(new CloseCompanyDto(company.Name), Cancelled));
    }

    /// <summary>One number, read as the company.</summary>
    public static Task<int> CountAsync(this TestHost host, TenantInfo? company, string from) => host.RunAsync(company, null, s =>
#pragma warning disable EF1002, EF1003 // Written here.
        s.GetRequiredService<TenancyDbContext>().Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM " + from).SingleAsync(Cancelled));
#pragma warning restore EF1002, EF1003

    /// <summary>Waits for what happens after a commit.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await holds())
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
