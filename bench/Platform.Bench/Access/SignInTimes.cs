using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Identity;
using Platform.Kernel;

namespace Platform.Bench;

/// <summary>Accepting a password, in milliseconds, one after the other.</summary>
/// <param name="Hash">ASP.NET Core Identity's hasher alone, with the product's rounds: the price on purpose.</param>
/// <param name="SignIn">The whole attempt: counters, the one hash, trail and commits.</param>
internal sealed record SignInTimes(double Hash, double SignIn)
{
    private const int Operations = 10;
    private const int Rounds = 7;

    public static async Task<SignInTimes> MeasureAsync(ProductHost host, string email, string password)
    {
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount }));
        var stored = hasher.HashPassword(host, password);
        var (hashes, signIns) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var first = await MillisecondsAsync(() => Task.FromResult(hasher.VerifyHashedPassword(host, stored, password) != PasswordVerificationResult.Failed));
            var second = await MillisecondsAsync(() => SignInAsync(host, email, password));
            if (round < 0)
                continue;
            hashes.Add(first);
            signIns.Add(second);
        }

        return new SignInTimes(Medians.Of(hashes), Medians.Of(signIns));
    }

    private static async Task<bool> SignInAsync(ProductHost host, string email, string password)
    {
        await using var scope = host.Services.CreateAsyncScope();
        using var nobody = host.Services.GetRequiredService<ICurrentUser>().Change(new CurrentUserInfo(ClientAddress: "127.0.0.1"));
        return await scope.ServiceProvider.GetRequiredService<ISignInService>().SignInAsync(new SignInRequest(email, password)) is not null;
    }

    private static async Task<double> MillisecondsAsync(Func<Task<bool>> work)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Operations; i++)
        {
            if (!await work())
                throw new InvalidOperationException("Refused.");
        }

        return watch.Elapsed.TotalMilliseconds / Operations;
    }
}
