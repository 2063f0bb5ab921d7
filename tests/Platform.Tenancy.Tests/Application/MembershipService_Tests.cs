using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-02")]
public sealed class MembershipService_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task AddAsync_Twice_MakesOneMember(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (tenant, person) = (await host.NewTenantAsync(), Guid.CreateVersion7());
        await InAsync(host, tenant, m => m.AddAsync(person));
        await InAsync(host, tenant, m => m.AddAsync(person));
        (await host.RunAsync(tenant, null, s => Of(s).GetMembersAsync())).ShouldBe([person]);
        (await StoreAsync(host, s => s.IsMemberAsync(person, tenant.Id))).ShouldBeTrue();
    }

    [Theory, Databases]
    public async Task RemoveAsync_Member_IsGoneAtOnceEverywhere(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (tenant, person) = (await host.NewTenantAsync(), Guid.CreateVersion7());
        await InAsync(host, tenant, m => m.AddAsync(person));
        await InAsync(host, tenant, m => m.RemoveAsync(person));
        (await StoreAsync(host, s => s.IsMemberAsync(person, tenant.Id))).ShouldBeFalse();
        (await StoreAsync(host, s => s.GetListForUserAsync(person))).ShouldBeEmpty();
        (await host.RunAsync(tenant, null, s => Of(s).GetMembersAsync())).ShouldBeEmpty();
        (await host.RunAsync(null, null, s => Of(s).GetHomeAsync(person))).ShouldBeNull();
    }

    [Theory, Databases]
    public async Task AddAsync_AfterRemoval_ResumesTheMembership(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (tenant, person) = (await host.NewTenantAsync(), Guid.CreateVersion7());
        await InAsync(host, tenant, m => m.AddAsync(person));
        await InAsync(host, tenant, m => m.RemoveAsync(person));
        await InAsync(host, tenant, m => m.AddAsync(person));
        (await host.RunAsync(null, null, s => Of(s).GetTenantIdsAsync(person))).ShouldBe([tenant.Id]);
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task GetMembersAsync_OtherCompany_ShowsOnlyItsOwn(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (one, other) = (await host.NewTenantAsync(), await host.NewTenantAsync());
        var person = Guid.CreateVersion7();
        await InAsync(host, one, m => m.AddAsync(person));
        (await host.RunAsync(other, null, s => Of(s).GetMembersAsync())).ShouldBeEmpty();
        await InAsync(host, other, m => m.RemoveAsync(person));
        (await StoreAsync(host, s => s.IsMemberAsync(person, one.Id))).ShouldBeTrue();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-04")]
    public async Task MarkUsedAsync_OtherCompany_BecomesHome(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (one, other) = (await host.NewTenantAsync(), await host.NewTenantAsync());
        var person = Guid.CreateVersion7();
        foreach (var tenant in new[] { one, other })
            await InAsync(host, tenant, m => m.AddAsync(person));
        await InAsync(host, one, m => m.MarkUsedAsync(person));
        (await host.RunAsync(null, null, s => Of(s).GetHomeAsync(person))).ShouldBe(one);
        await InAsync(host, other, m => m.MarkUsedAsync(person));
        (await host.RunAsync(null, null, s => Of(s).GetHomeAsync(person))).ShouldBe(other);
    }

    [Theory, Databases]
    public async Task AddAsync_WithoutCompany_IsRefused(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        await Should.ThrowAsync<InvalidOperationException>(() => host.RunAsync(null, null, s => Of(s).AddAsync(Guid.CreateVersion7())));
    }

    private static IMembershipService Of(IServiceProvider services) => services.GetRequiredService<IMembershipService>();

    private static Task InAsync(TestHost host, TenantInfo tenant, Func<IMembershipService, Task> work) =>
        host.RunAsync(tenant, null, services => work(Of(services)));

    private static Task<T> StoreAsync<T>(TestHost host, Func<ITenantStore, Task<T>> work) =>
        host.RunAsync(null, null, services => work(services.GetRequiredService<ITenantStore>()));
}
