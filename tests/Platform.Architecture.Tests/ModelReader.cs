using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Platform.EntityFrameworkCore;
using Platform.TestBase;

namespace Platform.Architecture.Tests;

internal static class ModelReader
{
    /// <summary>Every module's model as the design tools see it.</summary>
    public static IReadOnlyList<(ContextRegistration Registration, IModel Model)> Models(TestHost host)
    {
        using var scope = host.Services.CreateScope();
        return [.. host.Services.GetServices<ContextRegistration>().Select(r => (r, Model(r, scope.ServiceProvider)))];
    }

    private static IModel Model(ContextRegistration registration, IServiceProvider services)
    {
        using var context = registration.CreateUnmanaged(services, false);
        return context.GetService<IDesignTimeModel>().Model;
    }
}
