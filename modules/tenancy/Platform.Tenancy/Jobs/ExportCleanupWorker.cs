using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Removes old exports in each company; what fails in one is tried again with the next run.</summary>
internal sealed class ExportCleanupWorker(IServiceScopeFactory scopes, ICompanyDirectory companies, ICurrentTenant tenant, ILogger<ExportCleanupWorker> logger) : IBackgroundWorker
{
    public TimeSpan Period => TimeSpan.FromHours(1);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        foreach (var company in await companies.GetIdsAsync(cancellationToken))
        {
            using var current = tenant.Change(company);
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<ExportRemoval>().CleanUpAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Exports of company {Company} were not cleaned up", company);
            }
        }
    }
}
