using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

public sealed partial class Entity_Tests(TestHosts hosts)
{
    /// <summary>Columns whose length has no bound by nature.</summary>
    private static readonly HashSet<string> Unbounded =
    [
        "OutboxMessage.Payload", "KeyRingEntry.Xml", "CapturedMail.Text", "AuditEntry.Changes", "AuditEntry.SearchText",
        "ImportBatch.Columns", "ImportBatch.Mapping", "ImportMapping.Mapping", "ImportRow.Cells", "ImportRow.Findings",
    ];

    [Fact]
    [Trait("Req", "TEN-07")]
    public async Task Entities_Always_BelongToATenantOrSayWhyNot()
    {
        foreach (var type in await TypesAsync())
        {
            var owned = typeof(IMultiTenant).IsAssignableFrom(type.ClrType);
            var reason = type.ClrType.GetCustomAttribute<HostWideAttribute>()?.Reason;
            (owned ^ reason is { Length: > 10 }).ShouldBeTrue($"{type.ClrType.Name}: IMultiTenant, or [HostWide] with a reason");
        }
    }

    [Fact]
    [Trait("Req", "TEN-07")]
    public async Task TenantEntities_Always_AreFiltered()
    {
        foreach (var type in (await TypesAsync()).Where(t => typeof(IMultiTenant).IsAssignableFrom(t.ClrType)))
        {
            type.GetRootType().GetDeclaredQueryFilters().Select(f => f.Key).ShouldContain("Tenant", type.ClrType.Name);
            var parents = type.GetForeignKeys().Select(k => k.Properties[0].Name).Append("TenantId");
            type.GetIndexes().Select(i => i.Properties[0].Name).Concat(type.GetKeys().Select(k => k.Properties[0].Name)).Any(parents.Contains)
                .ShouldBeTrue($"{type.ClrType.Name} needs an index that begins with TenantId or with its parent's key");
        }
    }

    [Fact]
    public async Task Columns_Always_HaveTypesBothDatabasesCompare()
    {
        Type[] banned = [typeof(DateTimeOffset), typeof(decimal), typeof(double), typeof(float)];
        var wrong = from type in await TypesAsync()
                    from property in type.GetProperties()
                    where banned.Contains(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
                    select $"{type.ClrType.Name}.{property.Name}";
        wrong.ShouldBeEmpty("money is long cents, times are UTC DateTime, days are DateOnly");
    }

    [Fact]
    public async Task Texts_Always_HaveALength()
    {
        var wrong = from type in await TypesAsync()
                    from property in type.GetProperties()
                    where property.ClrType == typeof(string) && property.GetMaxLength() is null
                    let name = $"{type.ClrType.Name}.{property.Name}"
                    where !Unbounded.Contains(name)
                    select name;
        wrong.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "IDN-01")]
    public async Task HintsAndQuestions_ToGetIntoAnAccount_AreNowhere()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        using var client = host.CreateClient();
        var schemas = System.Text.Json.JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))
            .RootElement.GetProperty("components").GetProperty("schemas");
        var columns = (await TypesAsync()).SelectMany(t => t.GetProperties().Select(p => $"{t.ClrType.Name}.{p.Name}"));
        var members = schemas.EnumerateObject().Where(s => s.Value.TryGetProperty("properties", out _))
            .SelectMany(s => s.Value.GetProperty("properties").EnumerateObject().Select(p => $"{s.Name}.{p.Name}"));
        var fields = Directory.EnumerateFiles(Path.Combine(TestEnvironment.Root, "modules", "identity"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(f => FieldName().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}.{m.Groups[1].Value}")).ToList();
        fields.Count.ShouldBeGreaterThan(30);
        // Which API token it is, by its last characters; when a passkey was asked last (WebAuthn).
        columns.Concat(members).Concat(fields).Where(n => Hint().IsMatch(n)).ShouldBe(["ApiToken.Hint", "Passkey.LastQuestion", "ApiTokenDto.hint"], ignoreOrder: true);
    }

    [GeneratedRegex("\\b(?:for|name|asp-for)=\"([A-Za-z.]+)\"")]
    private static partial Regex FieldName();

    [GeneratedRegex("hint|question|reminder|maiden|birth|mother|pet(?![a-z])|memorable", RegexOptions.IgnoreCase)]
    private static partial Regex Hint();

    [Fact]
    public async Task Tables_Always_BearTheModulesPrefix()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        foreach (var (registration, model) in ModelReader.Models(host))
        {
            model.GetEntityTypes().Where(t => !t.IsTableExcludedFromMigrations()).Select(t => t.GetTableName()!).Where(t => !t.StartsWith(registration.Prefix, StringComparison.Ordinal)).ShouldBeEmpty(registration.Prefix);
        }
    }

    private async Task<IReadOnlyList<IEntityType>> TypesAsync() =>
        [.. ModelReader.Models(await hosts.GetAsync(TestDatabase.Sqlite)).SelectMany(m => m.Model.GetEntityTypes())];
}
