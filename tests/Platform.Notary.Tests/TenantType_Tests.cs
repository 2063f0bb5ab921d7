using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Tenancy;

namespace Platform.Notary.Tests;

/// <summary>The module alone makes notaries' offices a kind of company that others engage.</summary>
[Trait("Req", "TEN-10")]
public sealed class TenantType_Tests(TestHosts hosts)
{
    [Theory, Databases]
    [Trait("Req", "TEN-01")]
    public async Task Company_OfTheNewType_IsMadeAndShowsIt(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        host.Services.GetRequiredService<TenantTypeCatalog>().Contains("notary").ShouldBeTrue();
        (await Office.CompanyAsync(host, "notary")).TenantType.ShouldBe("notary");
        using var ines = await TestBrowser.SignInAsync(host, DemoPeople.Email("ines"));
        (await ines.OpenAsync("/t/carpentier/settings/company")).QuerySelector("main")!.TextContent.ShouldContain("Notary’s office");
    }

    [Theory, Databases]
    public async Task EngagementPages_Always_OfferTheNewKindWithItsRights(TestDatabase database)
    {
        using var amelie = await TestBrowser.SignInAsync(await hosts.GetAsync(database), DemoPeople.Email("amelie"));
        (await amelie.OpenAsync("/t/lefevre/settings/engagements")).QuerySelector("main a[href$='kind=notary']")!.TextContent.ShouldBe("Notary");
        var page = await amelie.OpenAsync("/t/lefevre/settings/engagements/new?kind=notary&q=carpentier");
        page.QuerySelector("#p-firms")!.TextContent.ShouldContain("Étude Carpentier, notaires");
        page.QuerySelectorAll("main input[name=Scopes]").Select(i => i.GetAttribute("value")).ShouldContain(NotaryPermissions.Deeds.Prepare);
    }

    [Fact]
    public void Tenancy_Always_KnowsNothingOfNotaries()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(TestEnvironment.Root, "modules", "tenancy"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".resx" or ".csproj" && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        sources.Count.ShouldBeGreaterThan(50);
        sources.Where(f => File.ReadAllText(f).Contains("notar", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }
}
