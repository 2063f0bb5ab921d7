using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Vault;

/// <summary>A sealed vault degrades the host: it serves everything but what needs a consent.</summary>
internal sealed class VaultHealthCheck(MasterKeyRing masterKeys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(masterKeys.IsSealed ? HealthCheckResult.Degraded("The vault is sealed.") : HealthCheckResult.Healthy());
}
