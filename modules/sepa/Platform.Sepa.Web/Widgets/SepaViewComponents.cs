using Microsoft.AspNetCore.Mvc;
using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Remittances that wait for an approval.</summary>
public sealed class SepaToApproveViewComponent(IRemittanceAppService remittances, ICurrentTenant tenant) : SepaWidgetViewComponent(tenant)
{
    /// <summary>Renders nothing when none waits.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var waiting = await remittances.GetListAsync(new GetRemittancesInput(RemittanceStatus.Submitted, PageSize: 200), HttpContext.RequestAborted);
        var card = new WidgetFigure(waiting.TotalCount ?? 0, waiting.Items.Sum(r => r.Total), Link("remittances?status=Submitted"));
        return Card("ToApprove", card.Count == 0 ? null : card);
    }
}

/// <summary>Imports that were uploaded and not confirmed.</summary>
public sealed class SepaUnfinishedImportsViewComponent(IImportAppService imports, ICurrentTenant tenant) : SepaWidgetViewComponent(tenant)
{
    /// <summary>Renders nothing when there is none.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var staged = await imports.GetListAsync(new GetImportsInput(ImportStatus.Staged, PageSize: 1), HttpContext.RequestAborted);
        var card = new WidgetFigure(staged.TotalCount ?? 0, 0, Link("imports?status=Staged"));
        return Card("UnfinishedImports", card.Count == 0 ? null : card);
    }
}

/// <summary>Orders that wait for a remittance.</summary>
public sealed class SepaWaitingCollectionsViewComponent(ICollectionAppService collections, ICurrentTenant tenant) : SepaWidgetViewComponent(tenant)
{
    /// <summary>Always renders: no waiting order is worth knowing too.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var total = await collections.GetTotalAsync(new GetCollectionsInput(), HttpContext.RequestAborted);
        return Card("WaitingCollections", new WidgetFigure(total.Count, total.Total, Link("collections")));
    }
}

/// <summary>The latest remittances and their states.</summary>
public sealed class SepaLastRemittancesViewComponent(IRemittanceAppService remittances, ICurrentTenant tenant) : SepaWidgetViewComponent(tenant)
{
    /// <summary>Renders nothing before the first one.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var last = await remittances.GetListAsync(new GetRemittancesInput(PageSize: 5), HttpContext.RequestAborted);
        return Card("LastRemittances", last.Items.Count == 0 ? null : new LastRemittancesCard(last.Items, id => Link($"remittances/{id}"), Link("remittances")));
    }
}
