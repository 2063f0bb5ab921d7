using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Bench;

/// <summary>Three permission checks in a request's scope, in microseconds.</summary>
/// <param name="Scope">A scope with its checker, without a check.</param>
/// <param name="Kept">With three checks, the company's rights unchanged since they were read.</param>
/// <param name="Read">With three checks, the first of which reads the rights: what each request paid before they were kept.</param>
internal sealed record CheckTimes(double Scope, double Kept, double Read)
{
    private const int Operations = 100;
    private const int Reads = 5;
    private const int Rounds = 151;

    public static async Task<CheckTimes> MeasureAsync(ProductHost host, TenantInfo company, CurrentUserInfo person)
    {
        var (scopes, kept, read) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -20; round < Rounds; round++)
        {
            var first = await MicrosecondsAsync(host, company, person, Operations, check: false);
            var second = await MicrosecondsAsync(host, company, person, Operations, check: true);
            var third = await MicrosecondsAsync(host, company with { RightsVersion = null }, person, Reads, check: true);
            if (round < 0)
                continue;
            scopes.Add(first);
            kept.Add(second);
            read.Add(third);
        }

        return new CheckTimes(Medians.Of(scopes), Medians.Of(kept), Medians.Of(read));
    }

    private static async Task<double> MicrosecondsAsync(ProductHost host, TenantInfo company, CurrentUserInfo person, int operations, bool check)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < operations; i++)
            await OnceAsync(host.Services, company, person, check);
        return watch.Elapsed.TotalMicroseconds / operations;
    }

    private static async Task OnceAsync(IServiceProvider services, TenantInfo company, CurrentUserInfo person, bool check)
    {
        await using var scope = services.CreateAsyncScope();
        using var inCompany = services.GetRequiredService<ICurrentTenant>().Change(company);
        using var asPerson = services.GetRequiredService<ICurrentUser>().Change(person);
        var checker = scope.ServiceProvider.GetRequiredService<IPermissionChecker>();
        if (!check)
            return;
        await checker.CheckAsync(SepaPermissions.Mandates.Default);
        await checker.CheckAsync(SepaPermissions.Remittances.Default);
        await checker.CheckAsync(SepaPermissions.Mandates.Edit);
    }
}

internal static class Medians
{
    public static double Of(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
