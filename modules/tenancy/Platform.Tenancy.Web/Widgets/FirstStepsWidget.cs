using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Tenancy.Web;

/// <summary>Stands above all else while a company is new.</summary>
internal sealed class FirstStepsWidget : IDashboardWidget
{
    public string ViewComponent => "FirstSteps";

    public int Order => 0;

    public string Permission => TenancyPermissions.Dashboard;
}

/// <summary>What a new company has still to do, and how long its trial lasts.</summary>
public sealed class FirstStepsViewComponent(IFirstStepAppService steps, ICurrentTenant tenant) : ViewComponent
{
    /// <summary>Nothing where there is neither.</summary>
    public async Task<IViewComponentResult> InvokeAsync() =>
        View("~/Pages/Tenancy/Founding/_FirstSteps.cshtml", new FirstStepsView(tenant.Tenant!.Slug, await steps.GetAsync(HttpContext.RequestAborted)));
}

/// <summary>The card.</summary>
/// <param name="Slug">Of the company.</param>
/// <param name="List">What it shows.</param>
public sealed record FirstStepsView(string Slug, FirstStepsDto List)
{
    /// <summary>Of the page where the step is done.</summary>
    public string PathOf(FirstStep step) => step.Path.StartsWith('/') ? step.Path : $"/t/{Slug}/{step.Path}";
}
