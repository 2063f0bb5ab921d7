using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Puts the documents of a handoff in their folders, with a manifest and checksums that are kept as they are written.</summary>
internal sealed class HandoffFiles(IBlobContainer blobs, HandoffTexts texts) : IScopedDependency
{
    public async Task<IReadOnlyList<HandoffItem>> MakeAsync(Handoff handoff, IEnumerable<Document> documents, CancellationToken cancellationToken)
    {
        var placed = Place(handoff, documents);
        var manifest = await KeepAsync(handoff, "manifest.csv", texts.Write(handoff.Language, t => HandoffManifest.Csv(placed, t)), placed.Count, cancellationToken);
        var items = placed.Select(p => p.Item).Append(manifest).ToList();
        items.Add(await KeepAsync(handoff, "SHA256SUMS", HandoffManifest.Sums(items), items.Count, cancellationToken));
        return items;
    }

    private List<PlacedDocument> Place(Handoff handoff, IEnumerable<Document> documents) => texts.Write(handoff.Language, t =>
    {
        var folders = new Dictionary<DocumentType, (string Path, FolderNames Names)>();
        var placed = new List<PlacedDocument>();
        foreach (var document in documents.OrderBy(d => d.Type.Rank()).ThenBy(d => d.Id))
        {
            if (!folders.TryGetValue(document.Type, out var folder))
                folders[document.Type] = folder = (SafeNames.Of(t[$"HandoffFolder:{document.Type}"].Value), new FolderNames());
            placed.Add(new PlacedDocument(document, Item(handoff, document, $"{folder.Path}/{folder.Names.Take(document.Name)}", placed.Count)));
        }

        return placed;
    });

    private async Task<HandoffItem> KeepAsync(Handoff handoff, string name, byte[] content, int position, CancellationToken cancellationToken)
    {
        var blob = $"handoffs/{handoff.Id:N}/{name}";
        await blobs.SaveAsync(blob, file => file.WriteAsync(content, cancellationToken).AsTask(), cancellationToken);
        return new HandoffItem
        {
            HandoffId = handoff.Id,
            Position = position,
            Name = name,
            Size = content.Length,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)),
            Crc32 = System.IO.Hashing.Crc32.HashToUInt32(content),
            BlobName = blob,
        };
    }

    private static HandoffItem Item(Handoff handoff, Document document, string name, int position) => new()
    {
        HandoffId = handoff.Id,
        Position = position,
        Name = name,
        DocumentId = document.Id,
        Type = document.Type,
        Size = document.Size,
        Sha256 = document.Sha256,
        Crc32 = document.Crc32,
        BlobName = document.BlobName,
    };
}

/// <summary>A document and where it stands in the zip.</summary>
internal sealed record PlacedDocument(Document Document, HandoffItem Item);
