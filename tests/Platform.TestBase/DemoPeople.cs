using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.TestBase;

/// <summary>
/// The demonstration people and companies of etc/demo/accounts.json, which every test host knows. People are named by their
/// address or by the part of it before the @.
/// </summary>
public static class DemoPeople
{
    private static readonly JsonElement People = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestEnvironment.Root, "etc", "demo", "accounts.json")))
        .RootElement.GetProperty("Demo").GetProperty("People");

    public static string Token(string name) => Find(name).GetProperty("ApiToken").GetString()!;

    public static string Email(string name) => Find(name).GetProperty("Email").GetString()!;

    public static string Password(string name) => Find(name).GetProperty("Password").GetString()!;

    /// <summary>The person as <see cref="TestHost.RunAsync"/> wants it.</summary>
    public static async Task<CurrentUserInfo> PersonAsync(this TestHost host, string name)
    {
        var token = await host.RunAsync(null, null, s => s.GetRequiredService<IApiTokenValidator>().ValidateAsync(Token(name)));
        return new CurrentUserInfo(token!.Person.UserId, token.Person.Name, token.Person.Email);
    }

    /// <summary>The company of this URL segment.</summary>
    public static async Task<TenantInfo> CompanyAsync(this TestHost host, string slug) =>
        (await host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindBySlugAsync(slug)))!;

    private static JsonElement Find(string name) => People.EnumerateArray().First(p =>
        p.GetProperty("Email").GetString() is { } email && (email == name || email.StartsWith($"{name}@", StringComparison.Ordinal)));
}
