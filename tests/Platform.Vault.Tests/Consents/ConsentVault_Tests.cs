using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-02")]
[Trait("Req", "VLT-04")]
public sealed class ConsentVault_Tests(VaultHosts hosts)
{
    [Theory, Databases]
    public async Task Use_ByWhoGaveIt_HandsItOutOnceItIsOnRecord(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("token-1");
        (await company.RunAsync<IConsentVault, int>(v => v.UseAsync(use, async (secret, _) =>
        {
            (await company.TrailAsync("Vault.Consent.Used", use.ConsentId)).Count.ShouldBe(1, "the use is committed before the secret is handed out");
            return secret.Length;
        }))).ShouldBe(7);
        var consent = (await company.RunAsync<IConsentAppService, ConsentDto>(s => s.GetAsync(use.ConsentId)));
        (consent.Uses, consent.LastUsedAt).ShouldBe((1, VaultHosts.Start.UtcDateTime));
    }

    [Theory, Databases]
    public async Task Use_AfterwardsAndAfterAFailure_LeavesZeroes(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("token-1");
        SecretBuffer? kept = null;
        await company.RunAsync<IConsentVault, int>(v => v.UseAsync(use, (secret, _) => Task.FromResult((kept = secret).Length)));
        Should.Throw<ObjectDisposedException>(() => kept!.Memory);
        await Should.ThrowAsync<FormatException>(() => company.RunAsync<IConsentVault, int>(v => v.UseAsync<int>(use, (secret, _) =>
        {
            kept = secret;
            throw new FormatException();
        })));
        Should.Throw<ObjectDisposedException>(() => kept!.Memory);
    }

    [Theory, Databases]
    public async Task Use_AskedWrongly_IsRefusedAndRecordedEachWithItsCode(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("token-1");
        (await company.RefusalAsync(use, company.Other)).ShouldBe(VaultErrorCodes.WrongUser);
        (await company.RefusalAsync(use with { Provider = "another" })).ShouldBe(VaultErrorCodes.WrongProvider);
        (await company.RefusalAsync(use with { Account = "ACC-2" })).ShouldBe(VaultErrorCodes.WrongAccount);
        (await company.RefusalAsync(use with { Purpose = "payments" })).ShouldBe(VaultErrorCodes.WrongPurpose);
        var fresh = await company.GrantAsync("token-2", c => c with { NeedsFreshFactor = true });
        (await company.RefusalAsync(fresh)).ShouldBe(VaultErrorCodes.FreshFactorRequired);
        var over = await company.GrantAsync("token-3", c => c with { ValidUntil = VaultHosts.Start.UtcDateTime.AddDays(1) });
        await company.DatabaseAsync(db => db.Consents.Where(c => c.Id == over.ConsentId)
            .ExecuteUpdateAsync(u => u.SetProperty(c => c.ValidUntil, VaultHosts.Start.UtcDateTime)));
        (await company.RefusalAsync(over)).ShouldBe(VaultErrorCodes.ConsentExpired);
        (await company.RunAsync<IConsentAppService, ConsentDto>(s => s.GetAsync(use.ConsentId))).Uses.ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Use_FromAnotherCompany_FindsNothing(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("token-1");
        var elsewhere = await hosts.NewCompanyAsync(database);
        (await elsewhere.RefusalAsync(use, company.Owner)).ShouldBe("Platform:NotFound");
    }

    [Theory, Databases]
    public async Task Use_RowAltered_IsRefusedAsTampered(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await RefusedAfterAsync(s => s.Ciphertext = Flip(s.Ciphertext, ^1), VaultErrorCodes.Tampered);
        await RefusedAfterAsync(s => s.Ciphertext = Flip(s.Ciphertext, 14), VaultErrorCodes.Tampered);
        await RefusedAfterAsync(s => s.WrappedDataKey = Flip(s.WrappedDataKey, 20), VaultErrorCodes.Tampered);
        await RefusedAfterAsync(s => s.DataKeyVersion++, VaultErrorCodes.Tampered);
        await RefusedAfterAsync(s => s.Ciphertext = Flip(s.Ciphertext, 0), VaultErrorCodes.FormatUnknown);
        await RefusedAfterAsync(s => s.MasterKeyVersion = 99, VaultErrorCodes.KeyVersionUnknown);

        async Task RefusedAfterAsync(Action<SealedSecret> change, string code)
        {
            var use = await company.GrantAsync("token-1");
            await company.ChangeAsync(use.ConsentId, change);
            (await company.RefusalAsync(use)).ShouldBe(code);
        }
    }

    [Theory, Databases]
    public async Task Use_RowsSwapped_OpenForNobody(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var elsewhere = await hosts.NewCompanyAsync(database);
        var mine = await company.GrantAsync("mine");
        await SwappedAsync(mine, await company.GrantAsync("other person's", user: company.Other), company, company.Other);
        await SwappedAsync(mine, await company.GrantAsync("other account's", c => c with { Account = "ACC-2" }), company, company.Owner);
        await SwappedAsync(mine, await company.GrantAsync("other purpose's", c => c with { Purpose = "payments" }), company, company.Owner);
        await SwappedAsync(mine, await company.GrantAsync("same binding"), company, company.Owner);
        await SwappedAsync(mine, await elsewhere.GrantAsync("other company's"), elsewhere, elsewhere.Owner);
        (await company.UseAsync(mine)).ShouldBe("mine");

        async Task SwappedAsync(ConsentUse first, ConsentUse second, VaultCompany of, CurrentUserInfo person)
        {
            await SwapAsync(company, first.ConsentId, second.ConsentId);
            (await company.RefusalAsync(first)).ShouldBe(VaultErrorCodes.Tampered);
            (await of.RefusalAsync(second, person)).ShouldBe(VaultErrorCodes.Tampered);
            await SwapAsync(company, first.ConsentId, second.ConsentId);
        }
    }

    [Theory, Databases]
    public async Task Renew_WhatItReturns_ReplacesTheSecret(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("old");
        await RenewAsync(company, use, _ => "new");
        (await company.UseAsync(use)).ShouldBe("new");
        await RenewAsync(company, use, _ => null);
        (await company.UseAsync(use)).ShouldBe("new");
        (await company.TrailAsync("Vault.Consent.Renewed", use.ConsentId)).Count.ShouldBe(1);
        (await company.TrailAsync("Vault.Consent.OpenedToRenew", use.ConsentId)).Count.ShouldBe(2, "each opening is on record");
        (await company.RunAsync<IConsentAppService, ConsentDto>(s => s.GetAsync(use.ConsentId))).Uses.ShouldBe(2, "a renewal is no use");
    }

    [Theory, Databases]
    public async Task Renew_ManyAtOnce_OneAfterTheOther(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("0");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RenewAsync(company, use, old => $"{int.Parse(old) + 1}")));
        (await company.UseAsync(use)).ShouldBe("8");
    }

    [Theory, Databases]
    public async Task Grant_WithEmptyOrLongTexts_NamesEachAndKeepsNothing(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var refused = await Should.ThrowAsync<InputException>(() => company.GrantAsync("x", c => c with
        {
            Provider = "",
            Account = new string('a', 141),
            ValidUntil = VaultHosts.Start.UtcDateTime,
        }));
        refused.Errors.Select(e => e.Field).ShouldBe(["Provider", "Account", "ValidUntil"]);
        (await company.DatabaseAsync(db => db.Consents.CountAsync())).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task Use_AfterTheCallersFirstWrite_IsAMistake(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("token-1");
        await Should.ThrowAsync<InvalidOperationException>(() => company.Host.Host.RunAsync<int>(company.Tenant, company.Owner, async services =>
        {
            await services.GetRequiredService<IUnitOfWork>().BeginAsync();
            return await services.GetRequiredService<IConsentVault>().UseAsync(use, (s, _) => Task.FromResult(s.Length));
        }));
    }

    private static Task RenewAsync(VaultCompany company, ConsentUse use, Func<string, string?> renew) =>
        company.RunAsync<IConsentVault, bool>(async v =>
        {
            await v.RenewAsync(use, (secret, _) => Task.FromResult(
                renew(Encoding.UTF8.GetString(secret.Span)) is { } text ? SecretBuffer.Take(Encoding.UTF8.GetBytes(text)) : null));
            return true;
        });

    // As somebody with the database in hand would: everything but the key of the row.
    private static Task SwapAsync(VaultCompany company, Guid first, Guid second) => company.DatabaseAsync(async db =>
    {
        var a = await db.Secrets.AsNoTracking().SingleAsync(s => s.Id == first);
        var b = await db.Secrets.AsNoTracking().SingleAsync(s => s.Id == second);
        return await WriteAsync(first, b) + await WriteAsync(second, a);

        Task<int> WriteAsync(Guid id, SealedSecret from) => db.Secrets.Where(s => s.Id == id).ExecuteUpdateAsync(x => x
            .SetProperty(s => s.BindingHash, from.BindingHash).SetProperty(s => s.WrappedDataKey, from.WrappedDataKey)
            .SetProperty(s => s.Ciphertext, from.Ciphertext).SetProperty(s => s.MasterKeyVersion, from.MasterKeyVersion)
            .SetProperty(s => s.DataKeyVersion, from.DataKeyVersion));
    });

    private static byte[] Flip(byte[] bytes, Index at)
    {
        var changed = bytes.ToArray();
        changed[at] ^= 1;
        return changed;
    }
}
