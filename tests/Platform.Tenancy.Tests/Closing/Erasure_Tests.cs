using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Tenancy.Tests;

/// <summary>The demonstration's bakery is erased: read from the raw tables of all modules.</summary>
[Trait("Req", "TEN-09")]
public sealed class Erasure_Tests
{
    /// <summary>Tables that outlive a company; whoever adds one says here that the law asks for it.</summary>
    private static readonly string[] Retained =
    [
        "AuditEntries", "AccountingBookingImports", "AccountingBookingLines", "AccountingBookings", "AccountingDocumentInvoices", "AccountingDocuments",
        "SepaBankAnswerItems", "SepaBankAnswers", "SepaCreditorAccounts", "SepaCreditorChanges", "SepaMandateDocuments", "SepaMandateEvents", "SepaMandates", "SepaOrders",
        "SepaRemittanceApprovals", "SepaRemittanceHandOvers", "SepaRemittanceSignatures", "SepaRemittances",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Erasure_WhenDue_LeavesNothingButWhatTheLawKeeps(TestDatabase database)
    {
        var world = await ErasureWorld.StartAsync(database);
        await using var own = world.Host;
        var (before, secrets) = (await Owned.RowsAsync(world.Host, world.Company), await world.Host.CountAsync(null, "\"VaultSecrets\""));
        foreach (var table in new[] { "SepaMandates", "SepaOrders", "AccountingDocuments", "AccountingHandoffs", "AccountingHandoffItems", "NotificationsNotifications", "CustomersCustomers", "VaultKeptSecrets", "IdentityRoles", "TenancyExports", "TenancyMemberships" })
            before[table].ShouldBeGreaterThan(0, $"{table}: or this test proves nothing");
        var (others, blobs) = (await Owned.RowsAsync(world.Host, world.Other), await world.BlobsAsync(world.Other));
        await world.EraseAsync();

        var after = await Owned.RowsAsync(world.Host, world.Company);
        after.Where(t => t.Value > 0).Select(t => t.Key).Except(Retained).ShouldBeEmpty("everything else is erased");
        foreach (var table in Retained.Where(t => t != "AuditEntries"))
            after[table].ShouldBe(before[table], table);
        (await world.PlacesOfAsync(world.Company.Id)).Except(Retained.Select(t => $"{t}.TenantId")).Except(["TenancyCompanies.Id", "AuditEntries.FirmId"]).ShouldBeEmpty();
        (await Owned.RowsAsync(world.Host, world.Other)).ShouldBe(others, "another company is not touched");
        (await world.BlobsAsync(world.Other)).ShouldBe(blobs, ignoreOrder: true);
        var kept = await world.BlobsAsync(world.Company);
        kept.ShouldContain(world.Document, "a voucher");
        kept.ShouldNotContain(world.Stray);
        kept.ShouldNotContain(b => b.StartsWith("exports/"));
        (await world.Host.CountAsync(null, "\"VaultSecrets\"")).ShouldBe(secrets - 1, "the company's one");
        Directory.GetFiles(world.Host.Settings["Vault:ErasurePath"], "*", SearchOption.AllDirectories).Length.ShouldBe(secrets - 1, "no backup opens it either");
    }

    [Theory, Databases]
    public async Task Erasure_WhenDue_IsOnRecordAndTakesSignInFromWhoHasNoOtherCompany(TestDatabase database)
    {
        var world = await ErasureWorld.StartAsync(database);
        await using var own = world.Host;
        await world.WorkAsync();
        (await world.Host.CountAsync(world.Company, "\"AuditEntries\" WHERE \"Action\" = 'Tenancy.Erasure.Started'")).ShouldBe(1);
        (await world.Host.CountAsync(world.Company, "\"AuditEntries\" WHERE \"Action\" = 'Tenancy.Erasure.Ended' AND \"Changes\" LIKE '%customers/customers%' AND \"Changes\" LIKE '%files%'")).ShouldBe(1);
        (await world.Host.CountAsync(null, "\"TenancyCompanies\" WHERE \"Slug\" = 'lefevre' AND \"Name\" <> '' AND \"ContactEmail\" = '' AND \"ErasedAt\" IS NOT NULL")).ShouldBe(1);
        (await world.Host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindBySlugAsync("lefevre"))).ShouldBeNull();
        await ClosingHost.EventuallyAsync(async () => await InactiveAsync(world, "camille") == 1);
        (await InactiveAsync(world, "victor")).ShouldBe(1);
        (await InactiveAsync(world, "amelie")).ShouldBe(0, "she has another company");
    }

    [Theory, Databases]
    public async Task Erasure_HostsDyingBetweenPieces_IsFinishedByOthers(TestDatabase database)
    {
        var world = await ErasureWorld.StartAsync(database);
        await using var own = world.Host;
        var scopes = 0;
        while (await world.StepsAsync(2))
        {
            if (scopes++ == 5)
                (await Owned.RowsAsync(world.Host, world.Company)).Where(t => t.Value > 0).Select(t => t.Key).Except(Retained).ShouldNotBeEmpty("it is not over yet");
        }

        scopes.ShouldBeGreaterThan(10);
        (await Owned.RowsAsync(world.Host, world.Company)).Where(t => t.Value > 0).Select(t => t.Key).Except(Retained).ShouldBeEmpty();
        (await world.Host.CountAsync(world.Company, "\"AuditEntries\" WHERE \"Action\" = 'Tenancy.Erasure.Started'")).ShouldBe(1, "begun once");
    }

    [Theory, Databases]
    public async Task Erasure_BeforeItsDayOrOfAnOpenCompany_DoesNothing(TestDatabase database)
    {
        var world = await ErasureWorld.StartAsync(database, days: 29);
        await using var own = world.Host;
        var before = await Owned.RowsAsync(world.Host, world.Company);
        (await world.StepsAsync(1)).ShouldBeFalse();
        await world.Host.RunAsync(world.Company, world.Amelie, s => s.GetRequiredService<IClosingAppService>().TakeBackAsync(Cancelled));
        world.Clock.Advance(TimeSpan.FromDays(2));
        (await world.StepsAsync(1)).ShouldBeFalse();
        (await Owned.RowsAsync(world.Host, world.Company))["CustomersCustomers"].ShouldBe(before["CustomersCustomers"]);
    }

    [Theory, Databases]
    public async Task TakeBack_OnceTheErasureHasBegun_IsRefusedAndNobodyEnters(TestDatabase database)
    {
        var world = await ErasureWorld.StartAsync(database);
        await using var own = world.Host;
        (await world.StepsAsync(1)).ShouldBeTrue();
        var refused = await Should.ThrowAsync<BusinessException>(() => world.Host.RunAsync(world.Company, world.Amelie, s => s.GetRequiredService<IClosingAppService>().TakeBackAsync(Cancelled)));
        refused.Code.ShouldBe(TenancyErrorCodes.ClosingNone);
        (await world.Host.RunAsync(null, null, s => s.GetRequiredService<ITenantStore>().FindAccessAsync(world.Amelie.Id!.Value, world.Company.Id))).ShouldBeNull();
    }

    [Theory, Databases]
    public async Task Obstacles_OfAModule_StopClosingWithPlaceAndReason(TestDatabase database)
    {
        var (host, clock) = await ExportHost.StartAsync(database, new Dictionary<string, string> { ["Operator:Company"] = "fiducia" });
        await using var own = host;
        var (company, amelie) = (await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"));
        await new ExportHost(host, clock).ExportAsync(company, amelie);
        // The demonstration's remittance as it was before the bank's answer.
        await host.RunAsync(company, null, s => s.GetRequiredService<TenancyDbContext>().Database.ExecuteSqlRawAsync("UPDATE \"SepaRemittances\" SET \"Outcome\" = NULL WHERE \"Status\" = 'Approved'", Cancelled));
        var refused = await Should.ThrowAsync<BusinessException>(() => host.RunAsync(company, amelie, s => s.GetRequiredService<IClosingAppService>().CloseAsync(new CloseCompanyDto(company.Name), Cancelled)));
        refused.Code.ShouldBe(TenancyErrorCodes.ClosingStopped);
        (await host.RunAsync(company, amelie, s => s.GetRequiredService<IClosingAppService>().GetAsync(Cancelled))).Obstacles.ShouldNotBeEmpty();
        // Two weeks after the last day of execution nothing is waited for.
        clock.Advance(TimeSpan.FromDays(60));
        (await host.RunAsync(company, amelie, s => s.GetRequiredService<IClosingAppService>().GetAsync(Cancelled))).Obstacles.ShouldBeEmpty();
    }

    private static Task<int> InactiveAsync(ErasureWorld world, string name) =>
        world.Host.CountAsync(null, $"\"IdentityUsers\" WHERE \"Email\" = '{DemoPeople.Email(name)}' AND NOT \"IsActive\" AND \"PasswordHash\" IS NULL");
}
