using System.Reflection;

namespace Platform.Kernel;

/// <summary>The modules of a host in the order of their dependencies, each type once. Immutable.</summary>
internal sealed class ModuleCatalog
{
    private ModuleCatalog(IReadOnlyList<PlatformModule> modules) => Modules = modules;

    /// <summary>All modules, dependencies before those who need them.</summary>
    public IReadOnlyList<PlatformModule> Modules { get; }

    /// <summary>The assemblies of the modules and of the contracts they bring, in module order, each once.</summary>
    public IReadOnlyList<Assembly> Assemblies => [.. Modules.Select(m => m.GetType().Assembly).Distinct()];

    /// <summary>Finds every module reachable from <paramref name="root"/> and sorts them.</summary>
    /// <exception cref="InvalidOperationException">A circle, named module by module, or a type that is no module.</exception>
    public static ModuleCatalog Load(Type root)
    {
        var sorted = new List<Type>();
        Visit(root, sorted, []);
        return new ModuleCatalog([.. sorted.Select(t => (PlatformModule)Activator.CreateInstance(t, nonPublic: true)!)]);
    }

    private static void Visit(Type type, List<Type> sorted, IReadOnlyList<Type> path)
    {
        if (sorted.Contains(type))
        {
            return;
        }

        if (!typeof(PlatformModule).IsAssignableFrom(type))
        {
            throw new InvalidOperationException($"{type.FullName} is named in DependsOn but does not derive from PlatformModule.");
        }

        if (path.Contains(type))
        {
            throw new InvalidOperationException($"Modules depend on each other in a circle: {string.Join(" -> ", path.Append(type).Select(t => t.Name))}.");
        }

        foreach (var dependency in type.GetCustomAttributes<DependsOnAttribute>().SelectMany(a => a.Modules))
        {
            Visit(dependency, sorted, [.. path, type]);
        }

        sorted.Add(type);
    }
}
