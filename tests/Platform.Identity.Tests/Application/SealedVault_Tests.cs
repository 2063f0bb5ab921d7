using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;
using Platform.Vault;

namespace Platform.Identity.Tests;

/// <summary>The key service is away: people with an app still come in, by a recovery code, and nobody is counted as a guesser.</summary>
[Trait("Req", "IDN-06")]
[Trait("Req", "VLT-03")]
public sealed class SealedVault_Tests
{
    [Theory, Databases]
    public async Task Verify_VaultSealed_RefusesTheAppAndTakesARecoveryCode(TestDatabase database)
    {
        await using var open = await TestHost.StartAsync(new TestHostOptions(database, Demonstration: false));
        var (person, codes) = await WithFactorAsync(open);
        var file = open.Settings["Vault:File:Path"];
        File.Move(file, file + ".away");
        // The settings name the database; a host on the same one.
        await using var closed = await TestHost.StartAsync(new TestHostOptions(TestDatabase.Sqlite, Settings: open.Settings, Demonstration: false));
        for (var attempt = 0; attempt < 6; attempt++)
            (await Should.ThrowAsync<BusinessException>(() => VerifyAsync(closed, person, "123456"))).Code.ShouldBe(VaultErrorCodes.Sealed);
        (await VerifyAsync(closed, person, codes[0])).ShouldBeTrue();
        File.Move(file + ".away", file);
    }

    private static Task<(Guid Person, IReadOnlyList<string> Codes)> WithFactorAsync(TestHost host) => host.RunAsync(null, null, async s =>
    {
        var (context, now) = (s.GetRequiredService<IdentityDbContext>(), TimeProvider.System.GetUtcNow().UtcDateTime);
        var user = User.New("someone@test.example", "Someone", "en", now);
        user.NormalizedEmail = user.NormalizedUserName = "SOMEONE@TEST.EXAMPLE";
        context.Users.Add(user);
        context.Authenticators.Add(new Authenticator { UserId = user.Id, CreatedAt = now, ConfirmedAt = now });
        await context.SaveChangesAsync();
        await s.GetRequiredService<AuthenticatorKeys>().MakeAsync(user.Id, CancellationToken.None);
        return (user.Id, await s.GetRequiredService<RecoveryCodes>().ReplaceAsync(user.Id, CancellationToken.None));
    });

    private static Task<bool> VerifyAsync(TestHost host, Guid person, string code) =>
        host.RunAsync(null, null, s => s.GetRequiredService<ISecondFactorService>().VerifyAsync(person, code));
}
