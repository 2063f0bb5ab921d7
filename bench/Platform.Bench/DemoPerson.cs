using System.Text.Json;

namespace Platform.Bench;

/// <summary>People of the demonstration, as the host reads them.</summary>
internal static class DemoPerson
{
    public static JsonElement Find(string root, string email)
    {
        var accounts = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "etc/demo/accounts.json"))).RootElement;
        return accounts.GetProperty("Demo").GetProperty("People").EnumerateArray()
            .First(p => p.TryGetProperty("ApiToken", out _) && p.GetProperty("Email").GetString()!.StartsWith(email, StringComparison.Ordinal));
    }

    public static string TokenOf(string root, string email) => Find(root, email).GetProperty("ApiToken").GetString()!;
}
