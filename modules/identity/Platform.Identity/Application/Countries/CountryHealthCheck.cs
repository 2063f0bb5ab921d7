using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Identity;

/// <summary>Signing in goes on without countries: degraded, not unhealthy.</summary>
internal sealed class CountryHealthCheck(CountryDatabase countries) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(countries.IsUnreadable ? HealthCheckResult.Degraded("The country database cannot be read.") : HealthCheckResult.Healthy());
}
