using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>What a company owned is erased with it unless a law keeps it: also of a module that is added tomorrow.</summary>
[Trait("Req", "TEN-09")]
public sealed partial class Erasure_Tests(TestHosts hosts)
{
    /// <summary>Host-wide rows that name a company and are erased by other means.</summary>
    private static readonly Dictionary<string, string> ByOtherMeans = new() { ["User"] = "a person's own; Identity forgets the company of an old login when the company is erased" };

    [Fact]
    public async Task Entities_OfCompanies_AreErasedOrRetainedByLaw()
    {
        var (erased, retained) = await TablesAsync();
        foreach (var type in await EntitiesAsync(t => typeof(IMultiTenant).IsAssignableFrom(t.ClrType)))
            (erased.Any(t => t.TableName == type.GetTableName()) ^ retained.Any(t => t.TableName == type.GetTableName())).ShouldBeTrue($"{type.ClrType.Name}: erased, or [Retained]");
    }

    [Fact]
    public async Task HostWideEntities_ThatNameACompany_AreErasedWithIt()
    {
        var (erased, retained) = await TablesAsync();
        var known = erased.Concat(retained).Select(t => t.TableName).ToHashSet();
        var named = await EntitiesAsync(t => t.ClrType.IsDefined(typeof(HostWideAttribute), false) && t.GetProperties().Any(p => CompanyId().IsMatch(p.Name)));
        named.Where(t => !known.Contains(t.GetTableName()!)).Select(t => t.ClrType.Name).ShouldBe(ByOtherMeans.Keys, ignoreOrder: true);
    }

    [Fact]
    public async Task Retained_Always_SayByWhichLawAndHowLong()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var texts = host.Services.GetRequiredService<IPlatformTexts>();
        foreach (var table in (await TablesAsync()).Retained)
        {
            table.Retained!.Months.ShouldBeInRange(13, 120, table.TableName);
            foreach (var language in new[] { "en", "fr" })
                ReaderLanguage.Write(CultureInfo.GetCultureInfo(language), () => texts.Get(table.Retained.TextKey)).ShouldMatch("art[.] ", $"{table.TableName}: a text that names the law in {language}");
        }
    }

    [Fact]
    public async Task Retained_Always_ReferToNothingThatIsErasedBeforeThem()
    {
        var (erased, retained) = await TablesAsync();
        foreach (var table in retained)
        {
            table.RefersTo.Intersect(erased.Select(t => t.TableName)).ShouldBeEmpty(table.TableName);
            retained.Where(t => table.RefersTo.Contains(t.TableName)).ShouldAllBe(t => t.Retained!.Months >= table.Retained!.Months);
        }
    }

    [Fact]
    public async Task Erased_Always_ComeBeforeWhatTheyReferTo()
    {
        var erased = (await TablesAsync()).Erased.ToList();
        erased.Count.ShouldBeGreaterThan(40);
        foreach (var (table, i) in erased.Select((t, i) => (t, i)))
            table.RefersTo.Select(name => erased.FindIndex(t => t.TableName == name)).Where(at => at >= 0).ShouldAllBe(at => at > i, table.TableName);
    }

    private async Task<(IReadOnlyList<TenantTable> Erased, IReadOnlyList<TenantTable> Retained)> TablesAsync()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        return await host.RunAsync(null, null, services =>
        {
            var tables = services.GetRequiredService<ITenantTables>();
            return Task.FromResult((tables.Erased, tables.Retained));
        });
    }

    private async Task<List<Microsoft.EntityFrameworkCore.Metadata.IEntityType>> EntitiesAsync(Func<Microsoft.EntityFrameworkCore.Metadata.IEntityType, bool> wanted)
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        return [.. ModelReader.Models(host).SelectMany(m => m.Model.GetEntityTypes()).Where(wanted)];
    }

    [GeneratedRegex("^(Tenant|Company|Client|Firm|LegacyCompany|Place)Id$")]
    private static partial Regex CompanyId();
}
