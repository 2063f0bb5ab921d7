using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Vault.Tests;

[Trait("Req", "VLT-04")]
[Trait("Req", "VLT-08")]
public sealed class Revocation_Tests(VaultHosts hosts)
{
    [Theory, Databases]
    public async Task Revoke_Active_EndsItAtOnce(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("token-1");
        (await company.UseAsync(use)).ShouldBe("token-1");
        var revoked = await RevokeAsync(company, use);
        (revoked.State, revoked.RevokedBy, revoked.CanRevoke).ShouldBe((ConsentState.Revoked, "Olga Owner", false));
        (await company.RefusalAsync(use)).ShouldBeOneOf(VaultErrorCodes.ConsentRevoked, VaultErrorCodes.Shredded);
        (await RevokeAsync(company, use)).RevokedAt.ShouldBe(revoked.RevokedAt);
    }

    [Theory, Databases]
    public async Task Shred_Revoked_OpensFromNoBackup(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("token-1");
        var backup = await company.SecretAsync(use.ConsentId);
        await RevokeAsync(company, use);
        await ShredAsync(company, use);
        File.Exists(PartOf(company, use)).ShouldBeFalse();
        (await company.DatabaseAsync(db => db.Secrets.CountAsync(s => s.Id == use.ConsentId))).ShouldBe(0);

        await company.DatabaseAsync(async db =>
        {
            db.Secrets.Add(backup);
            await db.Consents.Where(c => c.Id == use.ConsentId).ExecuteUpdateAsync(x => x.SetProperty(c => c.RevokedAt, (DateTime?)null));
            return await db.SaveChangesAsync();
        });
        (await company.RefusalAsync(use)).ShouldBe(VaultErrorCodes.Shredded);
        await ShredAsync(company, use);
    }

    [Theory, Databases]
    public async Task Revoke_AnotherPersonsInAnotherCompany_FindsNothing(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var elsewhere = await hosts.NewCompanyAsync(database);
        var use = await company.GrantAsync("token-1");
        await Should.ThrowAsync<EntityNotFoundException>(() => RevokeAsync(elsewhere, use));
    }

    [Theory, Databases]
    public async Task GetList_OwnAndEverybodys_DifferAndPage(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var mine = await company.GrantAsync("a");
        var others = await company.GrantAsync("b", user: company.Other);
        (await ListAsync(new GetConsentsInput())).Items.Select(c => c.Id).ShouldBe([mine.ConsentId]);
        (await ListAsync(new GetConsentsInput(Provider: "another"))).Items.ShouldBeEmpty();
        (await ListAsync(new GetConsentsInput(Provider: VaultCompany.Provider))).Items.Count.ShouldBe(1);
        var first = await ListAsync(new GetConsentsInput(Everybody: true, PageSize: 1));
        first.Items.Select(c => (c.Id, c.IsOwn)).ShouldBe([(others.ConsentId, false)]);
        var second = await ListAsync(new GetConsentsInput(Everybody: true, PageSize: 1, Cursor: first.NextCursor));
        (second.Items.Single().Id, second.NextCursor).ShouldBe((mine.ConsentId, null));

        Task<PagedResult<ConsentDto>> ListAsync(GetConsentsInput input) => company.RunAsync<IConsentAppService, PagedResult<ConsentDto>>(s => s.GetListAsync(input));
    }

    private static Task<ConsentDto> RevokeAsync(VaultCompany company, ConsentUse use) =>
        company.RunAsync<IConsentAppService, ConsentDto>(s => s.RevokeAsync(use.ConsentId));

    // The job itself, once more: it runs at least once by the outbox, and may run again.
    private static Task ShredAsync(VaultCompany company, ConsentUse use) => company.Host.Host.RunAsync(company.Tenant, company.Owner, services =>
        services.GetRequiredService<IEnumerable<IBackgroundJob<ShredSecretArgs>>>().Single().ExecuteAsync(new ShredSecretArgs(use.ConsentId), CancellationToken.None));

    private static string PartOf(VaultCompany company, ConsentUse use) =>
        Path.Combine(company.Host.Erasure, $"{use.ConsentId:N}"[^2..], $"{use.ConsentId:N}");
}
