using Mono.Cecil;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

public sealed class Dependency_Tests
{
    private static readonly string[] Framework = ["Platform.Kernel", "Platform.EntityFrameworkCore", "Platform.AspNetCore"];

    [Fact]
    public void Kernel_Always_KnowsNeitherWebNorDatabase() =>
        ReferencesOf("Platform.Kernel").ShouldNotContain(n => n.StartsWith("Microsoft.AspNetCore") || n.StartsWith("Microsoft.EntityFrameworkCore"));

    [Fact]
    public void Contracts_Always_SeeKernelAndContractsOnly()
    {
        foreach (var assembly in Ours().Where(n => n.EndsWith(".Contracts")))
        {
            var wrong = ReferencesOf(assembly).Where(n => n.StartsWith("Platform.") && n != "Platform.Kernel" && !n.EndsWith(".Contracts")
                || n.StartsWith("Microsoft.AspNetCore") || n.StartsWith("Microsoft.EntityFrameworkCore"));
            wrong.ShouldBeEmpty($"{assembly} must stand on the kernel and other contracts alone");
        }
    }

    [Fact]
    public void Implementations_Always_SeeNoOtherImplementation()
    {
        foreach (var assembly in Modules())
        {
            ReferencesOf(assembly).Where(n => n.StartsWith("Platform.") && !n.EndsWith(".Contracts") && !Framework.Contains(n))
                .ShouldBeEmpty($"{assembly} may use other modules through their contracts only");
        }
    }

    [Fact]
    public void Web_Always_SeesContractsAndNoDatabase()
    {
        foreach (var assembly in Ours().Where(n => n.EndsWith(".Web")))
        {
            ReferencesOf(assembly)
                .Where(n => (n.StartsWith("Platform.") && !n.EndsWith(".Contracts") && n is not ("Platform.Kernel" or "Platform.AspNetCore"))
                    || n.StartsWith("Microsoft.EntityFrameworkCore"))
                .ShouldBeEmpty($"{assembly} may not reach behind the contracts");
        }
    }

    [Fact]
    public void Host_Always_IsReferencedByNobody() =>
        Ours().Where(n => n != "Platform.Host" && ReferencesOf(n).Contains("Platform.Host")).ShouldBeEmpty();

    [Fact]
    public void Implementations_Always_HideTheirTypes()
    {
        foreach (var assembly in Modules())
        {
            using var definition = Read(assembly);
            definition.MainModule.Types.Where(t => t.IsPublic && !t.Name.EndsWith("Module") && !t.Name.EndsWith("Resource")).Select(t => t.FullName)
                .ShouldBeEmpty($"{assembly}: only the module class is public, and the texts of a module that is one assembly");
        }
    }

    private static IEnumerable<string> Ours() => Directory.GetFiles(AppContext.BaseDirectory, "Platform.*.dll")
        .Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Where(n => !n.EndsWith(".Tests") && n != "Platform.TestBase" && !n.EndsWith(".resources") && !n.EndsWith(".Views"));

    private static IEnumerable<string> Modules() =>
        Ours().Where(n => !n.EndsWith(".Contracts") && !n.EndsWith(".Web") && n != "Platform.Host" && !Framework.Contains(n));

    private static IReadOnlyList<string> ReferencesOf(string assembly)
    {
        using var definition = Read(assembly);
        return [.. definition.MainModule.AssemblyReferences.Select(r => r.Name)];
    }

    private static AssemblyDefinition Read(string assembly) =>
        AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));
}
