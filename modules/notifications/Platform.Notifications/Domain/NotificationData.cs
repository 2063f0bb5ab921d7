using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Platform.Notifications;

/// <summary>Values keep their type while stored, so that each reader's culture writes them: one letter before the invariant text.</summary>
internal static class NotificationData
{
    // Stored, never put into a page as it is: accents need not be escaped, so the length is that of the text.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyDictionary<string, object>? data) =>
        data is null or { Count: 0 } ? "" : JsonSerializer.Serialize(data.ToDictionary(p => p.Key, p => Encode(p.Key, p.Value)), Options);

    public static Dictionary<string, string> Read(string stored) =>
        stored.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stored)!.ToDictionary(p => p.Key, p => Format(p.Value));

    private static string Encode(string name, object value) => value switch
    {
        string text => $"t{text}",
        int or long => string.Create(CultureInfo.InvariantCulture, $"n{value}"),
        decimal amount => string.Create(CultureInfo.InvariantCulture, $"a{amount}"),
        DateOnly day => string.Create(CultureInfo.InvariantCulture, $"d{day:O}"),
        _ => throw new ArgumentException($"Value {name} of a notification is a {value.GetType().Name}; text, whole numbers, amounts and days are possible."),
    };

    private static string Format(string value) => value[0] switch
    {
        'n' => long.Parse(value.AsSpan(1), CultureInfo.InvariantCulture).ToString("N0", CultureInfo.CurrentCulture),
        'a' => decimal.Parse(value.AsSpan(1), CultureInfo.InvariantCulture).ToString("N2", CultureInfo.CurrentCulture),
        'd' => DateOnly.ParseExact(value.AsSpan(1), "O", CultureInfo.InvariantCulture).ToString("d", CultureInfo.CurrentCulture),
        _ => value[1..],
    };
}
