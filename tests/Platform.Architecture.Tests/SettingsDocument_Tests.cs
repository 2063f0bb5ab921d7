using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

[Trait("Req", "IDN-08")]
public sealed class SettingsDocument_Tests(TestHosts hosts)
{
    private const string Path = "docs/security-settings.md";

    private const string Introduction = """
        # Security settings

        Every limit, block and bound that companies, groups and the operator choose within, as the product declares them. Nobody gets past a
        bound; of several values that concern one person the strictest counts ([decision 0013](decisions/0013-who-decides-how-strict.md)). What
        they protect, and how nobody is locked out on purpose, stands in [security](security.md). Written by `./etc/write-docs.sh`, and compared
        with the declarations by `SettingsDocument_Tests`.

        | setting | what it is | default | least | most | set by |
        |---|---|---|---|---|---|

        """;

    [Fact]
    public async Task Document_Always_IsTheCatalogue()
    {
        var host = await hosts.GetAsync(TestDatabase.Sqlite);
        var former = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var text = Write(Security(host), host.Services.GetRequiredService<IPlatformTexts>());
        CultureInfo.CurrentUICulture = former;
        await GeneratedDocument.ShouldBeAsync(Path, text, TestContext.Current.CancellationToken);
    }

    [Fact]
    [Trait("Req", "IDN-02")]
    public async Task Description_OfBlocksAndSessions_SaysWhatTheCatalogueSays()
    {
        var catalog = (await hosts.GetAsync(TestDatabase.Sqlite)).Services.GetRequiredService<SettingCatalog>();
        var text = await File.ReadAllTextAsync(System.IO.Path.Combine(TestEnvironment.Root, "docs", "security.md"), TestContext.Current.CancellationToken);
        var described = string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        described.ShouldContain($"{Value("Block.AccountFailures")} per account for {Time("Block.AccountMinutes")}");
        described.ShouldContain($"{Value("Block.AddressFailures")} per network address for {Time("Block.AddressMinutes")}");
        described.ShouldContain($"ask again after {Time("FreshProof.Minutes")}");
        described.ShouldContain($"{Time("Session.IdleMinutes")} idle, {Time("Session.AbsoluteMinutes")} at most, {Value("Session.RememberDays")} days without an idle limit");

        string Value(string name) => catalog.Get($"Identity.{name}").DefaultValue;

        string Time(string name) => int.Parse(Value(name)) switch
        {
            60 => "an hour",
            1440 => "a day",
            var minutes when minutes % 60 == 0 => $"{minutes / 60} hours",
            var minutes => $"{minutes} minutes",
        };
    }

    private static IEnumerable<SettingDefinition> Security(TestHost host) =>
        host.Services.GetRequiredService<SettingCatalog>().All.Where(s => s.StricterOf is not null).OrderBy(s => s.Name, StringComparer.Ordinal);

    private static string Write(IEnumerable<SettingDefinition> settings, IPlatformTexts texts)
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var setting in settings)
        {
            var by = setting.Highest == SettingLevel.Operator ? "operator" : "operator, group, company";
            text.Append(CultureInfo.InvariantCulture, $"| `{setting.Name}` | {texts.Get($"Setting:{setting.Name}")} | {setting.DefaultValue} | {setting.Range?.Least} | {setting.Range?.Most} | {by} |\n");
        }

        return text.ToString();
    }
}
