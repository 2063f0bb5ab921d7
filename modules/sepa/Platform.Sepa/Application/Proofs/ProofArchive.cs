using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Sepa;

/// <summary>A zip that lists at its end, in manifest.json, what it holds with sizes and hashes.</summary>
internal sealed class ProofArchive(ZipArchive zip, DateTime at)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // For people too: names keep their letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly List<ProofEntry> _entries = [];

    /// <returns>Lower-case hexadecimal SHA-256 of what was added.</returns>
    public async Task<string> AddAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(at, TimeSpan.Zero);
        await using var target = await entry.OpenAsync(cancellationToken);
        await using var hashing = new HashingStream(target);
        await content.CopyToAsync(hashing, cancellationToken);
        var added = new ProofEntry(name, hashing.Size, hashing.Sha256());
        _entries.Add(added);
        return added.Sha256;
    }

    public Task AddAsync(string name, byte[] content, CancellationToken cancellationToken) => AddAsync(name, new MemoryStream(content), cancellationToken);

    public Task AddTextAsync(string name, string text, CancellationToken cancellationToken) => AddAsync(name, Encoding.UTF8.GetBytes(text), cancellationToken);

    public Task AddRecordAsync(string name, object record, CancellationToken cancellationToken) =>
        AddAsync(name, JsonSerializer.SerializeToUtf8Bytes(record, Json), cancellationToken);

    /// <summary>Adds manifest.json, and SHA256SUMS for whoever has but sha256sum.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await AddRecordAsync("manifest.json", new { CreatedAt = at, HashAlgorithm = HashAlgorithmName.SHA256.Name, Files = _entries.ToArray() }, cancellationToken);
        await AddTextAsync("SHA256SUMS", string.Concat(_entries.Select(e => $"{e.Sha256}  {e.Name}\n")), cancellationToken);
    }

    private sealed record ProofEntry(string Name, long Size, string Sha256);
}
