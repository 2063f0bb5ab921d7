using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "VLT-01")]
public sealed class SecretSetting_Tests
{
    private const string Name = "Test.ClientSecret";

    [Theory, Databases]
    public async Task Set_Secret_StandsNowhereInClearAndOpensInItsPlaceOnly(TestDatabase database)
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(
            database, s => s.AddSingleton<ISettingDefinitionProvider, Definitions>(), Demonstration: false));
        var (mine, theirs) = (Company("mine"), Company("theirs"));
        await SetAsync(host, mine, "my secret");
        await SetAsync(host, theirs, "their secret");
        (await GetAsync(host, mine)).ShouldBe("my secret");
        (await StoredAsync(host)).ShouldAllBe(value => !value.Contains("secret"));

        await host.RunAsync(null, null, async s =>
        {
            var settings = await s.GetRequiredService<KernelDbContext>().Settings.Where(v => v.Name == Name).ToListAsync();
            settings.ShouldNotBeEmpty();
            (settings[0].Value, settings[1].Value) = (settings[1].Value, settings[0].Value);
        });
        await Should.ThrowAsync<CryptographicException>(() => GetAsync(host, mine));
    }

    private static TenantInfo Company(string slug) => new(Guid.CreateVersion7(), slug, slug, "", "#1d4ed8", "sme");

    private static Task SetAsync(TestHost host, TenantInfo company, string value) => host.RunAsync(company, null, s =>
        s.GetRequiredService<ISettingManager>().SetAsync(Name, SettingLevel.Entity, company.Id, value));

    private static Task<string> GetAsync(TestHost host, TenantInfo company) => host.RunAsync(company, null, async s =>
        (await s.GetRequiredService<ISettingProvider>().GetAsync(Name)).Value);

    private static Task<List<string>> StoredAsync(TestHost host) => host.RunAsync(null, null, s =>
        s.GetRequiredService<KernelDbContext>().Settings.Where(v => v.Name == Name).Select(v => v.Value).ToListAsync());

    private sealed class Definitions : ISettingDefinitionProvider
    {
        public IEnumerable<SettingDefinition> GetSettings() => [new(Name, "", IsSecret: true)];
    }
}
