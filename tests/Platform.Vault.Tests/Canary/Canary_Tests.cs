using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Kernel;

namespace Platform.Vault.Tests;

/// <summary>A token that went through every path of the vault is nowhere afterwards: files, database, logs, traces, memory.</summary>
[Trait("Req", "VLT-01")]
[Collection(nameof(Canary_Tests))]
[CollectionDefinition(nameof(Canary_Tests), DisableParallelization = true)]
public sealed class Canary_Tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-canary-").FullName;

    [Theory, Databases]
    public async Task Token_AfterEveryPath_IsNowhere(TestDatabase database)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "core dumps are taken on Linux");
        using var witness = new Witness();
        var verbose = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Trace", ["Logging:LogLevel:Microsoft"] = "Trace" };
        await using var host = await VaultHost.StartAsync(database, s => s.AddSingleton<ILoggerProvider>(witness), verbose);
        var company = new VaultCompany(host);
        var (token, secret) = CanaryToken.Create();
        await EveryPathAsync(host, company, token, secret);
        witness.WriteTo(Path.Combine(_folder, "log.txt"));
        await DumpDatabaseAsync(host, company, database);
        await DumpProcessAsync("after");
        var hostFolder = Path.GetDirectoryName(host.Host.Settings["Blobs:Path"])!;
        TokenSearch.FilesWith(token, _folder, hostFolder, Path.GetDirectoryName(host.KeyFile)!).ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_WhileItIsInUse_IsFoundByTheSameSearch()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "core dumps are taken on Linux");
        var (token, secret) = CanaryToken.Create();
        await DumpProcessAsync("in-use");
        secret.Dispose();
        TokenSearch.FilesWith(token, _folder).Count.ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task EveryPathAsync(VaultHost host, VaultCompany company, CanaryToken token, SecretBuffer secret)
    {
        var id = await company.RunAsync<IConsentVault, Guid>(v => v.GrantAsync(VaultCompany.NewConsent(), secret));
        var use = new ConsentUse(id, VaultCompany.Provider, "ACC-1", VaultCompany.Purpose);
        await UseAsync(company, token, use);
        await company.RunAsync<IConsentVault, bool>(async v =>
        {
            await v.RenewAsync(use, (_, _) => Task.FromResult<SecretBuffer?>(token.Again()));
            return true;
        });
        await Should.ThrowAsync<FormatException>(() => company.RunAsync<IConsentVault, int>(v => v.UseAsync<int>(use, (_, _) => throw new FormatException())));
        await company.RefusalAsync(use with { Purpose = "payments" });
        await RotateAsync(host);
        await UseAsync(company, token, use);
        (await company.RunAsync<IConsentAppService, ConsentDto>(s => s.GetAsync(id))).Uses.ShouldBe(3);
        await KeepAsync(company, token);
    }

    private static async Task KeepAsync(VaultCompany company, CanaryToken token)
    {
        var name = new SecretName("test", "canary");
        for (var set = 0; set < 2; set++)
        {
            await company.RunAsync<ISecretStore, bool>(async s =>
            {
                await s.SetAsync(name, token.Again());
                return true;
            });
        }

        (await company.RunAsync<ISecretStore, bool>(s => s.UseAsync(name, (x, _) => Task.FromResult(token.Is(x.Span))))).ShouldBeTrue();
    }

    private static async Task UseAsync(VaultCompany company, CanaryToken token, ConsentUse use) =>
        (await company.RunAsync<IConsentVault, bool>(v => v.UseAsync(use, (s, _) => Task.FromResult(token.Is(s.Span))))).ShouldBeTrue();

    private static async Task RotateAsync(VaultHost host)
    {
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.Host.RunAsync(null, null, s => s.GetRequiredService<MasterKeyStore>().RotateAsync(null, CancellationToken.None));
        await host.Get<MasterKeyRing>().LoadAsync();
        await host.Host.RunAsync(null, null, s => s.GetRequiredService<KeyRotation>().StartDataKeysAsync(CancellationToken.None));
        await host.Host.RunAsync(null, null, s => s.GetRequiredService<RotateKeys>().DoWorkAsync(CancellationToken.None));
    }

    // SQLite's files lie in the host's folder and are searched there.
    private async Task DumpDatabaseAsync(VaultHost host, VaultCompany company, TestDatabase database)
    {
        if (database == TestDatabase.Sqlite)
            return;
        var dump = Path.Combine(_folder, "dump.sql");
        await Backup.DumpAsync(new NpgsqlConnectionStringBuilder(host.Host.Settings["Database:OwnerConnectionString"]), company.Tenant.Id, dump);
        (await File.ReadAllTextAsync(dump)).ShouldContain(VaultCompany.Provider, customMessage: "the dump holds the consent");
    }

    private Task DumpProcessAsync(string name) =>
        Programs.RunAsync("gcore", new Dictionary<string, string?>(), "-o", Path.Combine(_folder, name), $"{Environment.ProcessId}");
}
