using System.Reflection;
using Platform.EntityFrameworkCore;

namespace Platform.Migrations;

internal static class ContextFinder
{
    public static Type Find(string module)
    {
        var contexts = Directory.GetFiles(AppContext.BaseDirectory, "Platform.*.dll")
            .SelectMany(file => Assembly.LoadFrom(file).GetTypes())
            .Where(type => !type.IsAbstract && typeof(PlatformDbContext).IsAssignableFrom(type))
            .ToList();
        return contexts.Find(type => type.Name == $"{module}DbContext")
            ?? throw new ScaffoldException(
                $"The host has no {module}DbContext. Known: {string.Join(", ", contexts.Select(type => type.Name[..^"DbContext".Length]).Order())}");
    }
}
