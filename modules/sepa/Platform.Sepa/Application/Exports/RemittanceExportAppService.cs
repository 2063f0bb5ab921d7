using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class RemittanceExportAppService(
    SepaDbContext db, RemittanceLines lines, RemittanceFilter remittances, CollectionFilter collections, RemittanceStages stages, OrderFileWriter writer, Reach reach,
    IPermissionChecker permissions, IFreshProof proof, IAuditLog audit) : IRemittanceExportAppService
{
    private const int PageSize = 500;

    public async Task<string> WriteOrdersAsync(Guid remittanceId, OrderFileFormat format, Stream output, CancellationToken cancellationToken = default)
    {
        var reachable = await RequireAsync(cancellationToken);
        var number = await reachable.Where(r => r.Id == remittanceId).Select(r => r.Number).SingleOrDefaultAsync(cancellationToken) ?? throw new EntityNotFoundException();
        var orders = lines.Of(remittanceId).OrderBy(c => c.SequenceType).ThenBy(c => c.ExecutionDate).ThenBy(c => c.Id).Select(OrderRow.OfRemittance);
        await writer.WriteAsync(format, orders.AsAsyncEnumerable(), output, cancellationToken);
        audit.Add("Sepa.Remittance.OrdersExported", nameof(Remittance), $"{remittanceId}", new AuditChange("Format", null, $"{format}"));
        return $"{number}.{format.ToString().ToLowerInvariant()}";
    }

    public async Task WriteRemittancesAsync(GetRemittancesInput input, Stream output, CancellationToken cancellationToken = default)
    {
        await RequireAsync(cancellationToken);
        var found = await remittances.OfAsync(input, SepaPermissions.Remittances.Download, cancellationToken);
        await writer.WriteCsvAsync(RemittanceColumns.Csv, ReadAsync(found, cancellationToken), output, cancellationToken);
        audit.Add("Sepa.Remittance.ListExported", nameof(Remittance), null);
    }

    public async Task WriteCollectionsAsync(GetCollectionsInput input, Stream output, CancellationToken cancellationToken = default)
    {
        var reachable = await RequireAsync(cancellationToken);
        var found = collections.Of(input).Where(x => x.Collection.RemittanceId == null || reachable.Any(r => r.Id == x.Collection.RemittanceId))
            .OrderByDescending(x => x.Collection.Id).Select(OrderRow.OfList(db.Remittances));
        await writer.WriteCsvAsync(OrderColumns.ListCsv, found.AsAsyncEnumerable(), output, cancellationToken);
        audit.Add("Sepa.Collection.ListExported", nameof(Collection), null);
    }

    /// <returns>What whoever asks may export.</returns>
    private async Task<IQueryable<Remittance>> RequireAsync(CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Download, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        return await reach.OfAsync(db.Remittances.AsNoTracking(), SepaPermissions.Remittances.Download, cancellationToken);
    }

    private async IAsyncEnumerable<RemittanceListDto> ReadAsync(IQueryable<Remittance> found, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Remittance? last = null;
        while (true)
        {
            var rest = last is null ? found : found.Where(r => r.CreatedAt < last.CreatedAt || (r.CreatedAt == last.CreatedAt && r.Id < last.Id));
            var page = await rest.OrderByDescending(r => r.CreatedAt).ThenByDescending(r => r.Id).Take(PageSize).ToListAsync(cancellationToken);
            var stage = await stages.OfAsync(page, cancellationToken);
            foreach (var remittance in page)
                yield return remittance.ToListDto(stage[remittance.Id]);
            if (page.Count < PageSize)
                yield break;
            last = page[^1];
        }
    }
}
