using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;

namespace Platform.Vault.Tests;

/// <summary>
/// What an operator has after a restore: the database of yesterday, the key file and the erasure store of today. A secret that was
/// destroyed in between stays destroyed.
/// </summary>
[Trait("Req", "VLT-04")]
public sealed class RestoredBackup_Tests
{
    [Theory, Databases]
    public async Task Restore_RevokedSinceTheBackup_StaysDestroyed(TestDatabase product)
    {
        await using var lost = await KilledDatabase.CreateAsync(product);
        await using var restored = await KilledDatabase.CreateAsync(product);
        var (company, revoked, kept) = await BackUpThenRevokeAsync(lost, restored);
        var settings = new Dictionary<string, string>(lost.Settings);
        foreach (var (key, value) in restored.Settings.Where(s => s.Key.StartsWith("Database:", StringComparison.Ordinal)))
            settings[key] = value;

        await using var host = await VaultHost.StartAsync(TestDatabase.Sqlite, settings: settings);
        company = company.On(host);
        (await ConsentAsync(company, revoked)).State.ShouldBe(ConsentState.Active, "the backup does not know of the revocation");
        (await company.RefusalAsync(revoked)).ShouldBe(VaultErrorCodes.Shredded);
        (await EnvelopeAsync(company, revoked)).ShouldBe(VaultErrorCodes.Shredded);
        (await company.UseAsync(kept)).ShouldBe("token-kept");
        (await EnvelopeAsync(company, kept)).ShouldBeNull();
        await LetTheMasterKeyGoAsync(company);
        (await company.UseAsync(kept)).ShouldBe("token-kept");
    }

    // The row that came back is under the first master key and cannot be moved.
    private static async Task LetTheMasterKeyGoAsync(VaultCompany company)
    {
        await ActAsync(s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        await ActAsync(s => s.GetRequiredService<RotateKeys>().DoWorkAsync(CancellationToken.None));
        (await Should.ThrowAsync<BusinessException>(RetireAsync)).Code.ShouldBe(VaultErrorCodes.KeyVersionInUse);
        await ActAsync(s => s.GetRequiredService<DamagedSecrets>().DiscardShreddedAsync(CancellationToken.None));
        await RetireAsync();

        Task RetireAsync() => ActAsync(s => s.GetRequiredService<MasterKeyStore>().RetireAsync(1, CancellationToken.None));

        async Task ActAsync(Func<IServiceProvider, Task> act)
        {
            await company.Host.Host.RunAsync(null, null, act);
            await company.Host.Get<MasterKeyRing>().LoadAsync();
        }
    }

    private static async Task<(VaultCompany Company, ConsentUse Revoked, ConsentUse Kept)> BackUpThenRevokeAsync(KilledDatabase lost, KilledDatabase restored)
    {
        await using var host = await VaultHost.StartAsync(TestDatabase.Sqlite, InRealTime, lost.Settings);
        var company = new VaultCompany(host);
        var revoked = await company.GrantAsync("token-revoked");
        var kept = await company.GrantAsync("token-kept");
        var file = Path.Combine(Path.GetDirectoryName(host.KeyFile)!, "backup");
        await Backup.TakeAsync(lost.Settings, company.Tenant.Id, file);
        await company.RunAsync<IConsentAppService, ConsentDto>(s => s.RevokeAsync(revoked.ConsentId));
        await UntilShreddedAsync(company, revoked);
        (await company.UseAsync(kept)).ShouldBe("token-kept");
        await Backup.RestoreAsync(file, restored.Settings);
        return (company, revoked, kept);
    }

    // The scheduler's jobs become due by the clock.
    private static void InRealTime(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System));

    // By the job that the revocation enqueued.
    private static async Task UntilShreddedAsync(VaultCompany company, ConsentUse use)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while ((await company.TrailAsync("Vault.Consent.Shredded", use.ConsentId)).Count == 0)
            await timer.WaitForNextTickAsync(deadline.Token);
    }

    private static Task<ConsentDto> ConsentAsync(VaultCompany company, ConsentUse use) =>
        company.RunAsync<IConsentAppService, ConsentDto>(s => s.GetAsync(use.ConsentId));

    // Past every rule, with the binding that the secret was sealed for: why it does not open, or null.
    private static async Task<string?> EnvelopeAsync(VaultCompany company, ConsentUse use)
    {
        var stored = await company.SecretAsync(use.ConsentId);
        var binding = new SecretBinding(company.Tenant.Id, company.Owner.Id!.Value, use.Provider, use.Account, use.Purpose);
        try
        {
            using var plain = await company.Host.Get<Vault.Envelope>().OpenAsync(stored, binding, CancellationToken.None);
            return null;
        }
        catch (BusinessException e)
        {
            return e.Code;
        }
    }
}
