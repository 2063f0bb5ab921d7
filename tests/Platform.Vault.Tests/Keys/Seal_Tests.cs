using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-03")]
[Trait("Req", "OPS-03")]
public sealed class Seal_Tests
{
    [Theory, Databases]
    public async Task Start_KeyServiceAway_ServesTheRestAndUnsealsByItself(TestDatabase database)
    {
        await using var host = await VaultHost.StartAsync(database);
        var company = new VaultCompany(host);
        var use = await company.GrantAsync("token-1");
        var hidden = host.KeyFile + ".away";
        File.Move(host.KeyFile, hidden);

        var options = new TestHostOptions(database, Settings: host.Host.Settings, Demonstration: false);
        await using var second = await TestHost.StartAsync(options);
        using var client = second.CreateClient();
        (await client.GetAsync("/account/sign-in", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeTrue();
        (await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe("Degraded");
        (await UseAsync(second, company, use)).ShouldBe(VaultErrorCodes.Sealed);
        (await company.TrailAsync("Vault.Consent.Refused", use.ConsentId)).ShouldHaveSingleItem().ShouldStartWith("Code=Vault:Sealed;");
        File.Exists(host.KeyFile).ShouldBeFalse("a lost key is not replaced by a new one");

        File.Move(hidden, host.KeyFile);
        await second.Services.GetRequiredService<Unsealer>().TryAsync(CancellationToken.None);
        (await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
        (await UseAsync(second, company, use)).ShouldBe("token-1".Length.ToString());
        (await TrailAsync(second, "Vault.Sealed")).ShouldBe(1);
        (await TrailAsync(second, "Vault.Unsealed")).ShouldBe(2, "the first host and the second one");
    }

    private static async Task<string> UseAsync(TestHost host, VaultCompany company, ConsentUse use)
    {
        try
        {
            var length = await host.RunAsync(company.Tenant, company.Owner, s =>
                s.GetRequiredService<IConsentVault>().UseAsync(use, (secret, _) => Task.FromResult(secret.Length)));
            return $"{length}";
        }
        catch (BusinessException e)
        {
            return e.Code;
        }
    }

    private static async Task<int> TrailAsync(TestHost host, string action) => await host.RunAsync(null, null, async services =>
        (await services.GetRequiredService<VaultDbContext>().Database.SqlQuery<int>($"""
            SELECT COUNT(*) AS "Value" FROM "AuditEntries" WHERE "Action" = {action}
            """).ToListAsync()).Single());
}
