using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using Platform.Kernel;

namespace Platform.Migrations;

/// <summary>
/// Scaffolds with the Npgsql provider, because SQLite's does not see changed lengths, and keeps what both databases understand.
/// </summary>
internal static class Scaffolder
{
    public static IReadOnlyList<string> Add(Type contextType, string name, string folder)
    {
        RequireChange(contextType);
        using var context = Create(contextType);
        var migration = Scaffold(context, name, contextType.Assembly.GetName().Name!);
        Directory.CreateDirectory(folder);
        return
        [
            Write(folder, migration.MigrationId, migration.MigrationCode),
            Write(folder, migration.MigrationId + ".Designer", migration.MetadataCode),
            Write(folder, migration.SnapshotName, migration.SnapshotCode),
        ];
    }

    // With a context of its own: the check finalizes the snapshot, and the scaffolder then takes it for none and makes every table again.
    private static void RequireChange(Type contextType)
    {
        using var context = Create(contextType);
        if (!context.Database.HasPendingModelChanges())
        {
            throw new ScaffoldException($"The model of {contextType.Name} has not changed since its last migration.");
        }
    }

    private static DbContext Create(Type contextType)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(contextType))!;
        builder.UseNpgsql("Host=localhost");
        var services = new ServiceCollection().AddLogging().AddConventionalServices(typeof(ICurrentTenant).Assembly);
        return (DbContext)ActivatorUtilities.CreateInstance(services.BuildServiceProvider(), contextType, builder.Options);
    }

    private static ScaffoldedMigration Scaffold(DbContext context, string name, string rootNamespace)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // The only way to the provider's design-time services without EF's command-line tool.
        new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>().ScaffoldMigration(name, rootNamespace, "Data.Migrations");
    }

    private static string Write(string folder, string name, string code)
    {
        var file = Path.Combine(folder, name + ".cs");
        File.WriteAllText(file, Neutral.Code(code));
        return file;
    }
}
