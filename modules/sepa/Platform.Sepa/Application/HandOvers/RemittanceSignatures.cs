using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>The signatures on a bank file; whoever asks has checked that the remittance may be seen.</summary>
internal sealed class RemittanceSignatures(SepaDbContext db) : IScopedDependency
{
    public Task<List<RemittanceSignature>> OfAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        db.Signatures.AsNoTracking().Where(s => s.RemittanceId == remittanceId).OrderBy(s => s.Id).ToListAsync(cancellationToken);

    public Task<int> CountAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        db.Signatures.CountAsync(s => s.RemittanceId == remittanceId, cancellationToken);

    public async Task<IReadOnlyList<SignatureDownload>> FilesAsync(Guid remittanceId, string fileName, CancellationToken cancellationToken) =>
        [.. (await OfAsync(remittanceId, cancellationToken)).Select((s, i) => new SignatureDownload(NameOf(fileName, i), s.Cms))];

    public static string NameOf(string fileName, int index) => index == 0 ? $"{fileName}.p7s" : $"{fileName}.{index + 1}.p7s";
}
