using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Kernel;

/// <summary>
/// A module of the application (ABP: AbpModule). The host names one root module; everything it depends on is found through
/// <see cref="DependsOnAttribute"/>, each once, dependencies first.
/// </summary>
public abstract class PlatformModule
{
    /// <summary>
    /// Registers services. Runs after the same method of every module this one depends on. Types marked with
    /// <see cref="ITransientDependency"/>, <see cref="IScopedDependency"/> or <see cref="ISingletonDependency"/> in this
    /// module's assembly are registered already.
    /// </summary>
    public virtual void ConfigureServices(ServiceConfigurationContext context)
    {
    }

    /// <summary>
    /// Runs once per host start, after the database is migrated and seeded and before the first request, dependencies first.
    /// An exception stops the start.
    /// </summary>
    public virtual Task OnApplicationInitializationAsync(IServiceProvider services) => Task.CompletedTask;
}

/// <summary>Names modules that must be configured before the one it stands on (ABP: DependsOn).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class DependsOnAttribute(params Type[] modules) : Attribute
{
    /// <summary>Module types, each derived from <see cref="PlatformModule"/>.</summary>
    public IReadOnlyList<Type> Modules { get; } = modules;
}

/// <summary>What a module sees while it registers services.</summary>
/// <param name="Services">The one service collection of the host.</param>
/// <param name="Configuration">The host's configuration, complete.</param>
/// <param name="EnvironmentName">"Development", "Production" or another name of the host's environment.</param>
public sealed record ServiceConfigurationContext(IServiceCollection Services, IConfiguration Configuration, string EnvironmentName)
{
    /// <summary>True in the environment "Development", where demonstration data and captured mail may be shown.</summary>
    public bool IsDevelopment => string.Equals(EnvironmentName, "Development", StringComparison.Ordinal);
}
