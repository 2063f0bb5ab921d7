using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Audit.Tests;

[Trait("Req", "AUD-02")]
public sealed class AuditAppService_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task GetListAsync_ByCursor_WalksEachEntryOnceNewestFirst(TestDatabase database)
    {
        var (host, lefevre, amelie, mark) = await PrepareAsync(database, count: 7);
        var filter = new AuditFilterDto { EntityType = "Mark", EntityId = mark };
        var seen = new List<AuditEntryDto>();
        string? cursor = null;
        do
        {
            var page = await host.RunAsync(lefevre, amelie, s => Of(s).GetListAsync(filter, cursor, pageSize: 3));
            page.Items.Count.ShouldBeLessThanOrEqualTo(3);
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        seen.Count.ShouldBe(7);
        seen.Select(e => e.Id).ShouldBe(seen.Select(e => e.Id).Distinct().OrderDescending());
    }

    [Theory, Databases]
    public async Task GetListAsync_EachFilter_NarrowsToWhatItSays(TestDatabase database)
    {
        var (host, lefevre, amelie, mark) = await PrepareAsync(database, count: 1);
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var mine = new AuditFilterDto { EntityId = mark };
        (AuditFilterDto Filter, int Expected)[] cases =
        [
            (mine with { UserId = amelie.Id }, 1),
            (mine with { UserId = Guid.CreateVersion7() }, 0),
            (mine with { Person = "LEFEVRE amelie" }, 1),
            (mine with { Person = "camille" }, 0),
            (mine with { Action = "Test.Act" }, 1),
            (mine with { Action = "Updated" }, 0),
            (mine with { EntityType = "Mark" }, 1),
            (mine with { EntityType = "Company" }, 0),
            (mine with { Text = "liege mark" }, 1),
            (mine with { Text = "liege namur" }, 0),
            (mine with { Text = "100%" }, 1),
            (mine with { Text = "1_0" }, 0),
            (mine with { From = now.AddHours(-1), To = now.AddHours(1) }, 1),
            (mine with { From = now.AddHours(1) }, 0),
            (mine with { To = now.AddHours(-1) }, 0),
            (mine with { SessionId = Guid.CreateVersion7() }, 0),
            (mine with { CorrelationId = "0" }, 0),
        ];
        foreach (var (filter, expected) in cases)
            (await host.RunAsync(lefevre, amelie, s => Of(s).GetListAsync(filter))).Items.Count.ShouldBe(expected, filter.ToString());
    }

    [Theory, Databases]
    public async Task GetListAsync_WrongInput_IsRefusedByItsRule(TestDatabase database)
    {
        var (host, lefevre, amelie, _) = await PrepareAsync(database, count: 0);
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        (await CodeAsync(s => s.GetListAsync(new AuditFilterDto { From = day, To = day }))).ShouldBe(AuditErrorCodes.PeriodInvalid);
        (await CodeAsync(s => s.GetListAsync(new AuditFilterDto(), "nonsense"))).ShouldBe(AuditErrorCodes.CursorInvalid);
        (await CodeAsync(s => s.GetListAsync(new AuditFilterDto(), pageSize: 201))).ShouldBe(AuditErrorCodes.PageSizeInvalid);

        async Task<string> CodeAsync(Func<IAuditAppService, Task> call) =>
            (await Should.ThrowAsync<BusinessException>(() => host.RunAsync(lefevre, amelie, s => call(Of(s))))).Code;
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task GetAsync_EntryOfAnotherCompany_DoesNotExist(TestDatabase database)
    {
        var (host, lefevre, amelie, mark) = await PrepareAsync(database, count: 1);
        var nova = await host.CompanyAsync("nova");
        var entry = (await host.RunAsync(lefevre, amelie, s => Of(s).GetListAsync(new AuditFilterDto { EntityId = mark }))).Items.ShouldHaveSingleItem();
        await Should.ThrowAsync<EntityNotFoundException>(() => host.RunAsync(nova, amelie, s => Of(s).GetAsync(entry.Id)));
        (await host.RunAsync(nova, amelie, s => Of(s).GetListAsync(new AuditFilterDto { EntityId = mark }))).Items.ShouldBeEmpty();
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task GetListAsync_WithoutThePermission_IsDenied(TestDatabase database)
    {
        var (host, lefevre, _, _) = await PrepareAsync(database, count: 0);
        var camille = await host.PersonAsync("camille@lefevre.example");
        await Should.ThrowAsync<PermissionDeniedException>(() => host.RunAsync(lefevre, camille, s => Of(s).GetListAsync(new AuditFilterDto())));
        await Should.ThrowAsync<PermissionDeniedException>(() => host.RunAsync(lefevre, camille, s => Of(s).GetAsync(Guid.CreateVersion7())));
    }

    private async Task<(TestHost Host, TenantInfo Lefevre, CurrentUserInfo Amelie, string Mark)> PrepareAsync(TestDatabase database, int count)
    {
        var host = await hosts.GetAsync(database);
        var (lefevre, amelie) = (await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie@lefevre.example"));
        var mark = Guid.CreateVersion7().ToString();
        await host.RunAsync(lefevre, amelie, s =>
        {
            for (var i = 0; i < count; i++)
                s.GetRequiredService<IAuditLog>().Add("Test.Act", "Mark", mark, new AuditChange("Town", "Liège", "100% new"));
            return Task.CompletedTask;
        });
        return (host, lefevre, amelie, mark);
    }

    private static IAuditAppService Of(IServiceProvider services) => services.GetRequiredService<IAuditAppService>();
}
