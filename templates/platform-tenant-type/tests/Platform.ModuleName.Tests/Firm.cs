using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.ModuleName.Tests;

/// <summary>A firm of the test's own that acts in the company of a client with what was granted.</summary>
internal sealed class Firm(TestHost host, TenantInfo firm, TenantInfo client)
{
    private static readonly string[] Granted = [ModuleNamePermissions.Matters.Default, ModuleNamePermissions.Matters.Edit];

    public string Name => firm.Name;

    public static async Task<Firm> NewAsync(TestHost host, TenantInfo? client = null) =>
        new(host, await CompanyAsync(host, ModuleNameTenantType.Name), client ?? await CompanyAsync(host, TenantTypes.Sme));

    public Task<Firm> OtherOfSameClientAsync() => NewAsync(host, client);

    public static async Task<TenantInfo> CompanyAsync(TestHost host, string type)
    {
        var address = new AddressDto { Street = "Rue Auguste Comte", PostalCode = "69002", Town = "Lyon", Country = "FR" };
        var input = new CreateCompanyDto { Name = $"{type} {Guid.CreateVersion7():N}", TenantType = type, Address = address, Language = "en", Color = "#475569" };
        var id = await host.RunAsync(null, null, s => s.GetRequiredService<ICompanyCreationService>().CreateAsync(input));
        return (await host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindByIdAsync(id)))!;
    }

    public async Task<T> RunAsync<T>(Func<MatterAppService, Task<T>> work, params string[] scopes)
    {
        var person = await host.PersonAsync("awa");
        var engaged = new Engaged(firm, client.Id, (scopes.Length > 0 ? scopes : Granted).ToHashSet());
        return await host.RunAsync(client, person with { ActingFor = engaged }, s => work(s.GetRequiredService<MatterAppService>()));
    }

    public Task<MatterDto> OpenAsync(string subject) => RunAsync(s => s.OpenAsync(new OpenMatterDto { Subject = subject }));
}
