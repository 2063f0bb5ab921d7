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
    [InlineData("8", "9", "9", SettingLevel.Entity)]
    public async Task Get_StricterWins_OfGroupAndCompanyTheStricterCounts(string group, string entity, string expected, SettingLevel origin) =>
        (await GetAsync("Test.Strict", new() { [SettingLevel.Group] = group, [SettingLevel.Entity] = entity }))
            .ShouldBe(new EffectiveSetting(expected, origin));

    [Theory]
    [Trait("Req", "IDN-08")]
    [InlineData(null, "8", "10", SettingLevel.Default)]
    [InlineData(null, "12", "12", SettingLevel.Operator)]
    [InlineData("9", "12", "12", SettingLevel.Operator)]
    [InlineData("9", "8", "9", SettingLevel.Entity)]
    [InlineData("3", "8", "10", SettingLevel.Default)]
    public async Task Get_StricterWins_OperatorBoundsAndRangeHold(string? entity, string bound, string expected, SettingLevel origin)
    {
        var stored = new Dictionary<SettingLevel, string> { [SettingLevel.Operator] = bound };
        if (entity is not null)
            stored[SettingLevel.Entity] = entity;
        (await GetAsync("Test.Strict", stored)).ShouldBe(new EffectiveSetting(expected, origin));
    }

    [Fact]
    public async Task Get_StricterWins_AHostSettingIsTheOperatorsChoice() =>
        (await GetAsync("Test.Host", new() { [SettingLevel.Operator] = "20" })).ShouldBe(new EffectiveSetting("20", SettingLevel.Operator));

    [Fact]
    public async Task Get_ConfiguredOutOfRange_IsRefused() =>
        await Should.ThrowAsync<InvalidOperationException>(() => GetAsync("Test.Strict", [], ("Settings:Test.Strict", "7")));

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
            new("Test.Strict", "10", StricterOf: (a, b) => int.Parse(a) >= int.Parse(b) ? a : b, Range: new(8, 100)),
            new("Test.Host", "10", SettingLevel.Operator, StricterOf: (a, b) => int.Parse(a) <= int.Parse(b) ? a : b),
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
