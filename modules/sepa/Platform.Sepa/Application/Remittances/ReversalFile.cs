using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Streams reversals into a pain.007 file: what it says of the collections is what their own file said.</summary>
internal sealed class ReversalFile(SepaDbContext db, IBlobContainer blobs, BankFile file)
{
    public async Task WriteAsync(Stream output, Pain007Version version, CancellationToken cancellationToken)
    {
        var original = await OriginalAsync(cancellationToken);
        var writer = new Pain007Writer(version);
        await writer.WriteAsync(output, await MessageAsync(original, cancellationToken), ReadAsync(cancellationToken).ReadAheadAsync(cancellationToken), cancellationToken);
    }

    private IQueryable<Reversal> Orders => db.Reversals.AsNoTracking().Where(r => r.RemittanceId == file.Remittance.Id);

    private Task<Remittance> OriginalAsync(CancellationToken cancellationToken) =>
        db.Remittances.AsNoTracking().SingleAsync(r => Orders.Any(o => o.OriginalRemittanceId == r.Id), cancellationToken);

    private async Task<Pain007Message> MessageAsync(Remittance original, CancellationToken cancellationToken)
    {
        await using var issued = await blobs.OpenReadAsync(original.FileBlobName!, cancellationToken);
        var creditor = await PaymentFileHead.ReadAsync(issued);
        var blocks = await Orders.GroupBy(r => r.OriginalBlock).OrderBy(g => g.Key)
            .Select(g => new { g.Key, Count = g.Count(), Cents = g.Sum(r => r.AmountCents) }).ToListAsync(cancellationToken);
        return new Pain007Message
        {
            MessageId = file.MessageId,
            CreatedAt = file.CreatedAt,
            OriginalMessageId = original.FileMessageId!,
            OriginalFormat = BankFileNames.Format(original.Scheme, original.FileVersion!),
            Scheme = original.Scheme.Mandates()!.Value,
            Creditor = new Pain008Creditor(creditor.HolderName, creditor.Iban, creditor.Bic, creditor.CreditorIdentifier!),
            Blocks = [.. blocks.Select(b => new Pain007Block(
                BankFileNames.Block(file.MessageId, b.Key - 1), BankFileNames.Block(original.FileMessageId!, b.Key - 1), b.Key, b.Count, b.Cents))],
        };
    }

    private async IAsyncEnumerable<Pain007Transaction> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = from r in Orders
                   join c in db.Collections.AsNoTracking() on r.OriginalId equals c.Id
                   orderby r.OriginalBlock, r.Id
                   select new { Reversal = r, Original = c };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return Transaction(row.Reversal, row.Original);
    }

    private static Pain007Transaction Transaction(Reversal reversal, Collection original) => new()
    {
        Block = reversal.OriginalBlock,
        ReversalId = reversal.EndToEndId,
        OriginalEndToEndId = original.EndToEndId,
        AmountCents = reversal.AmountCents,
        Reason = reversal.Reason,
        SequenceType = original.SequenceType!.Value,
        CollectionDate = original.ExecutionDate!.Value,
        MandateReference = original.MandateReference!,
        SignedOn = original.SignedOn!.Value,
        DebtorName = OrderLine.Written(reversal.PartyName!),
        DebtorIban = reversal.PartyIban!,
        DebtorBic = reversal.PartyBic,
        RemittanceText = reversal.RemittanceInformation is { } text ? OrderLine.Written(text) : null,
    };
}
