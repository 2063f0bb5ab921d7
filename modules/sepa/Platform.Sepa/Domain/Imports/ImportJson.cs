using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Sepa;

/// <summary>Stored JSON of imports: names of enumerations, and letters as they are.</summary>
internal static class ImportJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Cells(IReadOnlyList<string> cells) => JsonSerializer.Serialize(cells, Options);

    public static List<string> Cells(string json) => JsonSerializer.Deserialize<List<string>>(json, Options) ?? [];
}
