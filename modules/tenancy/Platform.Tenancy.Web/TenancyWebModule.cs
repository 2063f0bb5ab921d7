using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Pages and API of companies: home, dashboard, switching, the company's own record.</summary>
public sealed class TenancyWebModule : PlatformWebModule
{
    /// <inheritdoc />
    public override void ConfigureServices(ServiceConfigurationContext context) =>
        context.Services.Configure<MvcOptions>(o => o.Filters.Add<LastCompanyFilter>());

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        CompanyEndpoints.Map(endpoints);
        GroupEndpoints.Map(endpoints);
        EngagementEndpoints.Map(endpoints);
        ExportEndpoints.Map(endpoints);
        FoundingEndpoints.Map(endpoints);
        ClosingEndpoints.Map(endpoints);
    }
}
