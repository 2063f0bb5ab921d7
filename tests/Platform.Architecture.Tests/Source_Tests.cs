using System.Text.RegularExpressions;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

public sealed partial class Source_Tests
{
    /// <summary>Where a filter may be lifted, and why; that of the tenant nowhere.</summary>
    private static readonly Dictionary<string, string> LiftedFilters = new()
    {
        ["modules/customers/Platform.Customers/Application/CustomerAppService.cs"] = "Codes are unique among all customers of the company, also unseen ones.",
        ["modules/sepa/Platform.Sepa/Application/Imports/ImportUndoing.cs"] = "An import is undone as a whole: also where its mandates were given to unseen customers since.",
        ["modules/sepa/Platform.Sepa/Application/Mandates/MandateAppService.cs"] = "References are unique among all mandates of the company, also unseen ones.",
        ["modules/sepa/Platform.Sepa/Application/CreditorAccounts/CreditorChanges.cs"] = "All mandates follow their creditor to another identifier, also unseen ones.",
    };

    /// <summary>Where MD5 or SHA-1 is used, and why.</summary>
    private static readonly Dictionary<string, string> WeakHashes = new()
    {
        ["modules/identity/Platform.Identity/Domain/SecondFactor/Totp.cs"] = "HMAC-SHA-1 of authenticator apps (RFC 6238)",
        ["modules/identity/Platform.Identity/Application/Passwords/BreachedPasswords.cs"] = "the name of a password on the list of breached ones, which is no secret there",
        ["tests/Platform.Identity.Tests/Support/BreachedList.cs"] = "that list",
        ["tests/Platform.EndToEnd.Tests/SecondFactorJourney_Tests.cs"] = "what the app does",
        ["tests/Platform.Signing.Tests/Signature_Tests.cs"] = "a signature that is refused for it",
        ["tests/Platform.Architecture.Tests/Source_Tests.cs"] = "this list",
    };

    /// <summary>Files longer than 250 lines, and why they are not split.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    [Fact]
    [Trait("Req", "TEN-07")]
    public void TenantFilter_OutsideTheList_IsNeverLifted()
    {
        var lifting = Sources().Where(f => File.ReadAllText(f).Contains("IgnoreQueryFilters", StringComparison.Ordinal)).ToList();
        lifting.Select(Name).Except(LiftedFilters.Keys).ShouldBeEmpty();
        lifting.SelectMany(File.ReadLines).Where(l => l.Contains("IgnoreQueryFilters", StringComparison.Ordinal))
            .ShouldAllBe(l => l.Contains("IgnoreQueryFilters([PlatformDbContext.CustomerFilterName])", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_OutsideTheList_StayShort() =>
        Files("*.cs").Where(f => File.ReadLines(f).Count() > 250).Select(Name).Except(LongFiles.Keys).ShouldBeEmpty();

    [Fact]
    public void WeakHashes_OutsideTheList_AreUsedNowhere()
    {
        Files("*.cs").Where(f => WeakHash().IsMatch(File.ReadAllText(f))).Select(Name).ShouldBe(WeakHashes.Keys, ignoreOrder: true);
        var rules = File.ReadAllLines(Path.Combine(TestEnvironment.Root, ".editorconfig"));
        rules.ShouldContain("dotnet_diagnostic.CA5350.severity = warning");
        rules.ShouldContain("dotnet_diagnostic.CA5351.severity = warning");
        rules.Count(r => r.Contains("CA535")).ShouldBe(2, "no folder is exempt");
        File.ReadAllText(Path.Combine(TestEnvironment.Root, "common.props")).ShouldContain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
    }

    [Fact]
    public void Views_Always_KeepToTheContentSecurityPolicy()
    {
        var views = Files("*.cshtml").Where(f => InlineCode().IsMatch(File.ReadAllText(f))).Select(Name);
        views.ShouldBeEmpty("the policy allows no inline script, handler or style");
    }

    [Fact]
    public void Framework_Always_StaysWithinItsBudget()
    {
        var lines = Files("*.cs").Where(f => Name(f).StartsWith("framework/")).SelectMany(File.ReadLines).Count(l => Code().IsMatch(l));
        lines.ShouldBeLessThan(3_000, "the kernel wraps nothing that ASP.NET Core, EF Core, Identity or Quartz already does");
    }

    private static IEnumerable<string> Sources() => Files("*.cs").Where(f => !Name(f).StartsWith("tests/"));

    private static IEnumerable<string> Files(string pattern) => new[] { "framework", "modules", "host", "tests", "bench" }
        .Select(d => Path.Combine(TestEnvironment.Root, d)).Where(Directory.Exists)
        .SelectMany(d => Directory.EnumerateFiles(d, pattern, SearchOption.AllDirectories))
        .Where(f => !Name(f).Contains("/obj/") && !Name(f).Contains("/bin/") && !Name(f).Contains("/Migrations/2") && !Name(f).EndsWith("ModelSnapshot.cs") && !Name(f).Contains("node_modules"));

    private static string Name(string file) => Path.GetRelativePath(TestEnvironment.Root, file).Replace('\\', '/');

    [GeneratedRegex("""<script(?![^>]*\b(src=|type="application/json"))|\son[a-z]+="|\sstyle="|<style|href="javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\b(HMAC)?(MD5|SHA1)\b|\b(DES|TripleDES|RC2)\.Create|OaepSHA1|CA535[01]|""(MD5|SHA-?1)""", RegexOptions.IgnoreCase)]
    private static partial Regex WeakHash();

    // Lines with a letter or digit that are neither comments nor usings nor the namespace.
    [GeneratedRegex(@"^(?!\s*(//|using |namespace ))(?=.*\w)")]
    private static partial Regex Code();
}
