using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Bench;

/// <summary>What a use of the vault costs above the library and the database it cannot do without.</summary>
internal static class VaultComparison
{
    private const int SecretLength = 2_048;

    public static async Task<int> RunAsync(ComparisonOptions options)
    {
        var root = Directory.CreateTempSubdirectory("platform-bench-").FullName;
        var (crypto, uses) = ((CryptoTimes?)null, new List<UseTimes>());
        foreach (var database in ProductDatabase.All())
        {
            var folder = Path.Combine(root, $"{Path.GetFileName(root)}-{database.Name}".ToLowerInvariant());
            database.Create(folder);
            var (c, u) = await MeasureAsync(database, folder);
            crypto ??= c;
            uses.Add(u);
            database.Drop(folder);
        }

        Directory.Delete(root, recursive: true);
        var page = VaultReport.Page(crypto!, uses, OpenSslMicroseconds(), SecretLength);
        Console.WriteLine(page);
        if (options.Report is { } file)
            await File.WriteAllTextAsync(file, page);
        return 0;
    }

    private static async Task<(CryptoTimes, UseTimes)> MeasureAsync(ProductDatabase database, string folder)
    {
        await using var host = await ProductHost.StartAsync(folder);
        var consent = new NewConsent("bench", "account", "Bench", "bookkeeping");
        var id = await host.RunAsync(ProductHost.Preparer, s => s.GetRequiredService<IConsentVault>().GrantAsync(consent, SecretBuffer.Random(SecretLength)));
        var use = new ConsentUse(id, consent.Provider, consent.Account, consent.Purpose);
        var uses = await UseTimes.MeasureAsync(database.Name, host, use);
        var crypto = await host.RunAsync(ProductHost.Preparer, async s =>
        {
            var stored = await s.GetRequiredService<VaultDbContext>().Secrets.AsNoTracking().SingleAsync(x => x.Id == id);
            var binding = s.GetRequiredService<Asker>().BindingOf(use);
            // Every thousandth opening unwraps the data key anew, as the cache's bounds have it in the product.
            return await CryptoTimes.MeasureAsync(s.GetRequiredService<Envelope>(), stored, binding, SecretLength);
        });
        return (crypto, uses);
    }

    // "AES-256-GCM    1706449.45k": thousands of bytes a second.
    private static double OpenSslMicroseconds()
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", ["speed", "-elapsed", "-seconds", "3", "-bytes", $"{SecretLength}", "-decrypt", "-evp", "aes-256-gcm"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardError.ReadToEndAsync();
        var last = process.StandardOutput.ReadToEnd().Split('\n').Last(line => line.StartsWith("AES-256-GCM", StringComparison.Ordinal));
        var speed = double.Parse(last.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].TrimEnd('k'), CultureInfo.InvariantCulture);
        return SecretLength / (speed * 1_000) * 1_000_000;
    }
}
