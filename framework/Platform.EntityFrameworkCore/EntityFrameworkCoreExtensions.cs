using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>Registration of the data layer.</summary>
public static class EntityFrameworkCoreExtensions
{
    /// <summary>
    /// Registers a module's context: scoped, on the connection of the unit of work, migrated at start in module order.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="prefix">The module's table prefix, also the suffix of its migrations history table.</param>
    public static IServiceCollection AddPlatformDbContext<TContext>(this IServiceCollection services, string prefix)
        where TContext : PlatformDbContext
    {
        services.AddSingleton(new ContextRegistration(typeof(TContext), prefix, (provider, asOwner) => Create<TContext>(provider, Options<TContext>(provider, prefix, asOwner))));
        return services.AddScoped(provider =>
        {
            var unitOfWork = provider.GetRequiredService<UnitOfWork>();
            var builder = OptionsBuilder<TContext>(provider, prefix, asOwner: false);
            builder.AddInterceptors(
                provider.GetRequiredService<SaveInterceptor>(),
                ActivatorUtilities.CreateInstance<AuditInterceptor>(provider),
                new CommandInterceptor(unitOfWork),
                ConnectionInterceptor.Instance);
            var context = Create<TContext>(provider, builder.Options);
            context.Held = provider.GetRequiredService<HeldGrants>();
            unitOfWork.Enlist(context);
            return context;
        });
    }

    internal static IServiceCollection AddPlatformDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection("Database");
        services.AddOptions<DatabaseOptions>().Configure(options =>
        {
            options.Provider = section[nameof(DatabaseOptions.Provider)] ?? options.Provider;
            options.ConnectionString = section[nameof(DatabaseOptions.ConnectionString)] ?? options.ConnectionString;
            options.OwnerConnectionString = section[nameof(DatabaseOptions.OwnerConnectionString)] ?? options.OwnerConnectionString;
        });
        services.AddSingleton<IDatabase>(provider =>
        {
            var options = provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<DatabaseOptions>>();
            return options.Value.Provider switch
            {
                "Sqlite" => new SqliteDatabase(options),
                "PostgreSql" => new PostgreSqlDatabase(options),
                var other => throw new InvalidOperationException($"Database:Provider is \"{other}\"; known are \"Sqlite\" and \"PostgreSql\"."),
            };
        });
        services.AddConventionalServices(typeof(EntityFrameworkCoreExtensions).Assembly);
        services.AddScoped<SaveInterceptor>();
        return services.AddPlatformDbContext<KernelDbContext>("Platform");
    }

    private static DbContextOptions<TContext> Options<TContext>(IServiceProvider provider, string prefix, bool asOwner) where TContext : DbContext =>
        OptionsBuilder<TContext>(provider, prefix, asOwner).Options;

    private static DbContextOptionsBuilder<TContext> OptionsBuilder<TContext>(IServiceProvider provider, string prefix, bool asOwner)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        builder.UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>());
        // A failed command throws, and whoever handles the exception logs it.
        builder.ConfigureWarnings(w => w.Log((RelationalEventId.CommandExecuted, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug)));
        provider.GetRequiredService<IDatabase>().Configure(builder, prefix, asOwner);
        return builder;
    }

    private static TContext Create<TContext>(IServiceProvider provider, DbContextOptions<TContext> options) where TContext : DbContext =>
        ActivatorUtilities.CreateInstance<TContext>(provider, options);
}

/// <summary>A context of a module, as the migrator and the tests need it.</summary>
internal sealed record ContextRegistration(Type Type, string Prefix, Func<IServiceProvider, bool, PlatformDbContext> CreateUnmanaged);
