using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Failed direct debits of the last weeks.</summary>
public sealed class SepaFailuresViewComponent(ICashAppService cash, ICurrentTenant tenant) : ViewComponent
{
    /// <summary>Two queries of sums.</summary>
    public async Task<IViewComponentResult> InvokeAsync() => View(
        "~/Pages/Sepa/Widgets/Failures.cshtml",
        new FailureFigures($"~/t/{tenant.Tenant!.Slug}", PeriodLength.Week, await cash.GetFailuresAsync(new GetPeriodsInput(Count: 6), HttpContext.RequestAborted)));
}
