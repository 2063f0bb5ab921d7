using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class OrderProofAppService(
    SepaDbContext db, RemittanceQueries queries, RemittanceIssuing issuing, RemittanceSignatures signatures, ProofAnswers answers, ProofTexts texts, ReasonTexts reasons,
    Reach reach, IPermissionChecker permissions, IFreshProof proof, IAuditLog audit, TimeProvider clock) : IOrderProofAppService
{
    public async Task<string> WriteAsync(Guid remittanceId, Guid orderId, Stream output, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Download, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        var reachable = await reach.OfAsync(db.Remittances.AsNoTracking(), SepaPermissions.Remittances.Download, cancellationToken);
        var remittance = await reachable.SingleOrDefaultAsync(r => r.Id == remittanceId, cancellationToken) ?? throw new EntityNotFoundException();
        var order = await db.Orders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == orderId && o.RemittanceId == remittanceId, cancellationToken) ?? throw new EntityNotFoundException();
        await using var file = await issuing.OpenAsync(remittance, cancellationToken);
        await using (var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            var archive = new ProofArchive(zip, clock.GetUtcNow().UtcDateTime);
            await AddRecordsAsync(archive, order, cancellationToken);
            await AddFileAsync(archive, remittance, file, cancellationToken);
            await answers.AddAsync(archive, order, cancellationToken);
            await archive.EndAsync(cancellationToken);
        }

        audit.Add("Sepa.Remittance.OrderProved", nameof(Remittance), $"{remittanceId}", new AuditChange("OrderId", null, $"{orderId}"));
        return $"{remittance.Number}-{order.EndToEndId.Replace('/', '-')}.zip";
    }

    private async Task AddRecordsAsync(ProofArchive archive, PaymentOrder order, CancellationToken cancellationToken)
    {
        var id = order.RemittanceId!.Value;
        await archive.AddRecordAsync("order.json", ProofOrder.Of(order, reasons.Of(order.BankReason, order.Kind)), cancellationToken);
        await archive.AddRecordAsync("remittance.json", await queries.GetAsync(id, cancellationToken), cancellationToken);
        if (await db.HandOvers.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, cancellationToken) is { } handOver)
            await archive.AddRecordAsync("hand-over.json", handOver.ToDto(), cancellationToken);
    }

    private async Task AddFileAsync(ProofArchive archive, Remittance remittance, Stream file, CancellationToken cancellationToken)
    {
        var name = remittance.File()!.FileName;
        if (await archive.AddAsync(name, file, cancellationToken) != remittance.FileSha256)
            throw new BusinessException(SepaErrorCodes.FileAltered).WithData("number", remittance.Number);
        var signed = await signatures.OfAsync(remittance.Id, cancellationToken);
        await archive.AddRecordAsync("signatures.json", signed.ConvertAll(s => s.ToDto()), cancellationToken);
        var files = await signatures.FilesAsync(remittance.Id, name, cancellationToken);
        foreach (var signature in files)
            await archive.AddAsync(signature.FileName, signature.Content, cancellationToken);
        foreach (var (readMe, text) in texts.Of(name, files))
            await archive.AddTextAsync(readMe, text, cancellationToken);
    }
}
