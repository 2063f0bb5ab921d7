using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Json;
using Xunit;

namespace Platform.TestBase;

/// <summary>The accounting package of tests/Platform.Ledger.Tests/provider/server.mjs. It ends with its standard input.</summary>
public sealed class AccountingPackage : IDisposable
{
    public const string ClientId = "platform";
    public const string ClientSecret = "a+b/c&d=e%20-0123456789";

    private readonly Process _node;

    private AccountingPackage(Process node, string issuer) => (_node, Issuer) = (node, issuer);

    public string Issuer { get; }

    /// <param name="baseUrl">The host's. With pages, its port may be another.</param>
    /// <param name="pages">Asks people to sign in and to allow the access, instead of letting whoever comes in.</param>
    /// <param name="path">Where it sends browsers back to at the host.</param>
    /// <returns>Null where Node is missing.</returns>
    public static async Task<AccountingPackage?> StartAsync(string baseUrl, bool pages = false, string path = "/ledger/callback")
    {
        var start = new ProcessStartInfo("node", "server.mjs")
        {
            WorkingDirectory = Path.Combine(TestEnvironment.Root, "tests", "Platform.Ledger.Tests", "provider"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["CLIENT_ID"] = ClientId, ["CLIENT_SECRET"] = ClientSecret, ["REDIRECT_URI"] = $"{baseUrl}{path}", ["FIRST_TOKEN_SECONDS"] = "30",
                ["PAGES"] = pages ? "1" : "",
            },
        };
        try
        {
            var node = Process.Start(start)!;
            var issuer = await node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("provider/server.mjs ended at once.");
            return new AccountingPackage(node, issuer);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Configuration of a host that is connected to it.</summary>
    /// <param name="secretFile">Is written.</param>
    public async Task<Dictionary<string, string>> SettingsAsync(string secretFile)
    {
        await File.WriteAllTextAsync(secretFile, ClientSecret + "\n");
        return new()
        {
            ["Ledger:Authority"] = Issuer,
            ["Ledger:ApiUrl"] = Issuer,
            ["Ledger:ClientId"] = ClientId,
            ["Ledger:ClientSecretFile"] = secretFile,
        };
    }

    public async Task<PackageStats> StatsAsync()
    {
        using var client = new HttpClient();
        return (await client.GetFromJsonAsync<PackageStats>($"{Issuer}/stats", TestContext.Current.CancellationToken))!;
    }

    /// <summary>Whether the package gives new tokens for it.</summary>
    public async Task<bool> AcceptsAsync(string refreshToken)
    {
        using var client = new HttpClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
            ["client_id"] = ClientId,
            ["client_secret"] = ClientSecret,
        });
        using var response = await client.PostAsync($"{Issuer}/token", form, TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode;
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}
