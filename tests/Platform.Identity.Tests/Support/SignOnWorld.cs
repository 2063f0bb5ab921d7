using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Identity.Tests;

/// <summary>A company with a provider of its own, its administrator, and people who link and sign in there.</summary>
internal sealed partial class SignOnWorld(World world, TestProvider provider, TenantInfo company, Person administrator)
{
    public const string Subject = "subject-1";

    public World World => world;

    public TestProvider Provider => provider;

    public TenantInfo Company => company;

    public Person Administrator => administrator;

    public static async Task<SignOnWorld> StartAsync(World world, TestProvider provider, SignOnFactor factor = SignOnFactor.ByPolicy, bool invited = false)
    {
        var company = await world.CompanyAsync();
        var it = new SignOnWorld(world, provider, company, await world.PersonAsync(company, StandardRoles.Administrator));
        await it.SetAsync(i => i with { Factor = factor, LetsInvitedIn = invited });
        return it;
    }

    public Task SetAsync(Func<SignOnProviderInput, SignOnProviderInput> change) => world.AsAsync<ISignOnProviderAppService>(
        company, administrator, p => p.SetAsync(SettingPlace.Entity, change(Input(provider))));

    public static SignOnProviderInput Input(TestProvider provider) => new(
        "Provider", provider.Issuer, TestProvider.ClientId, TestProvider.Secret, null, SignOnPolicy.Allowed, SignOnFactor.ByPolicy, LetsInvitedIn: false);

    /// <summary>A member who has linked.</summary>
    public async Task<Person> LinkedAsync(string subject = Subject, params TenantInfo[] alsoIn)
    {
        var person = await world.PersonAsync(company, StandardRoles.Reader);
        foreach (var other in alsoIn)
            await world.JoinAsync(person, other, StandardRoles.Reader);
        using var browser = await SignedInAsync(person);
        using var linked = await ReturnAsync(browser, await LinkAsync(browser), subject);
        linked.Headers.Location!.ToString().ShouldBe("/account/links", await linked.Content.ReadAsStringAsync());
        return person;
    }

    public async Task<Browser> SignedInAsync(Person person)
    {
        var browser = new Browser(world);
        using var answer = await browser.SignInAsync(person.Email, Person.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>Presses "Link".</summary>
    public async Task<Question> LinkAsync(Browser browser)
    {
        var id = (await world.AsAsync<ISignOnService, SignOnOffer?>(null, null, s => s.FindAsync(company.Slug)))!.ProviderId;
        using var answer = await browser.PostAsync("/account/links", $"/account/links?handler=Link&id={id}");
        var page = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        return Question.Read(WebUtility.HtmlDecode(LeaveLink().Match(page).Groups[1].Value));
    }

    /// <summary>Presses "Sign in with".</summary>
    public async Task<Question> GoAsync(Browser browser, string query = "")
    {
        using var answer = await browser.GetAsync($"/account/sso/{company.Slug}?handler=Go{query}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return Question.Read(answer.Headers.Location!.ToString());
    }

    /// <summary>Comes back from the provider, which says that this is the subject.</summary>
    public Task<HttpResponseMessage> ReturnAsync(Browser browser, Question question, string subject = Subject, Action<System.Text.Json.Nodes.JsonObject>? claims = null)
    {
        var token = provider.Claims(subject, question.Nonce, world.Clock.GetUtcNow());
        claims?.Invoke(token);
        return browser.GetAsync(question.Answer(provider.Prepare(provider.Sign(token))));
    }

    public async Task<Browser> EnteredAsync(string subject = Subject)
    {
        var browser = new Browser(world);
        using var answer = await ReturnAsync(browser, await GoAsync(browser), subject);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        browser.SessionKey.ShouldNotBeNull();
        return browser;
    }

    /// <summary>Reasons of failures on record in the company's trail.</summary>
    public IReadOnlyList<string?> Failures => [.. world.Audit.Of("Identity.SignOn.Failed").Where(r => r.TenantId == company.Id).Select(r => r.Changes[0].New)];

    public Task<int> LinksAsync() => world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().SignOnProviders.Where(p => p.PlaceId == company.Id)
        .Join(s.GetRequiredService<IdentityDbContext>().SignOnLinks, p => p.Id, l => l.ProviderId, (_, l) => l).CountAsync());

    [GeneratedRegex("id=\"leave\"[^>]*href=\"([^\"]+)\"")]
    private static partial Regex LeaveLink();
}

/// <summary>Where the browser is sent.</summary>
internal sealed record Question(string Path, string State, string Nonce, IReadOnlyDictionary<string, string> Parameters)
{
    public static Question Read(string address)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query).ToDictionary(q => q.Key, q => q.Value.ToString());
        return new Question(new Uri(query["redirect_uri"]).AbsolutePath, query["state"], query["nonce"], query);
    }

    public string Answer(string code, string more = "") => $"{Path}?code={code}&state={State}{more}";
}
