namespace Platform.Migrations;

internal static class SourceTree
{
    /// <summary>The folder Data/Migrations of the project that the context's assembly is built from.</summary>
    public static string MigrationsFolder(Type context)
    {
        var project = $"{context.Assembly.GetName().Name}.csproj";
        var found = new[] { "framework", "modules" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Root(), folder), project, SearchOption.AllDirectories))
            .SingleOrDefault() ?? throw new ScaffoldException($"{project} stands neither under framework/ nor under modules/.");
        return Path.Combine(Path.GetDirectoryName(found)!, "Data", "Migrations");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new ScaffoldException("Platform.sln was not found above this tool.");
    }
}
