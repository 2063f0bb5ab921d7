using Microsoft.Extensions.DependencyInjection;
using Platform.Identity;
using Platform.Kernel;
using Platform.TestBase;
using Quartz;

namespace Platform.Tenancy.Tests;

/// <summary>What ends with a closing, what waits for its end, and what comes back when it is taken back.</summary>
[Trait("Req", "TEN-09")]
public sealed class ClosingEnds_Tests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory, Databases]
    public async Task Close_OfACompanyInAGroup_LeavesItAndAnEmptyGroupGoes(TestDatabase database)
    {
        var export = await ExportHost.StartAsync(database, new Dictionary<string, string> { ["Operator:Company"] = "fiducia" });
        await using var host = export.Host;
        var (nova, lefevre, amelie) = (await host.CompanyAsync("nova"), await host.CompanyAsync("lefevre"), await host.PersonAsync("amelie"));
        var group = await host.RunAsync(null, amelie, s => s.GetRequiredService<IGroupAppService>().CreateAsync(new CreateGroupDto("Both", lefevre.Id), Cancelled));
        await host.RunAsync(null, amelie, s => s.GetRequiredService<IGroupAppService>().AddCompanyAsync(group.Id, nova.Id, Cancelled));

        await export.CloseAsync(nova, amelie);
        (await GroupsAsync(host, amelie)).ShouldHaveSingleItem().Companies.Select(c => c.Slug).ShouldBe(["lefevre"]);
        (await host.CountAsync(nova, "\"AuditEntries\" WHERE \"Action\" = 'Tenancy.Group.CompanyRemoved'")).ShouldBe(1);
        await TakeBackAsync(host, nova, amelie);
        (await GroupsAsync(host, amelie)).ShouldHaveSingleItem().Companies.Select(c => c.Slug).ShouldBe(["lefevre"], "it does not come back");

        await host.RunAsync(null, amelie, s => s.GetRequiredService<IGroupAppService>().AddCompanyAsync(group.Id, nova.Id, Cancelled));
        await host.RunAsync(null, amelie, s => s.GetRequiredService<IGroupAppService>().RemoveCompanyAsync(group.Id, lefevre.Id, Cancelled));
        await export.CloseAsync(nova, amelie);
        (await GroupsAsync(host, amelie)).ShouldBeEmpty("nobody is in it");
    }

    [Theory, Databases]
    [Trait("Req", "IDN-12")]
    public async Task Links_OfAClosedCompany_AreDeadUntilItIsTakenBack(TestDatabase database)
    {
        var export = await ExportHost.StartAsync(database);
        await using var host = export.Host;
        var (nova, amelie) = (await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));
        var made = await host.RunAsync(nova, amelie, s =>
            s.GetRequiredService<ILinkService>().MakeAsync(new NewLink(IdentityLinkKinds.Invitation, Guid.CreateVersion7(), "nina@debtor.example"), Cancelled));
        var token = made.Address[(made.Address.LastIndexOf('/') + 1)..];
        await export.CloseAsync(nova, amelie);
        var refused = await Should.ThrowAsync<BusinessException>(() => OpenAsync(host, token));
        refused.Code.ShouldBe(IdentityErrorCodes.LinkUnknown, "as one that never was");
        await TakeBackAsync(host, nova, amelie);
        (await OpenAsync(host, token)).Id.ShouldBe(made.Id, "and this time it was used");
    }

    [Theory, Databases]
    public async Task Jobs_WaitingInAClosedCompany_GoOnWhenItIsTakenBack(TestDatabase database)
    {
        var export = await ExportHost.StartAsync(database);
        await using var host = export.Host;
        var (nova, amelie) = (await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));
        await export.CloseAsync(nova, amelie);
        await QueueAsync(host, nova, "Waits");
        for (var hour = 0; hour < 3; hour++)
            (await HourPassesAsync(export)).ShouldBe("0", "waiting uses up no try");
        (await MailsAsync(host, "Waits")).ShouldBe(0);
        await TakeBackAsync(host, nova, amelie);
        await HourPassesAsync(export);
        await EventuallyAsync(export, async () => await MailsAsync(host, "Waits") == 1);
    }

    // The scheduler keeps the host's clock: what waits for an hour is told to go on at that time.
    private static async Task<string?> HourPassesAsync(ExportHost export)
    {
        var later = export.Clock.GetUtcNow().AddMinutes(50);
        var scheduler = await export.Host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancelled);
        ITrigger? waiting = null;
        await EventuallyAsync(export, async () => (waiting = await WaitingAsync(scheduler, later)) is not null);
        await scheduler.RescheduleJob(waiting!.Key, waiting.GetTriggerBuilder().StartAt(export.Clock.GetUtcNow()).Build(), Cancelled);
        return waiting.JobDataMap.GetString("attempts");
    }

    // The scheduler may wait for a trigger some seconds ahead and pass over one that came meanwhile until that one has fired: time must go on.
    private static Task EventuallyAsync(ExportHost export, Func<Task<bool>> holds) => ClosingHost.EventuallyAsync(() =>
    {
        export.Clock.Advance(TimeSpan.FromSeconds(1));
        return holds();
    });

    private static async Task<ITrigger?> WaitingAsync(IScheduler scheduler, DateTimeOffset after)
    {
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), Cancelled))
        {
            if (await scheduler.GetTrigger(key, Cancelled) is { } trigger && trigger.JobDataMap.ContainsKey("attempts") && trigger.StartTimeUtc > after)
                return trigger;
        }

        return null;
    }

    private static Task<IReadOnlyList<GroupDto>> GroupsAsync(TestHost host, CurrentUserInfo person) =>
        host.RunAsync(null, person, s => s.GetRequiredService<IGroupAppService>().GetListAsync(Cancelled));

    private static Task TakeBackAsync(TestHost host, TenantInfo company, CurrentUserInfo person) =>
        host.RunAsync(company, person, s => s.GetRequiredService<IClosingAppService>().TakeBackAsync(Cancelled));

    private static Task<OpenedLink> OpenAsync(TestHost host, string token) =>
        host.RunAsync(null, new CurrentUserInfo(), s => s.GetRequiredService<ILinkService>().OpenAsync(IdentityLinkKinds.Invitation, token, Cancelled));

    private static Task QueueAsync(TestHost host, TenantInfo? company, string subject) =>
        host.RunAsync(company, null, s => s.GetRequiredService<IEmailSender>().QueueAsync(new EmailMessage("somebody@example.org", subject, "Text"), Cancelled));

    private static Task<int> MailsAsync(TestHost host, string subject) => host.CountAsync(null, $"\"PlatformCapturedMails\" WHERE \"Subject\" = '{subject}'");
}
