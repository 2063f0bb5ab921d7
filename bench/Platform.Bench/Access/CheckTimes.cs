using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Bench;

/// <summary>Three permission checks in a request's scope, in microseconds.</summary>
/// <param name="Scope">A scope alone.</param>
/// <param name="Kept">With a checker made for it and three checks, the company's rights unchanged since they were read.</param>
/// <param name="Read">With three checks, the first of which reads the rights: what each request paid before they were kept.</param>
internal sealed record CheckTimes(double Scope, double Kept, double Read)
{
    private const int Operations = 100;
    private const int Reads = 5;
    private const int WarmUp = 21;
    private const int Rounds = 150;

    public static async Task<CheckTimes> MeasureAsync(ProductHost host, TenantInfo company, CurrentUserInfo person)
    {
        var unread = company with { RightsVersion = null };
        Func<Task<double>>[] contenders =
        [
            () => MicrosecondsAsync(host, company, person, Operations, check: false),
            () => MicrosecondsAsync(host, company, person, Operations, check: true),
            () => MicrosecondsAsync(host, unread, person, Reads, check: true),
        ];
        var times = contenders.Select(_ => new List<double>()).ToArray();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var contender = (i + round + WarmUp) % contenders.Length;
                var taken = await contenders[contender]();
                if (round >= 0)
                    times[contender].Add(taken);
            }
        }

        return new CheckTimes(Medians.Of(times[0]), Medians.Of(times[1]), Medians.Of(times[2]));
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
        if (!check)
            return;
        var checker = scope.ServiceProvider.GetRequiredService<IPermissionChecker>();
        await checker.CheckAsync(SepaPermissions.Mandates.Default);
        await checker.CheckAsync(SepaPermissions.Remittances.Default);
        await checker.CheckAsync(SepaPermissions.Mandates.Edit);
    }
}

internal static class Medians
{
    public static double Of(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
