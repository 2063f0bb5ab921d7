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

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

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
        // With the system's clock, by which the scheduler waits.
        await using var host = await TestHost.StartAsync(new TestHostOptions(database));
        var (nova, amelie) = (await host.CompanyAsync("nova"), await host.PersonAsync("amelie"));
        await new ExportHost(host, new TestClock(Now)).CloseAsync(nova, amelie);
        await QueueAsync(host, nova, "Waits");
        for (var hour = 0; hour < 3; hour++)
            await HourPassesAsync(host, await WaitingAsync(host));
        // It must wait again before the company comes back: else its third try may find it open.
        var waiting = await WaitingAsync(host);
        (await MailsAsync(host, "Waits")).ShouldBe(0);
        await TakeBackAsync(host, nova, amelie);
        await HourPassesAsync(host, waiting);
        await ClosingHost.EventuallyAsync(async () => await MailsAsync(host, "Waits") == 1);
    }

    private static async Task<ITrigger> WaitingAsync(TestHost host)
    {
        var scheduler = await SchedulerAsync(host);
        ITrigger? waiting = null;
        await ClosingHost.EventuallyAsync(async () => (waiting = await FindWaitingAsync(scheduler, Now.AddMinutes(50))) is not null);
        waiting!.JobDataMap.GetString("attempts").ShouldBe("0", "waiting uses up no try");
        return waiting;
    }

    // What waits for an hour is told to go on now.
    private static async Task HourPassesAsync(TestHost host, ITrigger waiting) =>
        await (await SchedulerAsync(host)).RescheduleJob(waiting.Key, waiting.GetTriggerBuilder().StartAt(Now).Build(), Cancelled);

    private static async Task<IScheduler> SchedulerAsync(TestHost host) => await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancelled);

    private static async Task<ITrigger?> FindWaitingAsync(IScheduler scheduler, DateTimeOffset after)
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
