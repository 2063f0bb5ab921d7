using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Kernel;

namespace Platform.Vault.Tests;

/// <summary>Rotations change the keys of the whole installation: each test has a host of its own.</summary>
[Trait("Req", "VLT-04")]
public sealed class KeyRotation_Tests
{
    [Theory, Databases]
    public async Task RotateMasterKey_WithSecrets_MovesThemAndLetsTheOldOneGo(TestDatabase database)
    {
        await using var host = await VaultHost.StartAsync(database);
        var company = new VaultCompany(host);
        var uses = await GrantAsync(company, 5);
        await RotateAsync(host, s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        var before = await company.SecretAsync(uses[0].ConsentId);
        (await RetireAsync(host, 1)).ShouldBe(VaultErrorCodes.KeyVersionInUse);
        await RotateAsync(host, s => s.GetRequiredService<KeyRotation>().RewrapPortionAsync(CancellationToken.None));
        var after = await company.SecretAsync(uses[0].ConsentId);
        (after.MasterKeyVersion, after.DataKeyVersion).ShouldBe((2, before.DataKeyVersion));
        after.Ciphertext.ShouldBe(before.Ciphertext, "a rewrap does not touch the secret");
        after.BindingHash.ShouldBe(before.BindingHash);
        (await RetireAsync(host, 1)).ShouldBeNull();
        (await RetireAsync(host, 2)).ShouldBe(VaultErrorCodes.KeyVersionInUse);
        (await RetireAsync(host, 1)).ShouldBe(VaultErrorCodes.KeyVersionUnknown);
        await ShouldOpenAsync(company, uses);
        await company.ChangeAsync(uses[0].ConsentId, s => s.MasterKeyVersion = 1);
        (await company.RefusalAsync(uses[0])).ShouldBe(VaultErrorCodes.KeyVersionUnknown);
    }

    [Theory, Databases]
    public async Task RotateDataKeys_Always_GivesEachSecretANewKey(TestDatabase database)
    {
        await using var host = await VaultHost.StartAsync(database);
        var company = new VaultCompany(host);
        var uses = await GrantAsync(company, 3);
        var before = await company.SecretAsync(uses[0].ConsentId);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await RotateAsync(host, s => s.GetRequiredService<KeyRotation>().StartDataKeysAsync(CancellationToken.None));
        await UntilDoneAsync(host, r => r.RenewPortionAsync(CancellationToken.None));
        var after = await company.SecretAsync(uses[0].ConsentId);
        after.DataKeyVersion.ShouldBe(before.DataKeyVersion + 1);
        after.Ciphertext.ShouldNotBe(before.Ciphertext);
        await ShouldOpenAsync(company, uses);
    }

    [Theory, Databases]
    public async Task Rewrap_StoppedHalfway_GoesOnWhereItStood(TestDatabase database)
    {
        await using var host = await VaultHost.StartAsync(database);
        var company = new VaultCompany(host);
        var uses = await GrantAsync(company, KeyRotation.Portion + 20);
        await RotateAsync(host, s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        await RotateAsync(host, s => s.GetRequiredService<KeyRotation>().RewrapPortionAsync(CancellationToken.None));
        (await CensusAsync(company)).ShouldBe((20, KeyRotation.Portion));
        await RotateAsync(host, s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        (await company.DatabaseAsync(db => db.MasterKeys.CountAsync())).ShouldBe(2, "a rotation that runs is not run into by another");
        await UntilDoneAsync(host, r => r.RewrapPortionAsync(CancellationToken.None));
        (await CensusAsync(company)).ShouldBe((0, KeyRotation.Portion + 20));
        await ShouldOpenAsync(company, uses[..3]);
    }

    [Theory, Databases]
    public async Task Rewrap_DamagedRow_IsRecordedAndLeftAlone(TestDatabase database)
    {
        await using var host = await VaultHost.StartAsync(database);
        var company = new VaultCompany(host);
        var uses = await GrantAsync(company, 3);
        await company.ChangeAsync(uses[1].ConsentId, s => s.WrappedDataKey = [.. s.WrappedDataKey[..^1], (byte)(s.WrappedDataKey[^1] ^ 1)]);
        var part = Directory.GetFiles(host.Erasure, uses[2].ConsentId.ToString("N"), SearchOption.AllDirectories).Single();
        File.Move(part, part + ".away");
        await RotateAsync(host, s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        await UntilDoneAsync(host, r => r.RewrapPortionAsync(CancellationToken.None));
        (await CensusAsync(company)).ShouldBe((2, 1));
        (await company.SecretAsync(uses[1].ConsentId)).Damage.ShouldBe(VaultErrorCodes.Tampered);
        (await company.SecretAsync(uses[2].ConsentId)).Damage.ShouldBe(VaultErrorCodes.Shredded);
        (await RetireAsync(host, 1)).ShouldBe(VaultErrorCodes.KeyVersionInUse);
        (await company.UseAsync(uses[0])).ShouldBe("token-0");

        File.Move(part + ".away", part);
        await RotateAsync(host, s => s.GetRequiredService<DamagedSecrets>().DiscardShreddedAsync(CancellationToken.None));
        (await company.DatabaseAsync(db => db.Secrets.CountAsync())).ShouldBe(3, "the part is back: nothing is shredded");
        await RotateAsync(host, s => s.GetRequiredService<DamagedSecrets>().RetryAsync(CancellationToken.None));
        await UntilDoneAsync(host, r => r.RewrapPortionAsync(CancellationToken.None));
        (await CensusAsync(company)).ShouldBe((1, 2), "what was only missing moves; what was altered does not");
    }

    [Theory, Databases]
    [Trait("Req", "VLT-03")]
    public async Task Rewrap_ErasureStoreMislaid_StopsAndTakesNothingForShredded(TestDatabase database)
    {
        await using var host = await VaultHost.StartAsync(database, services => services.RemoveAll<IBackgroundWorker>());
        var company = new VaultCompany(host);
        var uses = await GrantAsync(company, 2);
        await RotateAsync(host, s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        Directory.Move(host.Erasure, host.Erasure + ".away");
        (await company.RefusalAsync(uses[0])).ShouldBe(VaultErrorCodes.ErasureStoreMissing);
        (await Should.ThrowAsync<BusinessException>(() => UntilDoneAsync(host, r => r.RewrapPortionAsync(CancellationToken.None))))
            .Code.ShouldBe(VaultErrorCodes.ErasureStoreMissing);
        Directory.Move(host.Erasure + ".away", host.Erasure);
        await UntilDoneAsync(host, r => r.RewrapPortionAsync(CancellationToken.None));
        (await CensusAsync(company)).ShouldBe((0, 2));
        await ShouldOpenAsync(company, uses);
    }

    [Theory, Databases]
    public async Task RewrapMasterKeys_AfterTheServiceRotated_OpensWithTheNewKeyAlone(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("platform-kms-").FullName;
        var (current, previous) = (Path.Combine(folder, "current"), Path.Combine(folder, "previous"));
        await using (var host = await VaultHost.StartAsync(database, settings: new Dictionary<string, string> { ["Vault:File:Path"] = current }))
        {
            var company = new VaultCompany(host);
            var uses = await GrantAsync(company, 2);
            File.Move(current, previous);
            var rotated = new Dictionary<string, string>(host.Host.Settings) { ["Vault:File:Path"] = current, ["Vault:File:PreviousPath"] = previous };
            await using var second = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: rotated, Demonstration: false));
            await second.RunAsync(null, null, s => s.GetRequiredService<MasterKeyStore>().RewrapAsync(s.GetRequiredService<MasterKeyRing>(), CancellationToken.None));
            File.Delete(previous);
            await using var third = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: rotated, Demonstration: false));
            third.Services.GetRequiredService<MasterKeyRing>().IsSealed.ShouldBeFalse();
            (await third.RunAsync(company.Tenant, company.Owner, s => s.GetRequiredService<IConsentVault>().UseAsync(uses[0], (x, _) => Task.FromResult(x.Length)))).ShouldBe(7);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<ConsentUse>> GrantAsync(VaultCompany company, int count)
    {
        var uses = new List<ConsentUse>();
        for (var i = 0; i < count; i++)
            uses.Add(await company.GrantAsync($"token-{i}"));
        return uses;
    }

    private static async Task ShouldOpenAsync(VaultCompany company, IReadOnlyList<ConsentUse> uses)
    {
        for (var i = 0; i < uses.Count; i++)
            (await company.UseAsync(uses[i])).ShouldBe($"token-{i}");
    }

    // As the operator's acts do: then this host takes over what changed.
    private static async Task RotateAsync(VaultHost host, Func<IServiceProvider, Task> act)
    {
        await host.Host.RunAsync(null, null, act);
        await host.Get<MasterKeyRing>().LoadAsync();
    }

    private static async Task UntilDoneAsync(VaultHost host, Func<KeyRotation, Task<int>> portion)
    {
        while (await host.Host.RunAsync(null, null, s => portion(s.GetRequiredService<KeyRotation>())) > 0)
        {
        }
    }

    private static async Task<string?> RetireAsync(VaultHost host, int version)
    {
        try
        {
            await RotateAsync(host, s => s.GetRequiredService<MasterKeyStore>().RetireAsync(version, CancellationToken.None));
            return null;
        }
        catch (BusinessException e)
        {
            return e.Code;
        }
    }

    private static Task<(int Old, int New)> CensusAsync(VaultCompany company) => company.DatabaseAsync(async db =>
        (await db.Secrets.CountAsync(s => s.MasterKeyVersion == 1), await db.Secrets.CountAsync(s => s.MasterKeyVersion == 2)));
}
