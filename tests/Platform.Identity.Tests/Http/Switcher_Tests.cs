using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Which companies a person's switcher shows first.</summary>
[Trait("Req", "TEN-02")]
public sealed class Switcher_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Companies_Always_AreFavouritesThenWhatWasOpenedLast(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (first, second, third) = (await world.CompanyAsync(), await world.CompanyAsync(), await world.CompanyAsync());
        var person = await world.PersonAsync(first, StandardRoles.Administrator);
        await world.JoinAsync(person, second, StandardRoles.Administrator);
        await world.JoinAsync(person, third, StandardRoles.Administrator);
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        foreach (var company in new[] { second, third })
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await browser.ReadAsync($"/t/{company.Slug}");
        }

        (await OrderAsync(world, person)).ShouldBe([third.Id, second.Id, first.Id]);
        await SetAsync(world, person, first, true);
        (await OrderAsync(world, person)).ShouldBe([first.Id, third.Id, second.Id]);
        await SetAsync(world, person, first, false);
        (await OrderAsync(world, person)).ShouldBe([third.Id, second.Id, first.Id]);
    }

    [Theory, Databases]
    public async Task Favourite_OfACompanyOfOthers_IsNotFound(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (own, elsewhere) = (await world.CompanyAsync(), await world.CompanyAsync());
        var (person, other) = (await world.PersonAsync(own, StandardRoles.Reader), await world.PersonAsync(own, StandardRoles.Reader));
        await Should.ThrowAsync<EntityNotFoundException>(SetAsync(world, person, elsewhere, true));
        await SetAsync(world, person, own, true);
        (await world.AsAsync<ICompanyAppService, IReadOnlyList<CompanyListItemDto>>(null, person, s => s.GetMineAsync())).ShouldHaveSingleItem().IsFavourite.ShouldBeTrue();
        (await world.AsAsync<ICompanyAppService, IReadOnlyList<CompanyListItemDto>>(null, other, s => s.GetMineAsync())).ShouldHaveSingleItem().IsFavourite.ShouldBeFalse("each has their own");
    }

    private static Task SetAsync(World world, Person person, TenantInfo company, bool isFavourite) =>
        world.AsAsync<ICompanyAppService>(null, person, s => s.SetFavouriteAsync(company.Id, isFavourite));

    private static async Task<IEnumerable<Guid>> OrderAsync(World world, Person person) =>
        (await world.Host.RunAsync(null, person.Info, s => s.GetRequiredService<ITenantStore>().SearchForUserAsync(person.Id, null, 10))).Select(c => c.Company.Id);
}
