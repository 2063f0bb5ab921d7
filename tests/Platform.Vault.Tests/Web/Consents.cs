using Microsoft.Extensions.DependencyInjection;

namespace Platform.Vault.Tests;

/// <summary>Consents for tests, given by the demonstration people themselves.</summary>
internal static class Consents
{
    public const string Provider = "test-ledger";

    public static async Task<Guid> GiveAsync(
        TestHost host, string person, string company = "lefevre", string? label = null, DateTime? validUntil = null, string provider = Provider)
    {
        var account = label ?? $"account-{Guid.CreateVersion7():N}";
        return await host.RunAsync(await host.CompanyAsync(company), await host.PersonAsync(person), s => s.GetRequiredService<IConsentVault>().GrantAsync(
            new NewConsent(provider, account, account, "bookkeeping", validUntil), SecretBuffer.Random(24)));
    }

    public static async Task UseAsync(TestHost host, string person, Guid id, string account) =>
        await host.RunAsync(await host.CompanyAsync("lefevre"), await host.PersonAsync(person), s => s.GetRequiredService<IConsentVault>().UseAsync(
            new ConsentUse(id, Provider, account, "bookkeeping"), (_, _) => Task.FromResult(true)));

    public static string NewLabel() => $"label-{Guid.CreateVersion7():N}";
}
