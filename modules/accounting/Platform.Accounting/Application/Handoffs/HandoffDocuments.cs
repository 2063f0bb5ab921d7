using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Documents that a handoff may take: new ones, each once.</summary>
internal sealed class HandoffDocuments(AccountingDbContext db) : IScopedDependency
{
    /// <exception cref="InputException">The choice names what cannot be handed over.</exception>
    public async Task<IQueryable<Document>> ChooseAsync(HandoffChoice choice, CancellationToken cancellationToken)
    {
        if (choice is { From: { } first, To: { } last } && last < first)
            throw new InputException(new FieldError(nameof(choice.To), AccountingErrorCodes.HandoffPeriod, $"{last:yyyy-MM-dd}"));
        if (choice.DocumentIds is null)
            return New(choice);
        var ids = choice.DocumentIds.Distinct().ToList();
        await CheckAsync(ids, cancellationToken);
        return db.Documents.Where(d => ids.Contains(d.Id));
    }

    public static async Task<IReadOnlyList<HandoffTypeCountDto>> CountAsync(IQueryable<Document> documents, CancellationToken cancellationToken)
    {
        var types = await documents.GroupBy(d => d.Type).Select(g => new { Type = g.Key, Count = g.Count(), Size = g.Sum(d => d.Size) }).ToListAsync(cancellationToken);
        return [.. types.OrderBy(t => t.Type.Rank()).Select(t => new HandoffTypeCountDto(t.Type, t.Count, t.Size))];
    }

    private IQueryable<Document> New(HandoffChoice choice)
    {
        var found = db.Documents.Where(d => d.State == DocumentState.New && d.TrashedAt == null);
        if (choice.From is { } from && from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is var begin)
            found = found.Where(d => d.UploadedAt >= begin);
        if (choice.To is { } to && to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is var end)
            found = found.Where(d => d.UploadedAt < end);
        return found;
    }

    private async Task CheckAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > HandoffLimits.Chosen)
            throw Refused(AccountingErrorCodes.HandoffTooManyChosen, $"{ids.Count}");
        var found = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.Id) && d.TrashedAt == null)
            .Select(d => new { d.Id, d.Name, d.State }).ToDictionaryAsync(d => d.Id, cancellationToken);
        var errors = ids.Where(id => !found.ContainsKey(id)).Select(id => Error(AccountingErrorCodes.HandoffDocumentUnknown, $"{id}"))
            .Concat(found.Values.Where(d => d.State != DocumentState.New).Select(d => Error(AccountingErrorCodes.HandoffDocumentSent, d.Name))).ToList();
        if (errors.Count > 0)
            throw new InputException(errors);
    }

    private static InputException Refused(string code, string value) => new(Error(code, value));

    private static FieldError Error(string code, string value) => new(nameof(HandoffChoice.DocumentIds), code, value.Length <= 100 ? value : value[..100]);
}

internal static class DocumentTypes
{
    /// <summary>The order of types for people: what is not sorted comes last.</summary>
    public static int Rank(this DocumentType type) => type == DocumentType.Other ? int.MaxValue : (int)type;
}
