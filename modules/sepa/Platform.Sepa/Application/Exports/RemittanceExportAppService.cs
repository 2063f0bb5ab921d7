using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class RemittanceExportAppService(
    SepaDbContext db, RemittanceLines lines, OrderFileWriter writer, Reach reach, IPermissionChecker permissions, IFreshProof proof, IAuditLog audit) : IRemittanceExportAppService
{
    public async Task<string> WriteOrdersAsync(Guid remittanceId, OrderFileFormat format, Stream output, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Download, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var reachable = await reach.OfAsync(db.Remittances.AsNoTracking(), SepaPermissions.Remittances.Download, cancellationToken);
        var number = await reachable.Where(r => r.Id == remittanceId).Select(r => r.Number).SingleOrDefaultAsync(cancellationToken) ?? throw new EntityNotFoundException();
        var orders = lines.Of(remittanceId).OrderBy(c => c.SequenceType).ThenBy(c => c.ExecutionDate).ThenBy(c => c.Id).Select(OrderRow.Columns);
        await writer.WriteAsync(format, orders.AsAsyncEnumerable(), output, cancellationToken);
        audit.Add("Sepa.Remittance.OrdersExported", nameof(Remittance), $"{remittanceId}", new AuditChange("Format", null, $"{format}"));
        return $"{number}.{format.ToString().ToLowerInvariant()}";
    }
}
