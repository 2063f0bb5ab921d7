using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.TestBase;

/// <summary>The demonstration people and companies of etc/demo/accounts.json, which every test host knows.</summary>
public static class DemoPeople
{
    private static readonly Lazy<IReadOnlyDictionary<string, (string Password, string ApiToken)>> People = new(Read);

    public static string ApiToken(string email) => People.Value[email].ApiToken;

    public static string Password(string email) => People.Value[email].Password;

    /// <summary>The person as <see cref="TestHost.RunAsync"/> wants it.</summary>
    public static async Task<CurrentUserInfo> PersonAsync(this TestHost host, string email)
    {
        var token = await host.RunAsync(null, null, s => s.GetRequiredService<IApiTokenValidator>().ValidateAsync(ApiToken(email)));
        return new CurrentUserInfo(token!.Person.UserId, token.Person.Name, token.Person.Email);
    }

    /// <summary>The company of this URL segment.</summary>
    public static async Task<TenantInfo> CompanyAsync(this TestHost host, string slug) =>
        (await host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindBySlugAsync(slug)))!;

    private static Dictionary<string, (string Password, string ApiToken)> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestEnvironment.Root, "etc", "demo", "accounts.json")));
        return file.RootElement.GetProperty("Demo").GetProperty("People").EnumerateArray().ToDictionary(
            p => p.GetProperty("Email").GetString()!,
            p => (p.GetProperty("Password").GetString()!, p.GetProperty("ApiToken").GetString()!));
    }
}
