using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Host;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Bench;

/// <summary>The product as its host starts it; only who may do what is not part of the measurement.</summary>
[DependsOn(typeof(HostModule))]
internal sealed class BenchModule : PlatformModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.Replace(ServiceDescriptor.Scoped<IPermissionGrantStore, EverythingGranted>());
        context.Services.Replace(ServiceDescriptor.Scoped<IFreshFactor, AlwaysFresh>());
    }

    private sealed class AlwaysFresh : IFreshFactor
    {
        public Task<bool> IsFreshAsync(CancellationToken cancellationToken = default) => Task.FromResult(true);
    }

    private sealed class EverythingGranted(PermissionCatalog catalog) : IPermissionGrantStore
    {
        public Task<Grants> GetGrantedAsync(Guid userId, Guid tenantId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Grants([GrantBundle.Unlimited(catalog.All.Select(p => p.Name))]));
    }
}
