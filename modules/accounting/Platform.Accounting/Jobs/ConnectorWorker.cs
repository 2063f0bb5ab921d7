using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>Lets each company's connector work; what fails in one is tried again with the next run.</summary>
internal sealed class ConnectorWorker(
    IServiceScopeFactory scopes, IEnumerable<IAccountingConnector> connectors, ICompanyDirectory companies, ICurrentTenant tenant, ILogger<ConnectorWorker> logger) : IBackgroundWorker
{
    public TimeSpan Period => TimeSpan.FromMinutes(5);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        if (!connectors.Any(c => c.IsAvailable))
            return;
        foreach (var company in await companies.GetIdsAsync(cancellationToken))
        {
            using var current = tenant.Change(company);
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<ConnectorRun>().RunAsync(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "The connector of company {Company} did not run", company);
            }
        }
    }
}
