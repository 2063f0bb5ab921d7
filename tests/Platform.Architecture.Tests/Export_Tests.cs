using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>What a company owns leaves with it, and no secret does: also of a module that is added tomorrow.</summary>
[Trait("Req", "TEN-08")]
public sealed partial class Export_Tests(TestHosts hosts)
{
    /// <summary>Exported columns with the name of a secret, and why they are none.</summary>
    private static readonly Dictionary<string, string> Harmless = new()
    {
        ["ConcurrencyStamp"] = "tells two versions of a record apart",
        ["CodeKey"] = "a customer's code as it is compared",
        ["ReferenceKey"] = "a mandate's reference as it is compared",
        ["CreditorKey"] = "a creditor's identifier as it is compared",
        ["UniqueKey"] = "a line of an import as it is compared",
        ["TextKey"] = "of a notification's text",
        ["NotificationsNotifications.Key"] = "names the matter that a notification is about",
        ["AccountingHandoffs.Key"] = "tells a repeated call from a new one",
        ["ContentHash"] = "of what was approved",
        ["SecretId"] = "names a secret, as a consent's id does",
        ["NeedsFreshFactor"] = "a rule",
        ["StampedAt"] = "when a signature was time-stamped",
        ["Factor"] = "what a provider of single sign-on says of a second factor",
    };

    /// <summary>Host-wide rows that name a company and belong to no export, and why.</summary>
    private static readonly Dictionary<string, string> Personal = new()
    {
        ["OutboxMessage"] = "on its way for moments, and not of the company's making",
        ["ApiToken"] = "a person's own",
        ["SentCode"] = "a person's own, for minutes",
        ["User"] = "a person's own; the company takes along who works there: identity/people",
        ["Shortcut"] = "a person's own",
        ["SettingValue"] = "of several levels; the company's own are platform/settings",
    };

    [Fact]
    public async Task Entities_OfCompanies_AreExportedOrSayWhyNot()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var exported = await TablesAsync(host);
        foreach (var type in ModelReader.Models(host).SelectMany(m => m.Model.GetEntityTypes()).Where(t => typeof(IMultiTenant).IsAssignableFrom(t.ClrType)))
        {
            var reason = type.ClrType.GetCustomAttribute<NotExportedAttribute>()?.Reason;
            (exported.Any(t => t.TableName == type.GetTableName()) ^ reason is { Length: > 10 }).ShouldBeTrue($"{type.ClrType.Name}: exported, or [NotExported] with a reason");
        }
    }

    [Fact]
    public async Task HostWideEntities_ThatNameACompany_AreExportedForItOrStandOnTheList()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var named = ModelReader.Models(host).SelectMany(m => m.Model.GetEntityTypes()).Where(t => t.ClrType.IsDefined(typeof(HostWideAttribute)))
            .Where(t => t.GetProperties().Any(p => CompanyId().IsMatch(p.Name)) || t.ClrType.IsDefined(typeof(ExportedForAttribute)) || Personal.ContainsKey(t.ClrType.Name)).ToList();
        named.Where(t => !t.ClrType.IsDefined(typeof(ExportedForAttribute))).Select(t => t.ClrType.Name).ShouldBe(Personal.Keys, ignoreOrder: true);
        named.Where(t => t.ClrType.IsDefined(typeof(ExportedForAttribute))).Select(t => t.ClrType.Name).ShouldBe(["Company", "Membership", "Engagement", "SignOnProvider"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Req", "VLT-01")]
    public async Task Columns_WithTheNameOfASecret_AreKeptOutOrStandOnTheList()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var exported = (await TablesAsync(host)).SelectMany(t => t.Columns.Select(c => (Table: t.TableName, Column: c)))
            .Concat(host.Services.CreateScope().ServiceProvider.GetServices<IExportedRecords>().SelectMany(r => r.Columns.Select(c => (Table: r.File.Name, Column: c))));
        exported.Where(c => SecretName().IsMatch(c.Column) && !Harmless.ContainsKey(c.Column) && !Harmless.ContainsKey($"{c.Table}.{c.Column}"))
            .Select(c => $"{c.Table}.{c.Column}").ShouldBeEmpty("[NotExported] with a reason, or on the list");
    }

    [Fact]
    public async Task KeptOut_Always_HasAReasonAndIsNoKey()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        await host.RunAsync(null, null, services =>
        {
            var tables = services.GetRequiredService<ITenantTables>();
            tables.LeftOut.ShouldNotBeEmpty();
            tables.LeftOut.ShouldAllBe(l => l.Reason.Length > 10);
            tables.All.ShouldAllBe(t => t.Columns.Count > 0);
            foreach (var table in tables.All)
                table.CursorOf([.. table.Columns.Select(_ => (object?)"")]).ShouldNotBe("[]", table.TableName);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Files_OfRows_NameColumnsThatThereAre()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var tables = (await TablesAsync(host)).Where(t => t.File is not null).ToList();
        tables.Count.ShouldBeGreaterThan(4);
        foreach (var table in tables)
            Column().Matches(table.File!.Blob + table.File.Path).Select(m => m.Groups[1].Value).Except(table.Columns).ShouldBeEmpty(table.TableName);
        // Whoever adds a column with a blob's name says what people call it.
        var named = ModelReader.Models(host).SelectMany(m => m.Model.GetEntityTypes()).Where(t => t.GetProperties().Any(p => p.Name.EndsWith("BlobName", StringComparison.Ordinal)));
        named.Where(t => t.ClrType.GetCustomAttribute<ExportedFileAttribute>() is null).Select(t => t.ClrType.Name).ShouldBe(["HandoffItem"], "of documents, which have their own name, and of its manifest");
    }

    private static Task<IReadOnlyList<TenantTable>> TablesAsync(TestHost host) =>
        host.RunAsync(null, null, services => Task.FromResult(services.GetRequiredService<ITenantTables>().All));

    [GeneratedRegex("password|hash|secret|key|cipher|stamp|token|numbers$|wrapped|factor", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex("^(Tenant|Company|Client|Firm|LegacyCompany)Id$")]
    private static partial Regex CompanyId();

    [GeneratedRegex(@"\{(\w+)(?::\d+)?\}")]
    private static partial Regex Column();
}
