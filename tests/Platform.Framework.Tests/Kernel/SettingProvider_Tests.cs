using Microsoft.Extensions.Configuration;
using Platform.Kernel;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

public sealed class SettingProvider_Tests
{
    private static readonly TenantInfo Company = new(Guid.CreateVersion7(), "acme", "Acme", "", "#206bc4", "sme", Guid.CreateVersion7());
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Get_NothingSet_IsTheDefault() =>
        (await GetAsync("Test.Plain", [])).ShouldBe(new EffectiveSetting("10", SettingLevel.Default));

    [Fact]
    public async Task Get_SeveralLevels_TheLastOneWins() =>
        (await GetAsync("Test.Plain", new() { [SettingLevel.Operator] = "20", [SettingLevel.Entity] = "5" }))
            .ShouldBe(new EffectiveSetting("5", SettingLevel.Entity));

    [Fact]
    public async Task Get_Configured_OverridesTheDefault() =>
        (await GetAsync("Test.Plain", [], ("Settings:Test.Plain", "30"))).ShouldBe(new EffectiveSetting("30", SettingLevel.Configuration));

    [Theory]
    [Trait("Req", "IDN-08")]
    [InlineData("12", "14", "14", SettingLevel.Entity)]
    [InlineData("14", "12", "14", SettingLevel.Group)]
    [InlineData("8", "9", "10", SettingLevel.Default)]
    public async Task Get_StricterWins_NoLevelWeakensAnother(string group, string entity, string expected, SettingLevel origin) =>
        (await GetAsync("Test.Strict", new() { [SettingLevel.Group] = group, [SettingLevel.Entity] = entity }))
            .ShouldBe(new EffectiveSetting(expected, origin));

    [Fact]
    public async Task Get_LevelAboveTheHighest_IsIgnored() =>
        (await GetAsync("Test.Plain", new() { [SettingLevel.User] = "99" })).Level.ShouldBe(SettingLevel.Default);

    [Fact]
    public async Task Get_Undefined_IsAMistakeInCode() =>
        await Should.ThrowAsync<InvalidOperationException>(() => GetAsync("Test.Unknown", []));

    private static async Task<EffectiveSetting> GetAsync(string name, Dictionary<SettingLevel, string> stored, params (string Key, string Value)[] configured)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(configured.ToDictionary(c => c.Key, c => (string?)c.Value)).Build();
        var tenant = new CurrentTenant();
        using var inCompany = tenant.Change(Company);
        var provider = new SettingProvider(new SettingCatalog([new Definitions()]), new Store(stored), configuration, tenant, new Nobody());
        return await provider.GetAsync(name, None);
    }

    private sealed class Definitions : ISettingDefinitionProvider
    {
        public IEnumerable<SettingDefinition> GetSettings() =>
        [
            new("Test.Plain", "10"),
            new("Test.Strict", "10", StricterOf: (a, b) => int.Parse(a) >= int.Parse(b) ? a : b),
        ];
    }

    private sealed class Store(Dictionary<SettingLevel, string> values) : ISettingStore
    {
        public Task<IReadOnlyDictionary<SettingLevel, string>> GetAsync(string name, Guid? groupId, Guid? tenantId, Guid? userId, CancellationToken cancellationToken)
        {
            groupId.ShouldBe(Company.GroupId);
            tenantId.ShouldBe(Company.Id);
            return Task.FromResult<IReadOnlyDictionary<SettingLevel, string>>(values);
        }
    }

    private sealed class Nobody : ICurrentUser
    {
        public Guid? Id => null;

        public CurrentUserInfo Info => CurrentUserInfo.None;

        public IDisposable Change(CurrentUserInfo info) => throw new NotSupportedException("Not needed here.");
    }
}
