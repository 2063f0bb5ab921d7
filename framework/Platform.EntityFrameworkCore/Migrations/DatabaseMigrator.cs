using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>
/// Brings the schema of every module up to date and seeds it, once however many hosts start: the others wait for the lock and
/// find nothing to do.
/// </summary>
internal sealed class DatabaseMigrator : ISingletonDependency
{
    private readonly IServiceProvider _services;
    private readonly ILogger<DatabaseMigrator> _logger;

    /// <summary>Created by the container.</summary>
    public DatabaseMigrator(IServiceProvider services, ILogger<DatabaseMigrator> logger) => (_services, _logger) = (services, logger);

    /// <summary>Migrates, secures and seeds under one lock. An exception leaves what is done and releases the lock.</summary>
    public async Task MigrateAsync(DataSeedContext seed, CancellationToken cancellationToken = default)
    {
        var database = _services.GetRequiredService<IDatabase>();
        await database.VerifyRoleAsync(cancellationToken);
        await using var held = await database.LockForMigrationAsync(cancellationToken);
        if (ManagesSchema())
        {
            foreach (var registration in _services.GetServices<ContextRegistration>())
            {
                await MigrateAsync(database, registration, cancellationToken);
            }
        }

        foreach (var type in SeederTypes())
        {
            await SeedAsync(type, seed, cancellationToken);
        }
    }

    private bool ManagesSchema()
    {
        var options = _services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return options.Provider == "Sqlite" || options.OwnerConnectionString.Length > 0;
    }

    private async Task MigrateAsync(IDatabase database, ContextRegistration registration, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        await using var context = registration.CreateUnmanaged(scope.ServiceProvider, true);
        var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count > 0)
        {
            await context.Database.MigrateAsync(cancellationToken);
            _logger.LogInformation("{Module}: applied {Count} migrations, last {Migration}", registration.Prefix, pending.Count, pending[^1]);
        }

        await database.SecureAsync(context, cancellationToken);
    }

    private List<Type> SeederTypes()
    {
        using var scope = _services.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IDataSeedContributor>().Select(s => s.GetType())];
    }

    private async Task SeedAsync(Type type, DataSeedContext seed, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        await ((IDataSeedContributor)scope.ServiceProvider.GetRequiredService(type)).SeedAsync(seed, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().CompleteAsync(cancellationToken);
    }
}
