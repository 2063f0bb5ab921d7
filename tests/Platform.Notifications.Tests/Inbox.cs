using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Notifications.Tests;

/// <summary>One person in one company, publishing and reading.</summary>
internal sealed class Inbox(TestHost host, TenantInfo company, CurrentUserInfo person)
{
    public Guid UserId => person.Id!.Value;

    public static async Task<Inbox> OpenAsync(TestHosts hosts, TestDatabase database, string email, string slug = "lefevre")
    {
        var host = await hosts.GetAsync(database);
        return new Inbox(host, await host.CompanyAsync(slug), await host.PersonAsync(email));
    }

    public Task PublishAsync(Func<INotificationPublisher, Task> publish) =>
        host.RunAsync(company, person, services => publish(services.GetRequiredService<INotificationPublisher>()));

    public Task<T> ReadAsync<T>(Func<INotificationAppService, Task<T>> read) =>
        host.RunAsync(company, person, services => read(services.GetRequiredService<INotificationAppService>()));

    public async Task<IReadOnlyList<NotificationListDto>> ListAsync(bool unreadOnly = false) =>
        (await ReadAsync(s => s.GetListAsync(new GetNotificationsInput(unreadOnly, PageSize: 200)))).Items;

    /// <summary>Those whose text, an unknown key in these tests, is the mark.</summary>
    public async Task<IReadOnlyList<NotificationListDto>> MarkedAsync(string mark) => [.. (await ListAsync()).Where(n => n.Text == mark)];
}
