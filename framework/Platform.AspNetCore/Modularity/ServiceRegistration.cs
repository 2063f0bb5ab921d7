using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.AspNetCore;

internal static class ServiceRegistration
{
    public static void AddPlatformCore(this IServiceCollection services, IConfiguration configuration, ModuleCatalog catalog, bool isDevelopment)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddConventionalServices(typeof(PlatformModule).Assembly);
        services.AddConventionalServices(typeof(PlatformApplication).Assembly);
        services.AddSingleton<PermissionCatalog>();
        services.AddSingleton<SettingCatalog>();
        services.AddPlatformDatabase(configuration);
        AddModules(services, catalog);
        services.AddPlatformSecurity(configuration);
        services.AddRequestLimits(configuration);
        services.AddPlatformLocalization();
        services.AddPlatformJobs(configuration);
        services.AddPlatformMail(configuration);
        services.AddPlatformSms(configuration, isDevelopment);
        services.AddPlatformOperations(configuration);
        AddWeb(services, catalog);
    }

    private static void AddModules(IServiceCollection services, ModuleCatalog catalog)
    {
        foreach (var assembly in catalog.Assemblies.SelectMany(WithContracts).Distinct())
        {
            services.AddConventionalServices(assembly);
        }
    }

    // Definition providers stand in Contracts, which hold no module class of their own.
    private static IEnumerable<System.Reflection.Assembly> WithContracts(System.Reflection.Assembly assembly) =>
        assembly.GetReferencedAssemblies()
            .Where(name => name.Name is { } n && n.StartsWith("Platform.", StringComparison.Ordinal) && n.EndsWith(".Contracts", StringComparison.Ordinal))
            .Select(System.Reflection.Assembly.Load)
            .Append(assembly);

    private static void AddWeb(IServiceCollection services, ModuleCatalog catalog)
    {
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddProblemDetails();
        services.AddExceptionHandler<PlatformExceptionHandler>();
        services.AddOpenApi("v1", o => o.AddDocumentTransformer<BearerSecurityTransformer>());
        var mvc = services.AddRazorPages(o => o.Conventions.ConfigureFilter(new UnitOfWorkPageFilter()));
        mvc.AddViewLocalization();
        mvc.AddMvcOptions(o => o.Filters.Add<ForgeryFilter>());
        mvc.ConfigureApplicationPartManager(parts =>
        {
            foreach (var assembly in catalog.Assemblies.Where(a => parts.ApplicationParts.All(p => p.Name != a.GetName().Name)))
            {
                parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
                parts.ApplicationParts.Add(new AssemblyPart(assembly));
            }
        });
    }
}
