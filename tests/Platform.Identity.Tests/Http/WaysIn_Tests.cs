using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

/// <summary>However somebody signs in, the same holds.</summary>
[Collection(nameof(Proxied))]
[Trait("Req", "IDN-02")]
public sealed class WaysIn_Tests(ProxiedHosts hosts)
{
    private const string SecondFactor = "/account/second-factor";

    [Theory, Databases]
    [Trait("Req", "IDN-10")]
    public async Task Deactivated_ByEveryWay_IsRefusedAndEachAttemptIsOnRecord(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        foreach (var way in await WaysIn.AllAsync(world, provider))
        {
            var (succeeded, failed) = (world.Audit.Of(way.Succeeded).Count, await CountAsync(world, way.Failed));
            (await way.EnterAsync(Places.Office)).ShouldBe(WaysIn.In, way.Name);
            var record = world.Audit.Of(way.Succeeded).Skip(succeeded).ShouldHaveSingleItem(way.Name);
            (record.User.Id ?? Guid.Parse(record.EntityId!)).ShouldBe(way.Person, way.Name);
            (await CountAsync(world, way.Failed)).ShouldBe(failed, way.Name);
            await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.Where(u => u.Id == way.Person)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));
            (await way.EnterAsync(Places.Office)).ShouldBe(WaysIn.Refused, way.Name);
            (await CountAsync(world, way.Failed)).ShouldBe(failed + 1, way.Name);
            world.Audit.Of(way.Failed)[^1].User.ClientAddress.ShouldBe(Places.Office, way.Name);
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-05")]
    public async Task UnknownAddress_ByEveryWay_DoesNotOpenTheCompany(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        foreach (var way in await WaysIn.AllAsync(world, provider))
        {
            (await way.EnterAsync(Places.Home)).ShouldBe(WaysIn.In, way.Name);
            await world.RestrictAsync(way.Company);
            (await way.EnterAsync(Places.Office)).ShouldBe(WaysIn.In, way.Name);
            (await way.EnterAsync(Places.Home)).ShouldBe(way.Name == "API token" ? IdentityErrorCodes.AddressUnknown : "/admission", way.Name);
        }
    }

    [Theory, Databases]
    [Trait("Req", "IDN-06")]
    public async Task FactorRequired_ByEveryWayWithoutOne_OpensNothingBeforeItIsSetUp(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var found = new Dictionary<string, string>();
        foreach (var way in await WaysIn.AllAsync(world, provider))
        {
            await world.SetAsync(way.Company, IdentitySettings.SecondFactorGraceDays, "0");
            await world.SetAsync(way.Company, IdentitySettings.SecondFactorRequired, "true");
            found[way.Name] = await way.EnterAsync(Places.Office);
        }

        found.ShouldBe(new Dictionary<string, string>
        {
            ["password"] = SecondFactor,
            ["passkey"] = WaysIn.In,
            ["single sign-on"] = SecondFactor,
            ["link of an old login"] = SecondFactor,
            ["API token"] = IdentityErrorCodes.TokenOwes,
            ["recovery code"] = WaysIn.In,
        }, ignoreOrder: true);
    }

    // What a provider signs cannot be guessed, nor an API token: there a block would only shut people out.
    [Theory, Databases]
    public async Task Guesses_TooMany_CloseEveryWayThatCanBeGuessed(TestDatabase database)
    {
        var world = await hosts.GetAsync(database);
        await using var provider = await TestProvider.StartAsync();
        var ways = await WaysIn.AllAsync(world, provider);
        var (blocked, elsewhere) = (world.NewAddress(), world.NewAddress());
        for (var guess = 0; guess < 10; guess++)
            (await world.SignInAsync($"nobody-{guess}@test.example", "Wrong-guess-1", blocked)).ShouldBeNull();
        foreach (var way in ways)
        {
            (await way.EnterAsync(blocked)).ShouldBe(way.Name is "single sign-on" or "API token" ? WaysIn.In : WaysIn.Refused, way.Name);
            (await way.EnterAsync(elsewhere)).ShouldBe(WaysIn.In, $"{way.Name} from elsewhere");
            await GuessAsync(world, way.Person);
            (await way.EnterAsync(elsewhere)).ShouldBe(way.Name is "password" or "recovery code" ? WaysIn.Refused : WaysIn.In, $"{way.Name} after wrong passwords");
        }
    }

    private static async Task GuessAsync(World world, Guid person)
    {
        var email = await world.Host.RunAsync(null, null, s => s.GetRequiredService<IdentityDbContext>().Users.Where(u => u.Id == person).Select(u => u.Email!).SingleAsync());
        for (var guess = 0; guess < 5; guess++)
            await world.SignInAsync(email, "Wrong-guess-1", world.NewAddress());
    }

    private static async Task<int> CountAsync(World world, string act)
    {
        await world.ReachAsync();
        return world.Audit.Of(act).Count;
    }
}
