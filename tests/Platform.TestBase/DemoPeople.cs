using System.Text.Json;

namespace Platform.TestBase;

/// <summary>The demonstration people of etc/demo/accounts.json, named by the part of their address before the @.</summary>
public static class DemoPeople
{
    private static readonly JsonElement People = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestEnvironment.Root, "etc", "demo", "accounts.json")))
        .RootElement.GetProperty("Demo").GetProperty("People");

    public static string Token(string name) => Find(name).GetProperty("ApiToken").GetString()!;

    public static string Email(string name) => Find(name).GetProperty("Email").GetString()!;

    public static string Password(string name) => Find(name).GetProperty("Password").GetString()!;

    private static JsonElement Find(string name) =>
        People.EnumerateArray().First(p => p.GetProperty("Email").GetString()!.StartsWith(name + "@", StringComparison.Ordinal));
}
