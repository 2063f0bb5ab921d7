using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-16")]
public sealed class Country_Tests(CountryHosts hosts) : IClassFixture<CountryHosts>
{
    [Theory, Databases]
    public async Task SignIn_FromAnotherCountry_IsToldOnceToThePersonAndTheAdministrators(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var (admin, person) = (await world.PersonAsync(company, StandardRoles.Administrator), await world.PersonAsync(company, StandardRoles.Reader));
        await SessionAsync(world, person, CountryHosts.Nowhere);
        await SessionAsync(world, person, CountryHosts.France);
        await SessionAsync(world, person, "192.0.2.200");
        world.Mail.To(person.Email).ShouldBeEmpty("neither the first country nor another address there is news");
        await SessionAsync(world, person, CountryHosts.Portugal);
        await SessionAsync(world, person, CountryHosts.Portugal);
        await SessionAsync(world, person, CountryHosts.France);
        var mail = world.Mail.To(person.Email).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Sign-in from a new country");
        mail.Text.ShouldContain("Portugal");
        mail.Text.ShouldContain(CountryHosts.Portugal);
        var alert = (await world.AsAsync<ISecurityAlertAppService, IReadOnlyList<SecurityAlertDto>>(company, admin, a => a.GetListAsync())).ShouldHaveSingleItem();
        (alert.Kind, alert.UserId, alert.Country, alert.Count).ShouldBe(("NewCountry", person.Id, "PT", 1));
        world.Mail.To(admin.Email).ShouldHaveSingleItem().Text.ShouldContain($"{CountryHosts.Portugal} (Portugal)");
    }

    [Theory, Databases]
    public async Task SignIn_FromAnotherCountry_IsWrittenInTheReadersLanguage(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        await world.AsAsync<IAccountAppService>(null, person, a => a.UpdateAsync(new UpdateProfileDto("Alix Durand", "fr")));
        await SessionAsync(world, person, CountryHosts.France);
        await SessionAsync(world, person, CountryHosts.Germany);
        var mail = world.Mail.To(person.Email).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Connexion depuis un nouveau pays");
        mail.Text.ShouldContain("Allemagne");
    }

    [Theory, Databases]
    public async Task SignIn_TwiceAtOnceFromANewCountry_BringsOneMailAndNoFailure(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        await SessionAsync(world, person, CountryHosts.France);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SessionAsync(world, person, CountryHosts.Germany)));
        world.Mail.To(person.Email).ShouldHaveSingleItem();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-13")]
    public async Task Sessions_OverServiceAndPage_SayTheCountryBesideTheAddress(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        await SessionAsync(world, person, CountryHosts.Germany);
        await SessionAsync(world, person, CountryHosts.Nowhere);
        var listed = await world.AsAsync<ISessionAppService, IReadOnlyList<SessionDto>>(null, person, s => s.GetListAsync());
        listed.ToDictionary(s => s.ClientAddress, s => s.Country).ShouldBe(new Dictionary<string, string?> { [CountryHosts.Germany] = "DE", [CountryHosts.Nowhere] = null }, ignoreOrder: true);
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
            (await browser.ReadAsync("/account/sessions")).ShouldContain($"{CountryHosts.Germany} (Germany)");
        using (await browser.GetAsync("/preferences/culture?culture=fr&returnUrl=%2F"))
            (await browser.ReadAsync("/account/sessions")).ShouldContain($"{CountryHosts.Germany} (Allemagne)");
    }

    [Theory]
    [InlineData(CountryHosts.France, "FR")]
    [InlineData("::ffff:198.51.100.1", "DE")]
    [InlineData(CountryHosts.Portugal, "PT")]
    [InlineData(CountryHosts.Nowhere, null)]
    [InlineData("127.0.0.1", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("not an address", null)]
    public async Task Find_Address_GivesItsCountryOrNothing(string? address, string? country)
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        world.Host.Services.GetRequiredService<IAddressCountries>().Find(address).ShouldBe(country);
    }

    [Fact]
    [Trait("Req", "OPS-03")]
    public async Task File_MissingOrDamaged_LeavesCountriesUnknownAndHealthDegraded()
    {
        var damaged = Path.GetTempFileName();
        await File.WriteAllTextAsync(damaged, "no database", TestContext.Current.CancellationToken);
        foreach (var (path, isDegraded) in new[] { ("", false), ("/nowhere/countries.mmdb", true), (damaged, true) })
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(CountryDatabase.PathKey, (string?)path)]).Build();
            using var countries = new CountryDatabase(configuration, NullLogger<CountryDatabase>.Instance);
            countries.Find(CountryHosts.France).ShouldBeNull(path);
            countries.IsUnreadable.ShouldBe(isDegraded, path);
            var health = await new CountryHealthCheck(countries).CheckHealthAsync(new(), TestContext.Current.CancellationToken);
            health.Status.ToString().ShouldBe(isDegraded ? "Degraded" : "Healthy", path);
        }

        File.Delete(damaged);
    }

    private static Task SessionAsync(World world, Person person, string address) => world.Host.RunAsync(
        null, new CurrentUserInfo(ClientAddress: address), s => s.GetRequiredService<ISessionStore>().CreateAsync(person.Id, rememberMe: false, deviceKey: "one"));
}
