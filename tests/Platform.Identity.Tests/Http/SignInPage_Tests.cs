using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestBase;

namespace Platform.Identity.Tests;

public sealed partial class SignInPage_Tests(IdentityHosts hosts)
{
    [Theory, Databases]
    [Trait("Req", "IDN-02")]
    public async Task Refusal_WhateverTheReason_IsTheSamePage(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (wrong, blocked, inactive) = (await world.PersonAsync(), await world.PersonAsync(), await world.PersonAsync());
        for (var i = 0; i < 6; i++)
        {
            await world.SignInAsync(blocked.Email, "Wrong-guess-1");
        }

        await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users
            .Where(u => u.Id == inactive.Id).ExecuteUpdateAsync(x => x.SetProperty(u => u.IsActive, false)));
        var unknown = await RefusalAsync(world, "stranger@unknown.example");
        unknown.ShouldContain("not accepted");
        foreach (var email in new[] { wrong.Email, blocked.Email, inactive.Email })
        {
            (await RefusalAsync(world, email)).ShouldBe(unknown);
        }
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [Trait("Req", "IDN-01")]
    public async Task ReturnUrl_Elsewhere_IsIgnored(string target)
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        using var browser = new Browser(world);
        using var answer = await browser.SignInAsync((await world.PersonAsync()).Email, Person.Password, $"?returnUrl={Uri.EscapeDataString(target)}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldNotContain("evil");
    }

    [Fact]
    [Trait("Req", "IDN-01")]
    public async Task ProtectedPage_Stranger_IsLedToTheSignInPageAndBack()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        using var browser = new Browser(world);
        using var answer = await browser.GetAsync("/t/lefevre/users?q=a");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldEndWith($"/account/sign-in?returnUrl={Uri.EscapeDataString("/t/lefevre/users?q=a")}");
    }

    [Fact]
    [Trait("Req", "IDN-01")]
    public async Task Post_WithoutAntiforgeryToken_IsRefused()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        using var client = world.Host.CreateClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Input.Email", "a@b.example")]);
        using var answer = await client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task DemonstrationPerson_ChosenByLink_FillsInTheForm()
    {
        var world = await hosts.GetAsync(TestDatabase.Sqlite);
        using var browser = new Browser(world);
        var page = await browser.ReadAsync("/account/sign-in?demo=camille%40lefevre.example");
        page.ShouldContain("value=\"Brioche-dor-47\"");
        page.ShouldContain("Boulangerie");
        using var answer = await browser.SignInAsync("camille@lefevre.example", "Brioche-dor-47");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    [Trait("Req", "IDN-01")]
    public async Task DemonstrationPeople_WithoutDemonstration_AreNowhere()
    {
        await using var host = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: new Dictionary<string, string> { ["Demo:Enabled"] = "false" }));
        using var client = host.CreateClient();
        (await client.GetStringAsync(new Uri("/account/sign-in?demo=camille%40lefevre.example", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldNotContain("Brioche");
        (await host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    private static async Task<string> RefusalAsync(World world, string email)
    {
        using var browser = new Browser(world);
        using var answer = await browser.SignInAsync(email, "Wrong-guess-1");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Token().Replace(page, "").Replace(email, "", StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]+>")]
    private static partial Regex Token();
}
