using System.Buffers.Binary;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>How long secrets are, how they are kept, and that they are compared as typed.</summary>
[Trait("Req", "IDN-01")]
public sealed class StoredSecret_Tests(ClockedHosts hosts) : IClassFixture<ClockedHosts>
{
    [Theory, Databases]
    public async Task Password_OfAnyLength_IsComparedAsTyped(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        foreach (var password in new[] { " Correct-horse-7 ", $"Aa7-{new string('x', 200)}Q", $"Aa7-{new string('é', 60)}" })
        {
            var user = User.New($"{Guid.CreateVersion7():N}@test.example", "Alix Durand", "en", world.Clock.GetUtcNow().UtcDateTime);
            await world.Host.RunAsync(null, null, async s => (await s.GetRequiredService<UserManager<User>>().CreateAsync(user, password)).Succeeded.ShouldBeTrue(password));
            string[] others = [password.Trim() + "!", password[..^1], password.ToUpperInvariant(), password.Normalize(System.Text.NormalizationForm.FormD)];
            foreach (var other in others.Where(o => o != password))
            {
                (await world.SignInAsync(user.Email!, other, world.NewAddress())).ShouldBeNull(other);
            }

            (await world.SignInAsync(user.Email!, password, world.NewAddress())).ShouldNotBeNull();
        }
    }

    [Theory, Databases]
    public async Task PasswordHasher_AsConfigured_Takes210000Rounds(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var options = world.Host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>();
        var hash = Convert.FromBase64String(new PasswordHasher<User>(options).HashPassword(new User(), Person.Password));
        // Format 1 of Identity: marker, PRF (2: HMAC-SHA512), rounds, length of the salt, salt, key.
        (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1))).ShouldBe(((byte)1, 2u));
        BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)).ShouldBeGreaterThanOrEqualTo(210_000u);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-06")]
    public async Task RecoveryCodes_Always_Are128BitsOrMore(TestDatabase database)
    {
        const double bitsOfACharacter = 5;
        var (world, person, browser) = await SignedInAsync(database);
        var (_, codes) = await App.SetUpAsync(world, browser);
        codes.Distinct().Count().ShouldBe(10);
        codes.ShouldAllBe(c => c.Count(char.IsLetterOrDigit) * bitsOfACharacter >= 128);
        codes.SelectMany(c => c).Where(char.IsLetterOrDigit).Distinct().Count().ShouldBeGreaterThan(25, "all of the alphabet is drawn from");
        person.Id.ShouldNotBe(Guid.Empty);
    }

    [Theory, Databases]
    [Trait("Req", "IDN-06")]
    public async Task PasswordReset_OfSomebodyWithAnApp_StillAsksForTheCode(TestDatabase database)
    {
        const string next = "Other-horse-8";
        var (world, person, browser) = await SignedInAsync(database);
        var (app, _) = await App.SetUpAsync(world, browser);
        using var stranger = new Browser(world);
        using (await stranger.PostAsync("/account/forgot", "/account/forgot", ("Email", person.Email)))
        {
        }

        await world.Mail.WaitForAsync(person.Email, 1);
        var page = $"/account/reset/{world.Mail.TokenFor(person.Email, "/account/reset/")}";
        using (var done = await stranger.PostAsync(page, page, ("Input.Password", next), ("Input.RepeatPassword", next)))
            done.Headers.Location!.ToString().ShouldBe("/account/sign-in");
        using (var asked = await stranger.SignInAsync(person.Email, next))
            Uri.UnescapeDataString(asked.Headers.Location!.ToString()).ShouldContain("/account/code");
        stranger.SessionKey.ShouldBeNull();
        using (await stranger.PostAsync("/account/code", "/account/code", ("Code", app.Code())))
        {
        }

        using var profile = await stranger.GetAsync("/account/profile");
        profile.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(World World, Person Person, Browser Browser)> SignedInAsync(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        var (person, browser) = (await world.PersonAsync(), new Browser(world));
        using (await browser.SignInAsync(person.Email, Person.Password))
        {
        }

        return (world, person, browser);
    }
}
