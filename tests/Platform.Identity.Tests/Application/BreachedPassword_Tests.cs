using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-01")]
public sealed class BreachedPassword_Tests(BreachedHosts hosts) : IClassFixture<BreachedHosts>
{
    [Fact]
    public async Task Set_PasswordOnTheList_IsRefusedAndOnlyItsPrefixLeavesTheHost()
    {
        var (list, world) = (await hosts.ListAsync(), await hosts.GetAsync(TestDatabase.Sqlite));
        list.Add("Orage-tiede-51", 1);
        (await SetAsync(world, "Orage-tiede-51", list.Asked.Clear)).ShouldBe(IdentityErrorCodes.PasswordBreached);
        list.Asked.ShouldBe([($"/range/{BreachedList.HashOf("Orage-tiede-51")[..5]}", "true")]);
    }

    [Fact]
    public async Task Set_PasswordThatPaddingNames_IsAccepted()
    {
        var (list, world) = (await hosts.ListAsync(), await hosts.GetAsync(TestDatabase.Sqlite));
        list.Add("Orage-tiede-52", 0);
        (await SetAsync(world, "Orage-tiede-52")).ShouldBeNull("padding occurred no times");
        (await SetAsync(world, "Orage-tiede-53")).ShouldBeNull();
    }

    [Fact]
    public async Task Set_PasswordRefusedAnyway_IsNotAskedAbout()
    {
        var (list, world) = (await hosts.ListAsync(), await hosts.GetAsync(TestDatabase.Sqlite));
        (await SetAsync(world, "short", list.Asked.Clear)).ShouldBe(IdentityErrorCodes.PasswordTooShort);
        list.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("away")]
    [InlineData("slow")]
    [InlineData("broken")]
    [Trait("Req", "OPS-03")]
    public async Task Set_ListDoesNotAnswer_IsAcceptedAndCounted(string trouble)
    {
        var (list, world) = (await hosts.ListAsync(), await hosts.GetAsync(TestDatabase.Sqlite));
        list.Add("Orage-tiede-54", 9);
        var (counted, never) = (0, new TaskCompletionSource());
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == BreachedPasswords.MeterName)
                l.EnableMeasurementEvents(instrument);
        }
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => Interlocked.Add(ref counted, value));
        (await SetAsync(world, "Orage-tiede-54", () =>
        {
            listener.Start();
            list.Trouble = TroubleOf(trouble, never.Task);
        })).ShouldBeNull();
        never.SetResult();
        list.Trouble = null;
        counted.ShouldBe(1);
    }

    private static Func<Task<int>> TroubleOf(string name, Task never) => name switch
    {
        "away" => () => Task.FromResult(503),
        "slow" => async () =>
        {
            await never;
            return 503;
        }
        ,
        _ => () => throw new InvalidOperationException("broken"),
    };

    // Null when it was set. A password asks the list when its person is made, too.
    private static async Task<string?> SetAsync(World world, string password, Action? meanwhile = null)
    {
        var person = await world.PersonAsync();
        meanwhile?.Invoke();
        return await world.Host.RunAsync(null, null, async s =>
        {
            var users = s.GetRequiredService<UserManager<User>>();
            var user = (await users.FindByIdAsync(person.Id.ToString()))!;
            foreach (var validator in users.PasswordValidators)
            {
                if ((await validator.ValidateAsync(users, user, password)).Errors.FirstOrDefault() is { } error)
                    return error.Code;
            }

            return null;
        });
    }
}
