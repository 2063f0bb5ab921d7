using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

[Trait("Req", "TEN-01")]
public sealed class CompanyAppService_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task UpdateAsync_Administrator_IsStoredNormalised(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (nova, amelie) = (await host.CompanyAsync("nova"), await host.PersonAsync("amelie@lefevre.example"));
        var before = await host.RunAsync(nova, amelie, s => Of(s).GetAsync());
        var town = before.Address.Town == "Namur" ? "Liège" : "Namur";
        var change = Change(before) with { VatNumber = "be 0764.183.519", Address = before.Address with { Town = $" {town} " } };
        await host.RunAsync(nova, amelie, s => Of(s).UpdateAsync(change));
        var after = await host.RunAsync(nova, amelie, s => Of(s).GetAsync());
        (after.VatNumber, after.Address.Town).ShouldBe(("BE0764183519", town));
        after.ConcurrencyStamp.ShouldNotBe(before.ConcurrencyStamp);
    }

    [Theory, Databases]
    public async Task UpdateAsync_ChangedByAnotherInBetween_IsRefused(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (nova, amelie) = (await host.CompanyAsync("nova"), await host.PersonAsync("amelie@lefevre.example"));
        var before = await host.RunAsync(nova, amelie, s => Of(s).GetAsync());
        var stale = Change(before) with { ConcurrencyStamp = Guid.CreateVersion7() };
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => host.RunAsync(nova, amelie, s => Of(s).UpdateAsync(stale)));
        (await host.RunAsync(nova, amelie, s => Of(s).GetAsync())).ConcurrencyStamp.ShouldBe(before.ConcurrencyStamp);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task UpdateAsync_Bookkeeper_IsDeniedButMayRead(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (lefevre, camille) = (await host.CompanyAsync("lefevre"), await host.PersonAsync("camille@lefevre.example"));
        var company = await host.RunAsync(lefevre, camille, s => Of(s).GetAsync());
        await Should.ThrowAsync<PermissionDeniedException>(() => host.RunAsync(lefevre, camille, s => Of(s).UpdateAsync(Change(company))));
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task GetAsync_InACompanyThatIsNotTheirs_IsDenied(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (nova, camille) = (await host.CompanyAsync("nova"), await host.PersonAsync("camille@lefevre.example"));
        await Should.ThrowAsync<PermissionDeniedException>(() => host.RunAsync(nova, camille, s => Of(s).GetAsync()));
    }

    [Theory, Databases]
    [Trait("Req", "TEN-02")]
    public async Task GetMineAsync_Search_FindsByNameAndVatNumber(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var amelie = await host.PersonAsync("amelie@lefevre.example");
        (await FindAsync(host, amelie, null)).ShouldBe(["nova", "lefevre"]);
        (await FindAsync(host, amelie, "LEFEVRE")).ShouldBe(["lefevre"]);
        (await FindAsync(host, amelie, "0764 183")).ShouldBe(["nova"]);
        (await FindAsync(host, amelie, "fiducia")).ShouldBeEmpty();
        (await FindAsync(host, CurrentUserInfo.None, null)).ShouldBeEmpty();
    }

    private static ICompanyAppService Of(IServiceProvider services) => services.GetRequiredService<ICompanyAppService>();

    private static async Task<string[]> FindAsync(TestHost host, CurrentUserInfo user, string? search) =>
        [.. (await host.RunAsync(null, user, s => Of(s).GetMineAsync(search))).Select(c => c.Slug)];

    private static UpdateCompanyDto Change(CompanyDto company) => new()
    {
        Name = company.Name,
        VatNumber = company.VatNumber,
        CompanyNumber = company.CompanyNumber,
        Address = company.Address,
        Contact = company.Contact,
        Language = company.Language,
        Color = company.Color,
        ConcurrencyStamp = company.ConcurrencyStamp,
    };
}
