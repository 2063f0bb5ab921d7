using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>The newest remittances with state and total.</summary>
public sealed class SepaRecentViewComponent(IRemittanceAppService remittances, ICurrentTenant tenant, TimeProvider clock) : ViewComponent
{
    private const int Shown = 5;

    /// <summary>One query.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var newest = await remittances.GetListAsync(new GetRemittancesInput(PageSize: Shown), HttpContext.RequestAborted);
        return View("~/Pages/Sepa/Widgets/Recent.cshtml", new DashboardRecent(tenant.Tenant!.Slug, clock.GetUtcNow().UtcDateTime, newest));
    }
}
