using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class AccountingConnectorAppService(
    AccountingDbContext db, ConnectorDocuments documents, IEnumerable<IAccountingConnector> connectors, IPermissionChecker permissions, IFreshProof proof, IUnitOfWork unitOfWork,
    TimeProvider clock) : IAccountingConnectorAppService
{
    public async Task<AccountingConnectionDto> GetAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Accountant.Default, cancellationToken);
        var available = connectors.Where(c => c.IsAvailable).Select(c => new AccountingConnectorDto(c.Name, c.TextKey)).ToList();
        if (await db.ConnectorLinks.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } link)
            return new AccountingConnectionDto(available, null, null, null, null, null, 0, 0);
        var delivered = await db.DocumentDeliveries.CountAsync(d => d.Connector == link.Connector, cancellationToken);
        var waiting = await documents.Waiting(link.Connector).CountAsync(cancellationToken);
        return new AccountingConnectionDto(available, link.Connector, link.Since, link.LastRunAt, link.Failure, link.FailureValue, delivered, waiting);
    }

    public async Task ConnectAsync(string? connector, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Accountant.Edit, cancellationToken);
        if (connectors.FirstOrDefault(c => c.Name == connector && c.IsAvailable) is not { } chosen)
            throw new InputException(new FieldError("Connector", AccountingErrorCodes.Connector, connector is { Length: > 100 } ? connector[..100] : connector));
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        if (await db.ConnectorLinks.SingleOrDefaultAsync(cancellationToken) is { } former)
        {
            if (former.Connector == chosen.Name)
                return;
            db.ConnectorLinks.Remove(former);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.ConnectorLinks.Add(new ConnectorLink(chosen.Name, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task DisconnectAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(AccountingPermissions.Accountant.Edit, cancellationToken);
        if (await db.ConnectorLinks.SingleOrDefaultAsync(cancellationToken) is { } link)
            db.ConnectorLinks.Remove(link);
        await db.SaveChangesAsync(cancellationToken);
    }
}
