using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Accounting;

/// <summary>One turn of the current company's connector: documents there, bookings back.</summary>
internal sealed partial class ConnectorRun(
    AccountingDbContext db, ConnectorDocuments documents, ConnectorReturns returns, IEnumerable<IAccountingConnector> connectors, ICompanyDirectory companies, ICurrentTenant tenant,
    IUnitOfWork unitOfWork, TimeProvider clock, ILogger<ConnectorRun> logger) : IScopedDependency
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.ConnectorLinks.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } link)
            return;
        var (failure, value) = (AccountingErrorCodes.Connector, (string?)link.Connector);
        if (connectors.FirstOrDefault(c => c.Name == link.Connector && c.IsAvailable) is { } connector)
            (failure, value) = await TryAsync(connector, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        await db.ConnectorLinks.Where(l => l.Id == link.Id).ExecuteUpdateAsync(
            set => set.SetProperty(l => l.LastRunAt, now).SetProperty(l => l.Failure, failure).SetProperty(l => l.FailureValue, value), cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private async Task<(string? Failure, string? Value)> TryAsync(IAccountingConnector connector, CancellationToken cancellationToken)
    {
        try
        {
            var company = await companies.FindAsync(tenant.Id ?? Guid.Empty, cancellationToken) ?? throw new EntityNotFoundException();
            await documents.DeliverAsync(connector, company.Slug, cancellationToken);
            return await returns.TakeAsync(connector, company.Slug, company.Language ?? CompanyLanguages.All[0], cancellationToken) is { } refused
                ? (AccountingErrorCodes.ReturnRefused, DocumentTexts.Name(refused))
                : (null, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(logger, connector.Name, tenant.Id, e);
            await unitOfWork.RollbackAsync(cancellationToken);
            return (AccountingErrorCodes.ConnectorFailed, null);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The accounting connector {Connector} of company {Company} failed; it is tried again.")]
    private static partial void LogFailed(ILogger logger, string connector, Guid? company, Exception cause);
}
