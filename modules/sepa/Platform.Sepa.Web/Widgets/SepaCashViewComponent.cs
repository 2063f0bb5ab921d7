using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Money to come and to go in the next weeks.</summary>
public sealed class SepaCashViewComponent(ICashAppService cash, ICurrentTenant tenant) : ViewComponent
{
    /// <summary>Two queries of sums.</summary>
    public async Task<IViewComponentResult> InvokeAsync() => View(
        "~/Pages/Sepa/Widgets/Cash.cshtml",
        new CashFigures($"~/t/{tenant.Tenant!.Slug}", PeriodLength.Week, await cash.GetCalendarAsync(new GetPeriodsInput(Count: 6), HttpContext.RequestAborted)));
}
