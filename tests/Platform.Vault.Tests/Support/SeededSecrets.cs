using System.Text;
using Platform.EntityFrameworkCore;

namespace Platform.Vault.Tests;

/// <summary>Many secrets of one person at once, as if they had been granted.</summary>
internal static class SeededSecrets
{
    /// <summary>Each holds <see cref="TokenOf"/> its account.</summary>
    public static Task<List<ConsentUse>> SeedAsync(this VaultCompany company, int count) => company.DatabaseAsync(async db =>
    {
        var host = company.Host;
        var envelope = new Vault.Envelope(host.Get<MasterKeyRing>(), new SeedingStore(host.Erasure), host.Get<DataKeyCache>(), host.Clock);
        var consents = Enumerable.Range(0, count).Select(i => new Consent(
            VaultCompany.NewConsent($"ACC-{i}"), company.Owner.Id!.Value, "Olga Owner", VaultHosts.Start.UtcDateTime)).ToList();
        await db.BulkInsertAsync(consents.ToAsyncEnumerable());
        await db.BulkInsertAsync(SealAsync(envelope, consents));
        return consents.ConvertAll(c => new ConsentUse(c.Id, c.Provider, c.Account, c.Purpose));
    });

    public static string TokenOf(string account) => $"token-{account}";

    private static async IAsyncEnumerable<SealedSecret> SealAsync(Vault.Envelope envelope, List<Consent> consents)
    {
        foreach (var consent in consents)
        {
            using var secret = SecretBuffer.Take(Encoding.UTF8.GetBytes(TokenOf(consent.Account)));
            yield return await envelope.SealAsync(consent.Id, consent.Binding(), secret, CancellationToken.None);
        }
    }

    /// <summary>The product's layout without a flush to disk for each of the files.</summary>
    private sealed class SeedingStore(string root) : IErasureStore
    {
        public Task<SecretBuffer> CreateAsync(Guid secretId, CancellationToken cancellationToken = default)
        {
            var part = SecretBuffer.Random(32);
            var name = secretId.ToString("N");
            Directory.CreateDirectory(Path.Combine(root, name[^2..]));
            File.WriteAllBytes(Path.Combine(root, name[^2..], name), part.Span);
            return Task.FromResult(part);
        }

        public Task<SecretBuffer?> ReadAsync(Guid secretId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task EraseAsync(Guid secretId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
