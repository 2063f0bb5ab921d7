using System.Text.Json;

namespace Platform.TestBase;

/// <summary>The demonstration people of etc/demo/accounts.json, whom every test host knows.</summary>
public static class DemoPeople
{
    private static readonly Lazy<IReadOnlyDictionary<string, (string Password, string ApiToken)>> People = new(Read);

    public static string ApiToken(string email) => People.Value[email].ApiToken;

    public static string Password(string email) => People.Value[email].Password;

    private static Dictionary<string, (string Password, string ApiToken)> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestEnvironment.Root, "etc", "demo", "accounts.json")));
        return file.RootElement.GetProperty("Demo").GetProperty("People").EnumerateArray().ToDictionary(
            p => p.GetProperty("Email").GetString()!,
            p => (p.GetProperty("Password").GetString()!, p.GetProperty("ApiToken").GetString()!));
    }
}
