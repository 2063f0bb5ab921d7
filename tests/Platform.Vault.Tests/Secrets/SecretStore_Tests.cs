using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-01")]
[Trait("Req", "VLT-02")]
public sealed class SecretStore_Tests(VaultHosts hosts)
{
    private static readonly SecretName Name = new("test", "client-secret");

    [Theory, Databases]
    public async Task Set_ThenUse_HandsItOutOnceItIsOnRecord(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        (await CodeAsync(company, Name)).ShouldBe(VaultErrorCodes.SecretMissing);
        await SetAsync(company, Name, "first");
        (await UseAsync(company, Name)).ShouldBe("first");
        var info = await company.RunAsync<ISecretStore, SecretInfo?>(s => s.FindAsync(Name));
        info.ShouldBe(new SecretInfo(VaultHosts.Start.UtcDateTime, "Olga Owner", VaultHosts.Start.UtcDateTime));
        await RefusedOutsideAsync(company, await hosts.NewCompanyAsync(database));
    }

    [Theory, Databases]
    [Trait("Req", "VLT-04")]
    public async Task Set_Again_DestroysTheFormerOne(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await SetAsync(company, Name, "first");
        var former = await SecretIdAsync(company, Name);
        await SetAsync(company, Name, "second");
        (await UseAsync(company, Name)).ShouldBe("second");
        await ShredAsync(company, former);
        await ShredAsync(company, await SecretIdAsync(company, Name));
        File.Exists(PartOf(company, former)).ShouldBeFalse();
        (await UseAsync(company, Name)).ShouldBe("second", "what is kept is not shredded");
        var present = await SecretIdAsync(company, Name);
        (await company.RunAsync<ISecretStore, bool>(s => s.RemoveAsync(Name))).ShouldBeTrue();
        await ShredAsync(company, present);
        (File.Exists(PartOf(company, present)), await CodeAsync(company, Name)).ShouldBe((false, VaultErrorCodes.SecretMissing));
        (await company.RunAsync<ISecretStore, bool>(s => s.RemoveAsync(Name))).ShouldBeFalse();
    }

    [Theory, Databases]
    [Trait("Req", "VLT-04")]
    public async Task Set_ManyAtOnce_LeavesNoContentBehind(TestDatabase database)
    {
        await using var host = await VaultHost.StartAsync(database, s => s.AddSingleton(TimeProvider.System));
        var company = new VaultCompany(host);
        await SetAsync(company, Name, "first");
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await SetAsync(company, Name, $"{i}");
                return $"{i}";
            }
            catch (DbUpdateException)
            {
                return null;
            }
        }));
        kept.ShouldContain(await UseAsync(company, Name), "one of those who were told of success");
        await UntilOneIsLeftAsync(company);
    }

    [Theory, Databases]
    public async Task Set_CallerFails_KeepsWhatWasThere(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await SetAsync(company, Name, "first");
        await Should.ThrowAsync<FormatException>(() => company.RunAsync<ISecretStore, bool>(async s =>
        {
            await s.SetAsync(Name, Buffer("second"));
            throw new FormatException();
        }));
        (await UseAsync(company, Name)).ShouldBe("first");
    }

    [Theory, Databases]
    public async Task Use_RowsSwapped_OpensForNobody(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var names = new[] { Name, Name with { Name = "other" }, Name with { Owner = "other" }, Name with { UserId = company.Owner.Id }, Name with { UserId = company.Other.Id } };
        foreach (var name in names)
            await SetAsync(company, name, $"{name}");
        foreach (var name in names.Skip(1))
        {
            await SwapAsync(company, Name, name);
            (await CodeAsync(company, Name)).ShouldBe(VaultErrorCodes.Tampered);
            (await CodeAsync(company, name)).ShouldBe(VaultErrorCodes.Tampered);
            await SwapAsync(company, Name, name);
        }

        foreach (var name in names)
            (await UseAsync(company, name)).ShouldBe($"{name}");
    }

    // A job that ran twice, or two hosts.
    [Theory, Databases]
    public async Task Erase_ManyAtOnce_LeavesNothingAndRefusesNobody(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        await SetAsync(company, Name, "x");
        var id = await SecretIdAsync(company, Name);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => company.RunAsync<IErasureStore, bool>(async store =>
        {
            await store.EraseAsync(id);
            return true;
        }))));
        File.Exists(PartOf(company, id)).ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task Set_NamesEmptyOrLong_AreNamedAndKeepNothing(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var refused = await Should.ThrowAsync<InputException>(() => SetAsync(company, new SecretName("", new string('n', 141)), "x"));
        refused.Errors.Select(e => e.Field).ShouldBe(["Owner", "Name"]);
    }

    private static async Task RefusedOutsideAsync(VaultCompany company, VaultCompany elsewhere)
    {
        (await CodeAsync(elsewhere, Name)).ShouldBe(VaultErrorCodes.SecretMissing);
        (await CodeAsync(company, Name with { UserId = company.Owner.Id })).ShouldBe(VaultErrorCodes.SecretMissing);
        (await company.DatabaseAsync(db => db.Database.SqlQuery<int>($"""
            SELECT COUNT(*) AS "Value" FROM "AuditEntries" WHERE "Action" = 'Vault.KeptSecret.Refused' AND "TenantId" = {company.Tenant.Id}
            """).SingleAsync())).ShouldBe(2);
    }

    // By the jobs that the replacements enqueued.
    private static async Task UntilOneIsLeftAsync(VaultCompany company)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await company.DatabaseAsync(db => db.Secrets.CountAsync()) > 1)
            await timer.WaitForNextTickAsync(deadline.Token);
    }

    private static SecretBuffer Buffer(string text) => SecretBuffer.Take(Encoding.UTF8.GetBytes(text));

    private static Task SetAsync(VaultCompany company, SecretName name, string text) => company.RunAsync<ISecretStore, bool>(async s =>
    {
        await s.SetAsync(name, Buffer(text));
        return true;
    });

    private static Task<string> UseAsync(VaultCompany company, SecretName name) =>
        company.RunAsync<ISecretStore, string>(s => s.UseAsync(name, (secret, _) => Task.FromResult(Encoding.UTF8.GetString(secret.Span))));

    private static async Task<string> CodeAsync(VaultCompany company, SecretName name) =>
        (await Should.ThrowAsync<BusinessException>(() => UseAsync(company, name))).Code;

    private static Task<Guid> SecretIdAsync(VaultCompany company, SecretName name) =>
        company.DatabaseAsync(db => db.KeptSecrets.Named(name).Select(s => s.SecretId).SingleAsync());

    private static Task ShredAsync(VaultCompany company, Guid id) => company.RunAsync<ShredKeptSecret, bool>(async job =>
    {
        await job.ExecuteAsync(new ShredKeptSecretArgs(id), CancellationToken.None);
        return true;
    });

    private static string PartOf(VaultCompany company, Guid id) => Path.Combine(company.Host.Erasure, id.ToString("N")[^2..], id.ToString("N"));

    private static async Task SwapAsync(VaultCompany company, SecretName first, SecretName second)
    {
        var (a, b) = (await SecretIdAsync(company, first), await SecretIdAsync(company, second));
        await company.DatabaseAsync(async db =>
        {
            await db.KeptSecrets.Named(first).ExecuteUpdateAsync(u => u.SetProperty(s => s.SecretId, b));
            return await db.KeptSecrets.Named(second).ExecuteUpdateAsync(u => u.SetProperty(s => s.SecretId, a));
        });
    }
}
