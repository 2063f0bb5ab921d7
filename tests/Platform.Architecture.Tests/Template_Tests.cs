using System.Diagnostics;
using System.Text.RegularExpressions;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>What comes out of the templates, unbuilt: etc/check-template.sh builds it and runs its tests.</summary>
public sealed partial class Template_Tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-template-").FullName;

    [Fact]
    [Trait("Req", "TEN-10")]
    public async Task TenantType_MadeByOneCommand_IsOneAssemblyWithAllItNeeds()
    {
        var files = await NewAsync("platform-tenant-type", "Auditor");
        files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).ShouldBe(
            ["modules/auditor/Platform.Auditor/Platform.Auditor.csproj", "tests/Platform.Auditor.Tests/Platform.Auditor.Tests.csproj"], ignoreOrder: true);
        foreach (var part in new[] { "AuditorModule.cs", "AuditorTenantType.cs", "AuditorEngagement.cs", "AuditorPermissions.cs", "Menus/AuditorMenuContributor.cs", "Data/AuditorDbContext.cs", "Texts/AuditorResource.resx", "Texts/AuditorResource.fr.resx" })
            files.ShouldContain($"modules/auditor/Platform.Auditor/{part}");
        files.ShouldContain(f => f.StartsWith("modules/auditor/Platform.Auditor/Pages/Auditor/", StringComparison.Ordinal));
        files.ShouldContain("modules/auditor/README.md");
    }

    [Theory]
    [InlineData("platform-module")]
    [InlineData("platform-tenant-type")]
    public async Task Templates_MadeByOneCommand_LeaveNoPlaceholder(string template)
    {
        var files = await NewAsync(template, "Auditor");
        files.Count.ShouldBeGreaterThan(20);
        files.Where(f => Placeholder().IsMatch(f) || Placeholder().IsMatch(File.ReadAllText(Path.Combine(_folder, "out", f)))).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<IReadOnlyList<string>> NewAsync(string template, string name)
    {
        var made = Directory.CreateDirectory(Path.Combine(_folder, "out")).FullName;
        await DotnetAsync(_folder, "new", "install", Path.Combine(TestEnvironment.Root, "templates", template), "--debug:custom-hive", Path.Combine(_folder, "hive"));
        await DotnetAsync(made, "new", template, "-n", name, "--debug:custom-hive", Path.Combine(_folder, "hive"));
        return [.. Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(made, f).Replace('\\', '/'))];
    }

    private static async Task DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, string.Concat(output));
    }

    [GeneratedRegex("modulename", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
