using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Number and sum of the orders that wait for a remittance.</summary>
public sealed class SepaWaitingViewComponent(ICollectionAppService collections, ICurrentTenant tenant, TimeProvider clock) : ViewComponent
{
    /// <summary>One query.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var total = await collections.GetTotalAsync(new GetCollectionsInput(), HttpContext.RequestAborted);
        return View("~/Pages/Sepa/Widgets/Waiting.cshtml", new DashboardWaiting(tenant.Tenant!.Slug, clock.GetUtcNow().UtcDateTime, total));
    }
}
