using System.Text.Encodings.Web;
using System.Text.Json;
using Platform.Kernel;

namespace Platform.Audit;

/// <summary>The stored form of old and new values: a JSON array of [property, old, new].</summary>
internal static class AuditChanges
{
    // Never embedded in HTML without encoding, so accents may stay readable for who looks at the table.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<AuditChange> changes) =>
        JsonSerializer.Serialize(changes.Select(c => new[] { c.Property, WellFormedText.Of(c.Old), WellFormedText.Of(c.New) }), Options);

    public static IReadOnlyList<AuditChange> Read(string json) =>
        [.. JsonSerializer.Deserialize<string?[][]>(json, Options)!.Select(c => new AuditChange(c[0]!, c[1], c[2]))];
}
