using System.Text.Json;

namespace Platform.Sepa.Tests;

/// <summary>Files that banks really sent, with what an independent reader found in them.</summary>
internal static class AnswerSamples
{
    public static IReadOnlyList<AnswerItem> Read(string file)
    {
        using var stream = File.OpenRead(Shared.File("samples", "sepa", file));
        using var answer = new AnswerFile(stream);
        return [.. answer.Read()];
    }

    public static IEnumerable<(string File, JsonElement Expected)> All(string kind)
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(Shared.File("samples", "sepa", "expected.json")));
        return [.. expected.RootElement.EnumerateObject().Where(p => p.Name.StartsWith(kind, StringComparison.Ordinal)).Select(p => (p.Name, p.Value.Clone()))];
    }

    public static string? Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static IEnumerable<JsonElement> Many(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.EnumerateArray() : [];
}
