using System.Globalization;
using System.Text.Json;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Turns stored findings into words of the reader's language, with dates and amounts in the reader's format.</summary>
internal sealed class FindingTexts(IPlatformTexts texts) : IScopedDependency
{
    public string Of(string code, string? data)
    {
        var values = new Dictionary<string, object?>();
        if (data is not null)
        {
            using var json = JsonDocument.Parse(data);
            foreach (var property in json.RootElement.EnumerateObject())
                values[property.Name] = Value(property.Value);
        }

        return texts.Get(code, values);
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var whole) => whole,
        JsonValueKind.Number => value.GetDecimal().ToString("N2", CultureInfo.CurrentCulture),
        JsonValueKind.String when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            date.ToString("d", CultureInfo.CurrentCulture),
        JsonValueKind.String => value.GetString(),
        _ => value.ToString(),
    };
}
