using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Audit;
using Platform.Kernel;

namespace Platform.Vault.Tests;

/// <summary>A company of its own with two people, driven through the vault's services.</summary>
public sealed class VaultCompany(VaultHost host)
{
    public const string Provider = "test-ledger";
    public const string Purpose = "bookkeeping";

    public VaultHost Host => host;

    public TenantInfo Tenant { get; private init; } = NewTenant();

    public CurrentUserInfo Owner { get; private init; } = new(Guid.CreateVersion7(), "Olga Owner");

    public CurrentUserInfo Other { get; } = new(Guid.CreateVersion7(), "Otto Other");

    /// <summary>The same company on another host of the same installation.</summary>
    public VaultCompany On(VaultHost other) => new(other) { Tenant = Tenant, Owner = Owner };

    public static NewConsent NewConsent(string account = "ACC-1") => new(Provider, account, "My ledger", Purpose);

    public Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work, CurrentUserInfo? user = null) where TService : notnull =>
        host.Host.RunAsync(Tenant, user ?? Owner, services => work(services.GetRequiredService<TService>()));

    public async Task<ConsentUse> GrantAsync(string secret, Func<NewConsent, NewConsent>? change = null, CurrentUserInfo? user = null)
    {
        var consent = change is null ? NewConsent() : change(NewConsent());
        var id = await RunAsync<IConsentVault, Guid>(v => v.GrantAsync(consent, SecretBuffer.Take(Encoding.UTF8.GetBytes(secret))), user);
        return new ConsentUse(id, consent.Provider, consent.Account, consent.Purpose);
    }

    public Task<string> UseAsync(ConsentUse use, CurrentUserInfo? user = null) => RunAsync<IConsentVault, string>(
        v => v.UseAsync(use, (secret, _) => Task.FromResult(Encoding.UTF8.GetString(secret.Span))), user);

    /// <summary>The code of the refusal, which must stand in the trail.</summary>
    public async Task<string> RefusalAsync(ConsentUse use, CurrentUserInfo? user = null)
    {
        var refusals = (await TrailAsync("Vault.Consent.Refused", use.ConsentId)).Count;
        var code = (await Should.ThrowAsync<BusinessException>(() => UseAsync(use, user))).Code;
        var trail = await TrailAsync("Vault.Consent.Refused", use.ConsentId);
        trail.Count.ShouldBe(refusals + 1);
        trail.ShouldContain(t => t.StartsWith($"Code={code};"));
        return code;
    }

    /// <summary>What the trail says of an act on a consent.</summary>
    public Task<IReadOnlyList<string>> TrailAsync(string action, Guid consentId) => host.Host.RunAsync<IReadOnlyList<string>>(Tenant, Owner, async services =>
    {
        var trail = services.GetRequiredService<IAuditAppService>();
        var page = await trail.GetListAsync(new AuditFilterDto { Action = action, EntityId = $"{consentId}" }, pageSize: 200);
        var texts = new List<string>();
        foreach (var entry in page.Items)
            texts.Add(string.Join(';', (await trail.GetAsync(entry.Id)).Changes.Select(c => $"{c.Property}={c.New}")));
        return texts;
    });

    internal Task<T> DatabaseAsync<T>(Func<VaultDbContext, Task<T>> work) =>
        host.Host.RunAsync(Tenant, Owner, services => work(services.GetRequiredService<VaultDbContext>()));

    internal Task<SealedSecret> SecretAsync(Guid id) => DatabaseAsync(db => db.Secrets.AsNoTracking().SingleAsync(s => s.Id == id));

    internal Task ChangeAsync(Guid id, Action<SealedSecret> change) => DatabaseAsync(async db =>
    {
        var secret = await db.Secrets.SingleAsync(s => s.Id == id);
        change(secret);
        return await db.SaveChangesAsync();
    });

    private static TenantInfo NewTenant()
    {
        var id = Guid.CreateVersion7();
        return new TenantInfo(id, $"test-{id:N}", "Test SARL", "", "#1d4ed8", "sme");
    }
}
