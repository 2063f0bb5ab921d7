using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Makes waiting reversals of collections, all or none.</summary>
internal sealed class ReversalMaking(SepaDbContext db, RemittanceLines lines, Reach reach, IUnitOfWork unitOfWork, TimeProvider clock) : IScopedDependency
{
    private const int Most = 1_000;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<Guid>> MakeAsync(CreateReversalsDto input, CancellationToken cancellationToken)
    {
        var (ids, reason) = Read(input);
        await unitOfWork.BeginAsync(cancellationToken);
        // The write that changes nothing holds the collections' rows: of two people at once the second finds what the first has made.
        await db.Collections.Where(c => ids.Contains(c.Id)).ExecuteUpdateAsync(s => s.SetProperty(c => c.EndToEndId, c => c.EndToEndId), cancellationToken);
        var collections = await db.Collections.Where(c => ids.Contains(c.Id)).AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellationToken);
        if (collections.Count < ids.Length)
            throw new EntityNotFoundException();
        collections.ForEach(Reversal.RequireReversible);
        var former = (await db.Reversals.Where(r => ids.Contains(r.OriginalId) && r.Status != OrderStatus.Cancelled).AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(r => r.OriginalId);
        var made = new List<Guid>();
        foreach (var file in collections.GroupBy(c => c.RemittanceId!.Value))
            made.AddRange(await MakeAsync(file.Key, [.. file], former, reason, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    private async Task<List<Guid>> MakeAsync(
        Guid remittanceId, IReadOnlyList<Collection> collections, ILookup<Guid, Reversal> former, ReversalReason reason, CancellationToken cancellationToken)
    {
        var reachable = await reach.OfAsync(db.Remittances.AsNoTracking(), SepaPermissions.Reversals.Create, cancellationToken);
        var remittance = await reachable.SingleOrDefaultAsync(r => r.Id == remittanceId, cancellationToken) ?? throw new EntityNotFoundException();
        var account = await db.CreditorAccounts.AsNoTracking().SingleAsync(a => a.Id == remittance.CreditorAccountId, cancellationToken);
        var scheme = remittance.Scheme == PaymentScheme.B2b ? PaymentScheme.B2bReversal : PaymentScheme.CoreReversal;
        var at = account.Profile().EarliestDate(scheme, Now);
        var blocks = (await lines.GetBlocksAsync(remittanceId, cancellationToken)).Select(b => (b.SequenceType, (DateOnly?)b.ExecutionDate)).ToList();
        var made = new List<Reversal>();
        foreach (var collection in collections)
        {
            ReversalWindow.Require(collection, at);
            var block = blocks.IndexOf((collection.SequenceType, collection.ExecutionDate)) + 1;
            made.Add(new Reversal(collection, block, reason, Failed(collection, [.. former[collection.Id]]), Now));
        }

        db.Reversals.AddRange(made);
        return made.ConvertAll(r => r.Id);
    }

    // Of several attempts the one that none followed.
    private static Reversal? Failed(Collection collection, List<Reversal> former)
    {
        if (former.Exists(r => !PaymentOrder.IsFailure(r.BankState)))
            throw new BusinessException(SepaErrorCodes.AlreadyReversed).WithData("reference", collection.EndToEndId);
        return former.Find(r => !former.Exists(next => next.RetryOfId == r.Id));
    }

    private static (Guid[] Ids, ReversalReason Reason) Read(CreateReversalsDto input)
    {
        var (fields, ids) = (new FieldReader(), input.CollectionIds?.Distinct().ToArray() ?? []);
        if (ids.Length is 0 or > Most)
            fields.Refuse(nameof(input.CollectionIds), ids.Length == 0 ? SepaErrorCodes.Required : SepaErrorCodes.NumberRange, $"{ids.Length}");
        if (input.Reason is null || !Enum.IsDefined(input.Reason.Value))
            fields.Refuse(nameof(input.Reason), SepaErrorCodes.Required);
        fields.ThrowIfAny();
        return (ids, input.Reason!.Value);
    }
}
