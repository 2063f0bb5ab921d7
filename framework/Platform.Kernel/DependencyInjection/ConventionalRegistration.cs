using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Kernel;

/// <summary>The one scanner behind the dependency markers: plain registrations, no proxies.</summary>
internal static class ConventionalRegistration
{
    private static readonly Type[] Markers =
        [typeof(ITransientDependency), typeof(IScopedDependency), typeof(ISingletonDependency), typeof(IApplicationService)];

    /// <summary>
    /// Registers every concrete, non-generic class of the assembly that bears a marker, also through an interface that inherits
    /// one. The class and all its Platform interfaces resolve to the same object within its lifetime.
    /// </summary>
    public static IServiceCollection AddConventionalServices(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }))
        {
            if (LifetimeOf(type) is { } lifetime)
            {
                Register(services, type, lifetime);
            }
        }

        return services;
    }

    private static ServiceLifetime? LifetimeOf(Type type) =>
        typeof(ISingletonDependency).IsAssignableFrom(type) ? ServiceLifetime.Singleton
        : typeof(IScopedDependency).IsAssignableFrom(type) ? ServiceLifetime.Scoped
        : typeof(ITransientDependency).IsAssignableFrom(type) ? ServiceLifetime.Transient
        : null;

    private static void Register(IServiceCollection services, Type type, ServiceLifetime lifetime)
    {
        if (services.Any(s => s.ServiceType == type))
        {
            return;
        }

        services.Add(new ServiceDescriptor(type, type, lifetime));
        foreach (var service in type.GetInterfaces().Where(IsService))
        {
            services.Add(new ServiceDescriptor(service, provider => provider.GetRequiredService(type), lifetime));
        }
    }

    private static bool IsService(Type type) =>
        !Markers.Contains(type) && type.Namespace?.StartsWith("Platform", StringComparison.Ordinal) == true;
}
