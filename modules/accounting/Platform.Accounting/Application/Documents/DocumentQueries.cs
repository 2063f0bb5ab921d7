using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class DocumentQueries(AccountingDbContext db) : IScopedDependency
{
    private const int MostRows = 200;

    public async Task<PagedResult<DocumentDto>> GetListAsync(GetDocumentsInput input, CancellationToken cancellationToken)
    {
        if (input.PageSize is < 1 or > MostRows)
            throw new InputException(new FieldError("pageSize", AccountingErrorCodes.PageSize, $"{input.PageSize}"));
        var filtered = Filter(input);
        var total = await filtered.LongCountAsync(cancellationToken);
        var after = ReadCursor(input.Cursor);
        var rows = await (after is { } id ? filtered.Where(d => d.Id < id) : filtered)
            .OrderByDescending(d => d.Id).Take(input.PageSize + 1).ToListAsync(cancellationToken);
        var page = rows.Take(input.PageSize).Select(d => d.ToDto()).ToList();
        return new PagedResult<DocumentDto>(page, rows.Count > page.Count ? $"{page[^1].Id:N}" : null, total);
    }

    public async Task<Guid?> GetNextAsync(Guid id, CancellationToken cancellationToken)
    {
        var others = db.Documents.Where(d => d.TrashedAt == null && d.Id != id).OrderByDescending(d => d.Id).Select(d => (Guid?)d.Id);
        return await others.FirstOrDefaultAsync(d => d < id, cancellationToken) ?? await others.FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<DocumentPersonDto>> GetPeopleAsync(CancellationToken cancellationToken)
    {
        var people = await db.Documents.Where(d => d.UploadedBy != null).GroupBy(d => d.UploadedBy)
            .Select(g => new { g.Key, Name = g.Max(d => d.UploadedByName) }).ToListAsync(cancellationToken);
        return [.. people.Select(p => new DocumentPersonDto(p.Key!.Value, p.Name ?? "")).OrderBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)];
    }

    private IQueryable<Document> Filter(GetDocumentsInput input)
    {
        var documents = db.Documents.AsNoTracking().Where(d => (d.TrashedAt != null) == input.Trashed);
        if (input.Type is { } type)
            documents = documents.Where(d => d.Type == type);
        if (input.State is { } state)
            documents = documents.Where(d => d.State == state);
        if (input.UploadedBy is { } person)
            documents = documents.Where(d => d.UploadedBy == person);
        if (ReadHash(input.Hash) is { } hash)
            documents = documents.Where(d => d.Sha256.StartsWith(hash));
        if (!string.IsNullOrWhiteSpace(input.Tag))
            documents = documents.Where(d => d.SearchText.Contains(Document.SearchTag(input.Tag)));
        return Between(documents.Matching(input.Search, word => d => d.SearchText.Contains(word)), input.From, input.Until);
    }

    private static IQueryable<Document> Between(IQueryable<Document> documents, DateOnly? from, DateOnly? until)
    {
        if (from?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is { } first)
            documents = documents.Where(d => d.UploadedAt >= first);
        // The day after the last day there is does not exist.
        if (until is { } last && last < DateOnly.MaxValue)
        {
            var end = last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            documents = documents.Where(d => d.UploadedAt < end);
        }

        return documents;
    }

    private static Guid? ReadCursor(string? cursor) => string.IsNullOrEmpty(cursor) ? null
        : Guid.TryParseExact(cursor, "N", out var id) ? id
        : throw new InputException(new FieldError("cursor", AccountingErrorCodes.CursorInvalid, Shorten(cursor)));

    private static string? ReadHash(string? prefix) => string.IsNullOrWhiteSpace(prefix) ? null
        : prefix.Trim() is { Length: <= Document.HashLength } digits && digits.All(char.IsAsciiHexDigit) ? digits.ToLowerInvariant()
        : throw new InputException(new FieldError("hash", AccountingErrorCodes.HashPrefix, Shorten(prefix)));

    private static string Shorten(string text) => text.Length <= 100 ? text : text[..100];
}
