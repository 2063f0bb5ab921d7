using Microsoft.EntityFrameworkCore;
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
        var (tenant, giver) = (await host.CompanyAsync(company), await host.PersonAsync(person));
        var id = await host.RunAsync(tenant, giver, s => s.GetRequiredService<IConsentVault>().GrantAsync(
            new NewConsent(provider, account, account, "bookkeeping"), SecretBuffer.Random(24)));
        // Afterwards, because nobody can give one that is already over.
        if (validUntil is not null)
        {
            await host.RunAsync(tenant, giver, s => s.GetRequiredService<VaultDbContext>().Consents.Where(c => c.Id == id)
                .ExecuteUpdateAsync(u => u.SetProperty(c => c.ValidUntil, validUntil)));
        }

        return id;
    }

    public static async Task UseAsync(TestHost host, string person, Guid id, string account) =>
        await host.RunAsync(await host.CompanyAsync("lefevre"), await host.PersonAsync(person), s => s.GetRequiredService<IConsentVault>().UseAsync(
            new ConsentUse(id, Provider, account, "bookkeeping"), (_, _) => Task.FromResult(true)));

    public static string NewLabel() => $"label-{Guid.CreateVersion7():N}";
}
