using Mono.Cecil;
using Shouldly;
using Xunit;

namespace Platform.Architecture.Tests;

/// <summary>A module of one assembly keeps the layers that the compiler keeps for the others.</summary>
[Trait("Req", "TEN-10")]
public sealed class OneAssembly_Tests
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    [Fact]
    public void WebTypes_OfModulesOfOneAssembly_DoNotReachTheDatabase()
    {
        var modules = Modules().ToList();
        modules.ShouldContain("Platform.Notary", "the worked example has tables");
        foreach (var module in modules)
        {
            using var definition = Read(module);
            var web = definition.MainModule.Types.Where(IsWeb).ToList();
            web.ShouldNotBeEmpty(module);
            web.SelectMany(t => Uses(t).Where(u => IsDatabase(u)).Select(u => $"{t.FullName} uses {u.FullName}")).Distinct()
                .ShouldBeEmpty($"{module}: pages, endpoints and menus ask application services");
        }
    }

    // One assembly: pages of its own, in a module without a project for them.
    private static IEnumerable<string> Modules() => Directory.GetFiles(AppContext.BaseDirectory, "Platform.*.dll")
        .Select(f => Path.GetFileNameWithoutExtension(f)!)
        .Where(n => n is not ("Platform.AspNetCore" or "Platform.Host" or "Platform.TestBase") && !n.EndsWith(".Tests") && !n.EndsWith(".Web") && !n.EndsWith(".Contracts"))
        .Where(HasPages);

    private static bool HasPages(string assembly)
    {
        using var definition = Read(assembly);
        return definition.MainModule.Types.Any(IsPage);
    }

    private static bool IsPage(TypeDefinition type) => type.BaseType?.Name == "PlatformPageModel";

    // Also what the views compile to.
    private static bool IsWeb(TypeDefinition type) => IsPage(type) || type.Name.EndsWith("Endpoints") || type.Name.EndsWith("MenuContributor")
        || type.BaseType?.Namespace == "Microsoft.AspNetCore.Mvc.RazorPages" || type.BaseType?.Name.StartsWith("RazorPage") == true;

    private static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        var own = type.Fields.Select(f => f.FieldType)
            .Concat(type.Properties.Select(p => p.PropertyType))
            .Concat(type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(i => Owner(i.Operand)).OfType<TypeReference>());
        return own.SelectMany(WithArguments).Concat(type.NestedTypes.SelectMany(Uses));
    }

    private static TypeReference? Owner(object? operand) => operand switch
    {
        TypeReference type => type,
        MemberReference member => member.DeclaringType,
        _ => null,
    };

    private static IEnumerable<TypeReference> WithArguments(TypeReference type) =>
        type is GenericInstanceType generic ? generic.GenericArguments.SelectMany(WithArguments).Append(generic.ElementType) : [type];

    private static bool IsDatabase(TypeReference type) => type.Namespace.StartsWith(EntityFramework, StringComparison.Ordinal)
        || (type is TypeDefinition own && own.BaseType?.Name == "PlatformDbContext");

    private static AssemblyDefinition Read(string assembly) => AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));
}
