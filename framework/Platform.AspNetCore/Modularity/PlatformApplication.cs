using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>Builds and runs a host from its root module. The host itself is a list of modules and configuration.</summary>
public static class PlatformApplication
{
    /// <summary>Loads the modules below <typeparamref name="TRootModule"/> and wires them into one web application.</summary>
    public static WebApplication Create<TRootModule>(string[] args) where TRootModule : PlatformModule
    {
        var builder = WebApplication.CreateBuilder(args);
        AddDemonstration(builder);
        var catalog = ModuleCatalog.Load(typeof(TRootModule));
        builder.AddPlatformLogging();
        builder.Services.AddSingleton(catalog);
        builder.Services.AddPlatformCore(builder.Configuration, catalog, builder.Environment.IsDevelopment());
        var context = new ServiceConfigurationContext(builder.Services, builder.Configuration, builder.Environment.EnvironmentName);
        foreach (var module in catalog.Modules)
        {
            module.ConfigureServices(context);
        }

        builder.Services.AddMessageHandlers();
        var app = builder.Build();
        app.UsePlatformPipeline();
        foreach (var module in catalog.Modules.OfType<PlatformWebModule>())
        {
            module.MapEndpoints(app);
        }

        return app;
    }

    /// <summary>Migrates, seeds, initialises the modules and serves until stopped.</summary>
    public static async Task RunPlatformAsync(this WebApplication app)
    {
        var demonstration = app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo:Enabled", false);
        await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(new DataSeedContext(demonstration), app.Lifetime.ApplicationStopping);
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules)
        {
            await module.OnApplicationInitializationAsync(app.Services);
        }

        app.Lifetime.ApplicationStarted.Register(() => TellWhereToGo(app));
        await app.RunAsync();
    }

    // Demonstration people have published passwords: their file is not even read outside Development.
    private static void AddDemonstration(WebApplicationBuilder builder)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "demo", "accounts.json");
        if (builder.Environment.IsDevelopment() && builder.Configuration.GetValue("Demo:Enabled", false) && File.Exists(file))
        {
            builder.Configuration.AddJsonFile(file, optional: true, reloadOnChange: false);
        }
    }

    private static void TellWhereToGo(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"Platform is ready: {string.Join(", ", addresses)}");
    }
}
