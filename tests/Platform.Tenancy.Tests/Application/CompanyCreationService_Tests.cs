using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-01")]
public sealed class CompanyCreationService_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task Demonstration_Companies_AreSeededOnceWithTheirTypes(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var nova = await host.CompanyAsync("nova");
        (nova.Name, nova.VatNumber, nova.TenantType).ShouldBe(("Atelier Nova SRL", "BE0764183519", TenantTypes.Sme));
        (await host.CompanyAsync("fiducia")).TenantType.ShouldBe(TenantTypes.Accountant);
        await host.RunAsync(null, null, s => SeedAgainAsync(s));
        (await host.CompanyAsync("nova")).Id.ShouldBe(nova.Id);
    }

    [Theory, Databases]
    public async Task CreateAsync_SameNameTwice_NumbersTheSlug(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var name = $"Société {Guid.CreateVersion7():N}"[..24];
        var slugs = new[] { (await host.NewTenantAsync(name)).Slug, (await host.NewTenantAsync(name)).Slug };
        slugs[1].ShouldBe($"{slugs[0]}-2");
    }

    [Theory, Databases]
    public async Task CreateAsync_UnknownTypeOrTakenSlug_IsRefusedAtItsField(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        (await RefusedAsync(host, Samples.New("X", tenantType: "bank"))).ShouldBe(("TenantType", TenancyErrorCodes.TenantTypeUnknown));
        (await RefusedAsync(host, Samples.New("X", slug: "nova"))).ShouldBe(("Slug", TenancyErrorCodes.SlugTaken));
        (await RefusedAsync(host, Samples.New("X", slug: "../x"))).ShouldBe(("Slug", TenancyErrorCodes.SlugFormat));
    }

    [Fact]
    public async Task CreateAsync_NewCompany_TellsHandlersInsideIt()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, s => s.AddSingleton<Told>().AddTransient<ILocalEventHandler<CompanyCreatedEto>, Handler>()));
        var tenant = await host.NewTenantAsync();
        var (told, current) = host.Services.GetRequiredService<Told>().Last;
        told.ShouldBe(new CompanyCreatedEto(tenant.Id, tenant.Slug, TenantTypes.Sme));
        current.ShouldBe(tenant.Id);
    }

    private static Task SeedAgainAsync(IServiceProvider services) =>
        services.GetServices<IDataSeedContributor>().OfType<DemonstrationCompanies>().Single()
            .SeedAsync(new DataSeedContext(Demonstration: true), CancellationToken.None);

    private static async Task<(string, string)> RefusedAsync(TestHost host, CreateCompanyDto input)
    {
        var refused = await Should.ThrowAsync<InputException>(() =>
            host.RunAsync(null, null, services => services.GetRequiredService<ICompanyCreationService>().CreateAsync(input)));
        var error = refused.Errors.ShouldHaveSingleItem();
        return (error.Field, error.Code);
    }

    private sealed class Told
    {
        public (CompanyCreatedEto? Event, Guid? Current) Last { get; set; }
    }

    private sealed class Handler(Told told, ICurrentTenant tenant) : ILocalEventHandler<CompanyCreatedEto>
    {
        public Task HandleAsync(CompanyCreatedEto eventData, CancellationToken cancellationToken)
        {
            told.Last = (eventData, tenant.Id);
            return Task.CompletedTask;
        }
    }
}
