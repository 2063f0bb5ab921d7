using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Erases companies whose day has come, one after the other; what fails in one is gone on with by the next run.</summary>
internal sealed class CompanyErasureWorker(TenancyDbContext db, IServiceScopeFactory scopes, ICurrentTenant tenant, TimeProvider clock, ILogger<CompanyErasureWorker> logger) : IBackgroundWorker
{
    public TimeSpan Period => TimeSpan.FromMinutes(10);

    public async Task DoWorkAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var company in await db.Companies.Where(c => c.ErasureDue <= now && c.ErasedAt == null).OrderBy(c => c.ErasureDue).Select(c => c.Id).ToListAsync(cancellationToken))
        {
            using var current = tenant.Change(company);
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                var erasure = scope.ServiceProvider.GetRequiredService<CompanyErasure>();
                while (await erasure.StepAsync(cancellationToken))
                    cancellationToken.ThrowIfCancellationRequested();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Company {Company} was not erased", company);
            }
        }
    }
}
