namespace Platform.Notifications.Tests;

public sealed class NotificationPublisher_Tests(TestHosts hosts)
{
    private const string Bookkeeper = "camille@lefevre.example";
    private const string Validator = "victor@lefevre.example";
    private const string Administrator = "amelie@lefevre.example";

    // A right that the administrator alone holds in the demonstration companies.
    private const string AdministratorsRight = "Identity.Users.Manage";

    [Theory, Databases]
    public async Task PublishToUser_Always_ReachesThatPersonOnly(TestDatabase database)
    {
        var (sender, receiver) = (await OpenAsync(database, Bookkeeper), await OpenAsync(database, Validator));
        var mark = NewMark();
        await sender.PublishAsync(p => p.PublishToUserAsync(receiver.UserId, new NotificationDto(mark, Severity: NotificationSeverity.Danger, Url: "remittances/7")));
        var found = (await receiver.MarkedAsync(mark)).ShouldHaveSingleItem();
        (found.Severity, found.Url, found.IsRead).ShouldBe((NotificationSeverity.Danger, "remittances/7", false));
        (await sender.MarkedAsync(mark)).ShouldBeEmpty();
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Publish_InOneCompany_IsUnknownInTheOther(TestDatabase database)
    {
        var here = await OpenAsync(database, Administrator);
        var there = await Inbox.OpenAsync(hosts, database, Administrator, "nova");
        var mark = NewMark();
        await here.PublishAsync(p => p.PublishToUserAsync(here.UserId, new NotificationDto(mark)));
        (await here.MarkedAsync(mark)).ShouldHaveSingleItem();
        (await there.MarkedAsync(mark)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task PublishToHolders_Always_ReachesWhoHoldsTheRight(TestDatabase database)
    {
        var (sender, holder) = (await OpenAsync(database, Bookkeeper), await OpenAsync(database, Administrator));
        var mark = NewMark();
        await sender.PublishAsync(p => p.PublishToHoldersAsync(AdministratorsRight, new NotificationDto(mark)));
        (await holder.MarkedAsync(mark)).ShouldHaveSingleItem();
        (await sender.MarkedAsync(mark)).ShouldBeEmpty();
        (await (await OpenAsync(database, Validator)).MarkedAsync(mark)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task PublishToHolders_ByAHolder_LeavesThatPersonOut(TestDatabase database)
    {
        var sender = await OpenAsync(database, Bookkeeper);
        var mark = NewMark();
        await sender.PublishAsync(p => p.PublishToHoldersAsync(NotificationsPermissions.Own, new NotificationDto(mark)));
        (await sender.MarkedAsync(mark)).ShouldBeEmpty();
        (await (await OpenAsync(database, Validator)).MarkedAsync(mark)).ShouldHaveSingleItem();
    }

    [Theory, Databases]
    public async Task Publish_SameKeyUnread_ReplacesTheFormerOne(TestDatabase database)
    {
        var inbox = await OpenAsync(database, Validator);
        var (first, second) = (NewMark(), NewMark());
        await inbox.PublishAsync(p => p.PublishToUserAsync(inbox.UserId, new NotificationDto(first, Key: first)));
        await inbox.PublishAsync(p => p.PublishToUserAsync(inbox.UserId, new NotificationDto(second, Key: first)));
        (await inbox.MarkedAsync(first)).ShouldBeEmpty();
        (await inbox.MarkedAsync(second)).ShouldHaveSingleItem();
    }

    [Theory, Databases]
    public async Task Publish_SameKeyRead_KeepsBoth(TestDatabase database)
    {
        var inbox = await OpenAsync(database, Validator);
        var mark = NewMark();
        await inbox.PublishAsync(p => p.PublishToUserAsync(inbox.UserId, new NotificationDto(mark, Key: mark)));
        await inbox.ReadAsync(async s => await s.MarkReadAsync((await inbox.MarkedAsync(mark))[0].Id));
        await inbox.PublishAsync(p => p.PublishToUserAsync(inbox.UserId, new NotificationDto(mark, Key: mark)));
        (await inbox.MarkedAsync(mark)).Select(n => n.IsRead).ShouldBe([false, true], ignoreOrder: true);
    }

    [Theory, Databases]
    public async Task Withdraw_UnreadAndRead_TakesBackTheUnreadOne(TestDatabase database)
    {
        var (seen, unseen) = (await OpenAsync(database, Validator), await OpenAsync(database, Administrator));
        var mark = NewMark();
        foreach (var userId in new[] { seen.UserId, unseen.UserId })
            await seen.PublishAsync(p => p.PublishToUserAsync(userId, new NotificationDto(mark, Key: mark)));
        await seen.ReadAsync(async s => await s.MarkReadAsync((await seen.MarkedAsync(mark))[0].Id));
        await seen.PublishAsync(p => p.WithdrawAsync(mark));
        (await seen.MarkedAsync(mark)).ShouldHaveSingleItem();
        (await unseen.MarkedAsync(mark)).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Publish_WorkRolledBack_WasNeverTold(TestDatabase database)
    {
        var inbox = await OpenAsync(database, Bookkeeper);
        var mark = NewMark();
        await Should.ThrowAsync<InvalidOperationException>(() => inbox.PublishAsync(async p =>
        {
            await p.PublishToUserAsync(inbox.UserId, new NotificationDto(mark));
            throw new InvalidOperationException("The caller's work failed.");
        }));
        (await inbox.MarkedAsync(mark)).ShouldBeEmpty();
    }

    private static string NewMark() => $"test-{Guid.CreateVersion7():N}";

    private Task<Inbox> OpenAsync(TestDatabase database, string email) => Inbox.OpenAsync(hosts, database, email);
}
