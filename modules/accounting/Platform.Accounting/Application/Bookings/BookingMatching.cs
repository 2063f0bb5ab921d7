using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Finds the document that a piece reference names. What could be two is none: a wrong document would be taken for booked.</summary>
internal sealed class BookingMatching(AccountingDbContext db) : IScopedDependency
{
    private const int ShortestKey = 3;

    /// <summary>Documents by piece reference.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> FindAsync(IEnumerable<string?> pieces, CancellationToken cancellationToken)
    {
        var wanted = pieces.OfType<string>().Distinct().Select(p => (Piece: p, Key: KeyOf(p))).Where(p => p.Key.Length >= ShortestKey && p.Key.Any(char.IsAsciiDigit)).ToList();
        var keys = wanted.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        if (keys.Count == 0)
            return new Dictionary<string, Guid>();
        var handedOver = db.Documents.Where(d => d.State != DocumentState.New && d.TrashedAt == null);
        var byNumber = await KeysAsync(
            handedOver.Join(db.DocumentInvoices, d => d.Id, i => i.DocumentId, (d, i) => new Named(d.Id, i.Number)).AsAsyncEnumerable(), n => n, keys, cancellationToken);
        var byName = await KeysAsync(handedOver.Select(d => new Named(d.Id, d.Name)).AsAsyncEnumerable(), n => Path.GetFileNameWithoutExtension(n), keys, cancellationToken);
        return wanted.Select(p => (p.Piece, Found: byNumber.TryGetValue(p.Key, out var document) ? document : byName.GetValueOrDefault(p.Key)))
            .Where(p => p.Found is not null).ToDictionary(p => p.Piece, p => p.Found!.Value, StringComparer.Ordinal);
    }

    /// <summary>Null where two have the same.</summary>
    private static async Task<Dictionary<string, Guid?>> KeysAsync(
        IAsyncEnumerable<Named> documents, Func<string, string> part, HashSet<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Guid?>(StringComparer.Ordinal);
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            if (document.Name is { } name && KeyOf(part(name)) is var key && keys.Contains(key) && !found.TryAdd(key, document.Id))
                found[key] = null;
        }

        return found;
    }

    // "F-2026/001" and "f2026 001" are the same number.
    private static string KeyOf(string text) => string.Concat(SearchTexts.Normalize(text).Where(char.IsLetterOrDigit));

    private sealed record Named(Guid Id, string? Name);
}
