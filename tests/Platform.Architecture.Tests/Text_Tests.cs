using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using Platform.Identity;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

public sealed class Text_Tests(TestHosts hosts)
{
    private static readonly string[] Languages = ["", "fr"];

    [Fact]
    [Trait("Req", "OPS-05")]
    public async Task Resources_InEveryLanguage_HaveTheSameKeys()
    {
        await hosts.GetAsync(TestDatabase.Sqlite);
        foreach (var resource in Resources())
        {
            var english = Keys(resource, "");
            english.ShouldNotBeEmpty(resource.Name);
            Keys(resource, "fr").Except(english).ShouldBeEmpty($"{resource.Name}: French only");
            english.Except(Keys(resource, "fr")).ShouldBeEmpty($"{resource.Name}: English only");
        }
    }

    [Fact]
    [Trait("Req", "OPS-05")]
    public async Task PermissionsSettingsAndKindsOfLinks_InEveryLanguage_HaveATextAsync()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var names = host.Services.GetRequiredService<PermissionCatalog>().All.SelectMany(p => new[] { $"Permission:{p.Name}", $"{p.Group}.PermissionGroup" })
            .Concat(host.Services.GetRequiredService<SettingCatalog>().All.Select(s => $"Setting:{s.Name}"))
            .Concat(host.Services.GetServices<ILinkKindProvider>().SelectMany(p => p.GetKinds()).Select(k => $"LinkKind:{k.Name}"))
            .ToList();
        names.ShouldNotBeEmpty();
        ShouldHaveTexts(host, names);
    }

    [Fact]
    [Trait("Req", "OPS-07")]
    public async Task ErrorCodes_InEveryLanguage_HaveATextAsync()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        // Also those that a module of one assembly keeps to itself.
        var codes = OurAssemblies().SelectMany(a => a.GetTypes()).Where(t => t.Name.EndsWith("ErrorCodes"))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!).ToList();
        codes.ShouldNotBeEmpty();
        ShouldHaveTexts(host, codes);
    }

    private static void ShouldHaveTexts(TestHost host, IReadOnlyCollection<string> names)
    {
        var texts = host.Services.GetRequiredService<IPlatformTexts>();
        var former = CultureInfo.CurrentUICulture;
        foreach (var language in Languages)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            names.Where(n => texts.Get(n) == n).ShouldBeEmpty($"no text in \"{language}\"");
        }

        CultureInfo.CurrentUICulture = former;
    }

    private static IEnumerable<Assembly> OurAssemblies() =>
        AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name is { } n && n.StartsWith("Platform.") && !n.EndsWith(".Tests") && n != "Platform.TestBase");

    private static IEnumerable<Type> Resources() =>
        OurAssemblies().SelectMany(a => a.GetExportedTypes()).Where(t => t.GetCustomAttribute<LocalizationResourceNameAttribute>() is not null);

    private static HashSet<string> Keys(Type resource, string language)
    {
        var set = new ResourceManager(resource).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        return set is null ? [] : [.. set.Cast<DictionaryEntry>().Select(e => (string)e.Key)];
    }
}
