using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>Fields nobody offered change nothing: inputs are types of their own.</summary>
[Trait("Req", "IDN-09")]
public sealed class SurplusField_Tests(IdentityHosts hosts)
{
    [Theory, Databases]
    public async Task Role_WithFieldsOfTheRow_IsMadeAsOffered(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (company, other) = (await world.CompanyAsync(), await world.CompanyAsync());
        var person = await world.PersonAsync(company, StandardRoles.Administrator);
        var token = await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Shop", null, null, 30)));
        using var client = world.Host.CreateClient(token.Token);
        var id = Guid.CreateVersion7();
        var input = new { name = "Extra", permissions = new[] { IdentityPermissions.Users.Default }, id, tenantId = other.Id, grantsEverything = true, standardName = StandardRoles.Administrator };
        using var answer = await client.PostAsJsonAsync(new Uri($"/api/t/{company.Slug}/roles", UriKind.Relative), input, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        var roles = await world.AsAsync<IRoleAppService, IReadOnlyList<RoleDto>>(company, person, r => r.GetListAsync());
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            var made = roles.Single(r => r.Name == "Extra");
            (made.GrantsEverything, made.Id == id).ShouldBe((false, false));
            made.Permissions.ShouldBe([IdentityPermissions.Users.Default]);
        }

        roles.Count(r => r.GrantsEverything).ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Profile_WithFieldsOfTheRow_ChangesNothingElse(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var person = await world.PersonAsync();
        using var browser = new Browser(world);
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        using (await browser.PostAsync("/account/profile", "/account/profile", ("Input.Name", "New Name"), ("Input.Language", "en"), ("Input.Email", "other@test.example"), ("Email", "other@test.example"), ("Input.IsActive", "false"), ("Id", $"{Guid.CreateVersion7()}")))
        {
        }

        (await world.SignInAsync(person.Email, Person.Password, world.NewAddress())).ShouldNotBeNull().Email.ShouldBe(person.Email);
    }

    [Theory, Databases]
    public async Task Person_InAnswers_HasNoSecretOfTheRow(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var company = await world.CompanyAsync();
        var person = await world.PersonAsync(company, StandardRoles.Administrator);
        var token = await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Shop", null, null, 30)));
        using var client = world.Host.CreateClient(token.Token);
        foreach (var path in new[] { $"/api/t/{company.Slug}/users", $"/api/t/{company.Slug}/users/{person.Id}", "/api/me", "/api/me/tokens" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            var names = Names(await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).Select(n => n.ToUpperInvariant()).ToList();
            names.ShouldNotBeEmpty(path);
            names.ShouldNotContain(n => n.Contains("HASH") || n.Contains("STAMP") || n == "PASSWORD" || n == "TENANTID" && path.EndsWith("users"), path);
        }
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
