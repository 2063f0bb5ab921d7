using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Adds the files of the bank that speak of an order, or of the whole of its remittance, as they came.</summary>
internal sealed class ProofAnswers(SepaDbContext db, IBlobContainer blobs) : IScopedDependency
{
    public async Task AddAsync(ProofArchive archive, PaymentOrder order, CancellationToken cancellationToken)
    {
        var items = (await db.BankAnswerItems.AsNoTracking()
            .Where(i => i.OrderId == order.Id || (i.OrderId == null && i.RemittanceId == order.RemittanceId && i.Effect != null)).OrderBy(i => i.Id).ToListAsync(cancellationToken))
            .ToLookup(i => i.AnswerId);
        var ids = items.Select(g => g.Key).ToArray();
        var told = new List<ProofAnswer>();
        foreach (var answer in await db.BankAnswers.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellationToken))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"bank-answer-{told.Count + 1}.xml");
            await AddFileAsync(archive, name, answer, cancellationToken);
            told.Add(new ProofAnswer(
                name, answer.Sha256, answer.Kind, answer.Message, answer.MessageId, answer.CreatedAt, answer.CreatedByName, [.. items[answer.Id].Select(ProofAnswerItem.Of)]));
        }

        await archive.AddRecordAsync("bank-answers.json", told, cancellationToken);
    }

    private async Task AddFileAsync(ProofArchive archive, string name, BankAnswer answer, CancellationToken cancellationToken)
    {
        await using var content = await blobs.OpenReadAsync(answer.BlobName, cancellationToken);
        if (await archive.AddAsync(name, content, cancellationToken) != answer.Sha256)
            throw new BusinessException(SepaErrorCodes.FileAltered).WithData("number", answer.FileName);
    }
}
