using System.Globalization;
using Platform.Kernel;

namespace Platform.Notifications.Tests;

public sealed class NotificationAppService_Tests(TestHosts hosts)
{
    // Nobody else's tests publish to this person.
    private const string Reader = "benoit@nova.example";

    [Theory, Databases]
    public async Task GetList_InTwoLanguages_WritesTextAndValuesInTheReaders(TestDatabase database)
    {
        var inbox = await Inbox.OpenAsync(hosts, database, Reader);
        var mark = $"{Guid.CreateVersion7():N}";
        await inbox.PublishAsync(p => p.PublishToUserAsync(
            inbox.UserId, new NotificationDto("Notifications:CursorInvalid", new Dictionary<string, object> { ["value"] = mark })));
        (await TextAsync(inbox, mark, "en-GB")).ShouldBe($"The place “{mark}” in the list is not known. Start again from the first page.");
        (await TextAsync(inbox, mark, "fr-FR")).ShouldBe($"La position « {mark} » dans la liste est inconnue. Reprenez à la première page.");
    }

    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task MarkRead_AnotherPersonsNotification_IsNotFound(TestDatabase database)
    {
        var (owner, other) = (await Inbox.OpenAsync(hosts, database, "victor@lefevre.example"), await Inbox.OpenAsync(hosts, database, Reader));
        var mark = $"test-{Guid.CreateVersion7():N}";
        await owner.PublishAsync(p => p.PublishToUserAsync(owner.UserId, new NotificationDto(mark)));
        var id = (await owner.MarkedAsync(mark))[0].Id;
        await Should.ThrowAsync<EntityNotFoundException>(() => other.ReadAsync(s => s.MarkReadAsync(id)));
        (await owner.MarkedAsync(mark))[0].IsRead.ShouldBeFalse();
    }

    [Theory, Databases]
    public async Task MarkAllRead_UpToOne_LeavesWhatCameLater(TestDatabase database)
    {
        var inbox = await Inbox.OpenAsync(hosts, database, Reader, "nova");
        await inbox.ReadAsync(s => s.MarkAllReadAsync()); // what the demonstration has told already
        var marks = Enumerable.Range(0, 3).Select(i => $"test-{i}-{Guid.CreateVersion7():N}").ToArray();
        foreach (var mark in marks)
            await inbox.PublishAsync(p => p.PublishToUserAsync(inbox.UserId, new NotificationDto(mark)));
        var middle = (await inbox.ListAsync(unreadOnly: true))[1].Id;
        (await inbox.ReadAsync(s => s.MarkAllReadAsync(middle))).ShouldBe(2);
        (await inbox.ReadAsync(s => s.GetUnreadCountAsync())).ShouldBe(1);
        (await inbox.ReadAsync(s => s.MarkAllReadAsync())).ShouldBe(1);
        (await inbox.ReadAsync(s => s.GetUnreadCountAsync())).ShouldBe(0);
    }

    [Theory, Databases]
    public async Task GetList_PageByPage_GivesEachOnceTheNewestFirst(TestDatabase database)
    {
        var inbox = await Inbox.OpenAsync(hosts, database, "awa@fiducia.example", "fiducia");
        for (var i = 0; i < 5; i++)
            await inbox.PublishAsync(p => p.PublishToUserAsync(inbox.UserId, new NotificationDto("test")));
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await inbox.ReadAsync(s => s.GetListAsync(new GetNotificationsInput(Cursor: cursor, PageSize: 2)));
            seen.AddRange(page.Items.Select(n => n.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        seen.ShouldBe((await inbox.ListAsync()).Select(n => n.Id));
        seen.ShouldBe(seen.OrderDescending());
        seen.Count.ShouldBe(5);
    }

    [Theory, Databases]
    public async Task GetList_ForeignCursor_IsRefused(TestDatabase database)
    {
        var inbox = await Inbox.OpenAsync(hosts, database, Reader);
        var refused = await Should.ThrowAsync<BusinessException>(() => inbox.ReadAsync(s => s.GetListAsync(new GetNotificationsInput(Cursor: "42"))));
        refused.Code.ShouldBe(NotificationsErrorCodes.CursorInvalid);
    }

    private static async Task<string> TextAsync(Inbox inbox, string mark, string culture)
    {
        var (former, formerUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var list = await inbox.ListAsync();
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (former, formerUi);
        return list.Single(n => n.Text.Contains(mark, StringComparison.Ordinal)).Text;
    }
}
