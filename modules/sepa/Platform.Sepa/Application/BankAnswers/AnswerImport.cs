using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Stores a file and what follows from it: one transaction, some hundred items in memory at a time.</summary>
internal sealed class AnswerImport(
    SepaDbContext db, AnswerSets sets, AnswerOrders orders, AnswerEffects effects, AnswerNotices notices, IBlobContainer blobs, IUnitOfWork unitOfWork,
    IAuditLog audit) : IScopedDependency
{
    private const int BatchSize = 1_000;

    public async Task ImportAsync(BankAnswer answer, Stream content, CancellationToken cancellationToken)
    {
        // The bytes arrive before any lock is taken; the file gets its name when all of it was read.
        await blobs.SaveAsync(
            answer.BlobName,
            async file =>
            {
                await StoreAsync(answer, content, file, cancellationToken);
                file.Position = 0;
                await ReadAsync(answer, file, cancellationToken);
            },
            cancellationToken);
        await notices.ImportedAsync(answer, cancellationToken);
    }

    private static async Task StoreAsync(BankAnswer answer, Stream content, Stream file, CancellationToken cancellationToken)
    {
        await using var hashing = new HashingStream(file, IsoXmlLimits.FileBytes);
        try
        {
            await content.CopyToAsync(hashing, cancellationToken);
        }
        catch (FileTooLargeException)
        {
            throw new BusinessException(SepaErrorCodes.AnswerTooLarge);
        }

        answer.SetFile(hashing.Sha256(), hashing.Size);
    }

    private async Task ReadAsync(BankAnswer answer, Stream content, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        await RequireNewAsync(answer, cancellationToken);
        using var file = new AnswerFile(content);
        var run = new AnswerRun(answer);
        await db.BulkInsertAsync(ItemsAsync(run, file, cancellationToken), cancellationToken);
        if (!run.IsStored)
            await AddAsync(run, file, cancellationToken);
        answer.Add(run.Changes);
        await effects.SettleAsync(run, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        Audit(answer);
    }

    // What a file says of itself is known with its first item.
    private async Task AddAsync(AnswerRun run, AnswerFile file, CancellationToken cancellationToken)
    {
        run.Answer.SetMessage(file);
        db.BankAnswers.Add(run.Answer);
        await db.SaveChangesAsync(cancellationToken);
        run.IsStored = true;
    }

    private async IAsyncEnumerable<BankAnswerItem> ItemsAsync(AnswerRun run, AnswerFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in file.Read().Where(IsKept).Select(run.Store).ToAsyncEnumerable().ReadAheadAsync(cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            if (!run.IsStored)
                await AddAsync(run, file, cancellationToken);
            foreach (var item in await TakeAsync(run, batch, cancellationToken))
                yield return item;
        }
    }

    private async Task<BankAnswerItem[]> TakeAsync(AnswerRun run, BankAnswerItem[] items, CancellationToken cancellationToken)
    {
        await sets.ApplyAsync(run, items, cancellationToken);
        await effects.ApplyAsync(run, await orders.FindAsync(run, items, cancellationToken), items, cancellationToken);
        run.Answer.Add(items);
        return items;
    }

    private async Task RequireNewAsync(BankAnswer answer, CancellationToken cancellationToken)
    {
        var earlier = await db.BankAnswers.AsNoTracking().Where(a => a.Sha256 == answer.Sha256).Select(a => new { a.FileName, a.CreatedAt }).SingleOrDefaultAsync(cancellationToken);
        if (earlier is not null)
        {
            throw new BusinessException(SepaErrorCodes.AnswerTwice)
                .WithData("file", earlier.FileName).WithData("date", DateOnly.FromDateTime(earlier.CreatedAt));
        }
    }

    // The details of a booking stand for it.
    private static bool IsKept(AnswerItem item) => item.Level != BankAnswerLevel.Entry || item.Entry!.DetailCount == 0;

    private void Audit(BankAnswer answer) =>
        audit.Add("Sepa.BankAnswer.Imported", nameof(BankAnswer), $"{answer.Id}",
            new AuditChange(nameof(answer.FileName), null, answer.FileName),
            new AuditChange(nameof(answer.Sha256), null, answer.Sha256),
            new AuditChange(nameof(answer.ItemCount), null, Text(answer.ItemCount)),
            new AuditChange(nameof(answer.MatchedCount), null, Text(answer.MatchedCount)),
            new AuditChange(nameof(answer.RejectedCount), null, Text(answer.RejectedCount)),
            new AuditChange(nameof(answer.ReturnedCount), null, Text(answer.ReturnedCount)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
