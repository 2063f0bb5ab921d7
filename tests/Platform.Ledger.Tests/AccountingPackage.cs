using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Json;

namespace Platform.Ledger.Tests;

/// <summary>The accounting package of provider/server.mjs. It ends with its standard input.</summary>
internal sealed class AccountingPackage : IDisposable
{
    public const string ClientId = "platform";
    public const string ClientSecret = "a+b/c&d=e%20-0123456789";
    public const string BaseUrl = "https://localhost";

    private readonly Process _node;

    private AccountingPackage(Process node, string issuer) => (_node, Issuer) = (node, issuer);

    public string Issuer { get; }

    /// <returns>Null where Node is missing.</returns>
    public static async Task<AccountingPackage?> StartAsync()
    {
        var start = new ProcessStartInfo("node", "server.mjs")
        {
            WorkingDirectory = Path.Combine(TestEnvironment.Root, "tests", "Platform.Ledger.Tests", "provider"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["CLIENT_ID"] = ClientId, ["CLIENT_SECRET"] = ClientSecret, ["REDIRECT_URI"] = $"{BaseUrl}/ledger/callback", ["FIRST_TOKEN_SECONDS"] = "30",
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
