using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>Services and tables of the ModuleName module.</summary>
public sealed class ModuleNameModule : PlatformModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.AddPlatformDbContext<ModuleNameDbContext>("ModuleName");
}
