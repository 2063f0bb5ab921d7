using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Notary.Tests;

/// <summary>A client of the test's own, and offices that act in it with what was granted.</summary>
internal sealed class Office(TestHost host, TenantInfo client)
{
    public static readonly string[] Granted = [NotaryPermissions.Deeds.Default, NotaryPermissions.Deeds.Prepare];

    public static async Task<Office> OfNewClientAsync(TestHost host) => new(host, await CompanyAsync(host, TenantTypes.Sme));

    public static async Task<TenantInfo> CompanyAsync(TestHost host, string type)
    {
        var address = new AddressDto { Street = "Rue Auguste Comte", PostalCode = "69002", Town = "Lyon", Country = "FR" };
        var input = new CreateCompanyDto { Name = $"{type} {Guid.CreateVersion7():N}", TenantType = type, Address = address, Language = "en", Color = "#475569" };
        var id = await host.RunAsync(null, null, s => s.GetRequiredService<ICompanyCreationService>().CreateAsync(input));
        return (await host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindByIdAsync(id)))!;
    }

    public async Task<T> RunAsync<T>(TenantInfo firm, Func<DeedAppService, Task<T>> work, params string[] scopes)
    {
        var ines = await host.PersonAsync("ines");
        var engaged = new Engaged(firm, client.Id, (scopes.Length > 0 ? scopes : Granted).ToHashSet());
        return await host.RunAsync(client, ines with { ActingFor = engaged }, s => work(s.GetRequiredService<DeedAppService>()));
    }

    public Task<DeedDto> OpenAsync(TenantInfo firm, string reference) =>
        RunAsync(firm, s => s.OpenAsync(new OpenDeedDto { Reference = reference, Kind = DeedKind.Lease, Subject = "Lease of the workshop" }));
}
