using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Notifications;

/// <summary>Services and tables of the Notifications module.</summary>
public sealed class NotificationsModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<NotificationsDbContext>("Notifications");
}
