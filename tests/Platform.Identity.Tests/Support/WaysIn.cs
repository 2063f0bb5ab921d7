using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Platform.Kernel;

namespace Platform.Identity.Tests;

/// <summary>A way of signing in, of a person who works in a company of their own.</summary>
/// <param name="Name">In messages.</param>
/// <param name="Company">Where.</param>
/// <param name="Person">Who.</param>
/// <param name="Succeeded">Act in the trail.</param>
/// <param name="Failed">Act in the trail.</param>
/// <param name="EnterAsync">
/// Comes from an address and opens the company: "in", "refused", or what stands in between: the page that the browser is led to, or the code
/// that the API answers.
/// </param>
internal sealed record WayIn(string Name, TenantInfo Company, Guid Person, string Succeeded, string Failed, Func<string, Task<string>> EnterAsync);

/// <summary>Every way there is.</summary>
internal static class WaysIn
{
    public const string In = "in";
    public const string Refused = "refused";

    public static async Task<IReadOnlyList<WayIn>> AllAsync(World world, TestProvider provider) =>
    [
        await PasswordAsync(world), await PasskeyAsync(world), await SignOnAsync(world, provider), await LinkAsync(world), await TokenAsync(world), await RecoveryAsync(world),
    ];

    private static async Task<WayIn> PasswordAsync(World world)
    {
        var (company, person) = await PersonAsync(world);
        return new("password", company, person.Id, "Identity.SignIn.Succeeded", "Identity.SignIn.Failed", async address =>
        {
            using var browser = At(world, address);
            using var answer = await browser.SignInAsync(person.Email, Person.Password);
            return await WhereAsync(browser, company);
        });
    }

    private static async Task<WayIn> PasskeyAsync(World world)
    {
        var company = await world.CompanyAsync();
        var (person, key, own) = await PasskeyPages.PersonAsync(world);
        own.Dispose();
        await world.JoinAsync(person, company, StandardRoles.Reader);
        return new("passkey", company, person.Id, "Identity.Passkey.SignedIn", "Identity.Passkey.Failed", async address =>
        {
            using var browser = At(world, address);
            using var answer = await PasskeyPages.AnswerAsync(world, browser, "/account/sign-in", key);
            return await WhereAsync(browser, company);
        });
    }

    private static async Task<WayIn> SignOnAsync(World world, TestProvider provider)
    {
        var it = await SignOnWorld.StartAsync(world, provider);
        var person = await it.LinkedAsync();
        return new("single sign-on", it.Company, person.Id, "Identity.SignOn.SignedIn", "Identity.SignOn.Failed", async address =>
        {
            using var browser = At(world, address);
            using var answer = await it.ReturnAsync(browser, await it.GoAsync(browser));
            return await WhereAsync(browser, it.Company);
        });
    }

    private static async Task<WayIn> LinkAsync(World world)
    {
        var login = await world.OldLoginAsync(withPassword: false);
        var link = await NextAsync();
        return new("link of an old login", login.Company, login.UserId, "Identity.Legacy.LinkUsed", RefusalActs.Link, async address =>
        {
            using var browser = At(world, address);
            using (var page = await browser.GetAsync(link))
            {
                if (page.StatusCode != HttpStatusCode.OK)
                    return Refused;
            }

            using (await browser.PostAsync(link, link))
            {
            }

            using (await browser.PostAsync("/account/migration", "/account/migration?handler=Later"))
            {
            }

            link = await NextAsync();
            return await WhereAsync(browser, login.Company);
        });

        async Task<string> NextAsync()
        {
            var sent = world.Mail.To(login.Known).Count;
            await world.AsAsync<IPasswordResetAppService>(null, null, r => r.RequestAsync(login.Login));
            await world.Mail.WaitForAsync(login.Known, sent + 1);
            return $"/account/legacy/{world.Mail.TokenFor(login.Known, "/account/legacy/")}";
        }
    }

    private static async Task<WayIn> TokenAsync(World world)
    {
        var (company, person) = await PersonAsync(world);
        var token = (await world.AsAsync<IApiTokenAppService, CreatedApiTokenDto>(null, person, t => t.CreateAsync(new CreateApiTokenDto("Till", null, null, 365)))).Token;
        return new("API token", company, person.Id, "Identity.ApiToken.Used", RefusalActs.Token, async address =>
        {
            using var client = world.Host.CreateClient(token);
            client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            using var answer = await client.GetAsync(new Uri($"/api/t/{company.Slug}/company", UriKind.Relative));
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => In,
                HttpStatusCode.Unauthorized => Refused,
                _ => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!,
            };
        });
    }

    private static async Task<WayIn> RecoveryAsync(World world)
    {
        var (company, person) = await PersonAsync(world);
        using var own = await world.SignedInAsync(person, Places.Office);
        var codes = new Queue<string>((await App.SetUpAsync(world, own)).Codes);
        return new("recovery code", company, person.Id, "Identity.SecondFactor.Succeeded", "Identity.SignIn.Failed", async address =>
        {
            using var browser = At(world, address);
            using (var password = await browser.SignInAsync(person.Email, Person.Password))
            {
                if (password.StatusCode != HttpStatusCode.Redirect)
                    return Refused;
            }

            using var answer = await browser.PostAsync("/account/code", "/account/code", ("Code", codes.Dequeue()));
            return await WhereAsync(browser, company);
        });
    }

    private static async Task<(TenantInfo Company, Person Person)> PersonAsync(World world)
    {
        var company = await world.CompanyAsync();
        return (company, await world.PersonAsync(company, StandardRoles.Reader));
    }

    private static Browser At(World world, string address)
    {
        var browser = new Browser(world);
        browser.MoveTo(address);
        return browser;
    }

    private static async Task<string> WhereAsync(Browser browser, TenantInfo company)
    {
        if (browser.SessionKey is null)
            return Refused;
        using var page = await browser.GetAsync($"/t/{company.Slug}");
        return page.StatusCode == HttpStatusCode.OK ? In : page.Headers.Location!.ToString().Split('?')[0].Replace($"/t/{company.Slug}", "", StringComparison.Ordinal);
    }
}
