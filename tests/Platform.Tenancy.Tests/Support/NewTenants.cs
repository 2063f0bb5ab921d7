using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

internal static class NewTenants
{
    /// <summary>A company of the calling test's own.</summary>
    public static async Task<TenantInfo> NewTenantAsync(this TestHost host, string name = "Test")
    {
        var id = await host.RunAsync(null, null, services => services.GetRequiredService<ICompanyCreationService>().CreateAsync(Samples.New(name)));
        return (await host.RunAsync(null, null, services => services.GetRequiredService<ITenantStore>().FindByIdAsync(id))).ShouldNotBeNull();
    }
}
