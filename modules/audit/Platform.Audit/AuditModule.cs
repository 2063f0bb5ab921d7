using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Audit;

/// <summary>Keeps the audit trail of every company and of the host, and reads it.</summary>
public sealed class AuditModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<AuditDbContext>("Audit");
}
