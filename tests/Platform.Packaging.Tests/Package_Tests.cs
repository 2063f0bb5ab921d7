using System.IO.Compression;

namespace Platform.Packaging.Tests;

public sealed class Package_Tests(PackedProjects packed)
{
    [Fact]
    public void ScratchHost_OfPackagesAlone_IsReadyAndShowsItsStyledSignInPage()
    {
        packed.ExitCode.ShouldBe(0, packed.Output);
        packed.Output.ShouldContain("/_content/Platform.AspNetCore/");
    }

    [Fact]
    public void Packages_Always_AreOnePerFrameworkAndModuleProject()
    {
        var projects = new[] { "framework", "modules" }
            .SelectMany(f => Directory.GetFiles(Path.Combine(TestEnvironment.Root, f), "*.csproj", SearchOption.AllDirectories))
            .Select(p => Path.GetFileNameWithoutExtension(p)!);
        packed.Packages.Select(NameOf).Order().ShouldBe(projects.Order());
    }

    [Fact]
    public void Packages_Always_CarryTheirReadme() =>
        packed.Packages.Where(p => !EntriesOf(p).Contains("README.md")).Select(NameOf).ShouldBeEmpty("write README.md beside the project or in its module");

    [Fact]
    public void Contracts_Always_CarryDocumentationAndFrenchTexts()
    {
        var contracts = packed.Packages.Where(p => NameOf(p).EndsWith(".Contracts", StringComparison.Ordinal)).ToList();
        contracts.ShouldNotBeEmpty();
        foreach (var package in contracts)
        {
            EntriesOf(package).ShouldContain($"lib/net10.0/{NameOf(package)}.xml");
            EntriesOf(package).ShouldContain($"lib/net10.0/fr/{NameOf(package)}.resources.dll");
        }
    }

    [Fact]
    public void Packages_Always_HoldNoSecretAndNothingOfTheDemonstration()
    {
        packed.Packages.ShouldNotBeEmpty();
        foreach (var package in packed.Packages)
        {
            using var archive = ZipFile.OpenRead(package);
            foreach (var entry in archive.Entries)
            {
                entry.FullName.ShouldNotContain("accounts.json");
                entry.Name.ShouldNotEndWith(".key");
                using var reader = new StreamReader(entry.Open(), System.Text.Encoding.Latin1);
                var bytes = reader.ReadToEnd();
                // Texts of assemblies have two bytes a character.
                foreach (var text in new[] { bytes, bytes.Replace("\0", "") })
                    SecretPatterns.Find(text).ShouldBeNull($"{NameOf(package)}: {entry.FullName}");
            }
        }
    }

    private static string NameOf(string package) =>
        string.Join('.', Path.GetFileNameWithoutExtension(package).Split('.').TakeWhile(part => !char.IsAsciiDigit(part[0])));

    private static IReadOnlyList<string> EntriesOf(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(e => e.FullName)];
    }
}
