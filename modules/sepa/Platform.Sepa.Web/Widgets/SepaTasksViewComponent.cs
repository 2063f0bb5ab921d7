using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;
using Platform.Signing;

namespace Platform.Sepa.Web;

/// <summary>Tasks of the person who looks: each a number that leads to its list, and nothing when nothing is to do.</summary>
public sealed class SepaTasksViewComponent(
    IRemittanceAppService remittances, ISigningCertificateAppService certificates, ICollectionAppService collections, IImportAppService imports, IPermissionChecker permissions,
    ICurrentTenant tenant, TimeProvider clock, IStringLocalizer<SepaResource> texts) : ViewComponent
{
    private const int MostDrafts = 200;

    /// <summary>Asks each service for what the person may see.</summary>
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var tasks = new List<DashboardTask>();
        if (await IsGrantedAsync(SepaPermissions.Remittances.Approve))
            await AddApprovalsAsync(tasks);
        if (await IsGrantedAsync(SepaPermissions.Remittances.Sign))
            await AddSignaturesAsync(tasks);
        if (await IsGrantedAsync(SepaPermissions.Remittances.HandOver))
            await AddHandOversAsync(tasks);
        if (await IsGrantedAsync(SepaPermissions.Remittances.Create))
            await AddDraftsAsync(tasks);
        if (await IsGrantedAsync(SepaPermissions.Imports.Default))
            await AddImportsAsync(tasks);
        if (await IsGrantedAsync(SepaPermissions.Remittances.Create))
            await AddWaitingAsync(tasks);
        return View("~/Pages/Sepa/Widgets/Tasks.cshtml", new DashboardTasks(tenant.Tenant!.Slug, clock.GetUtcNow().UtcDateTime, tasks));
    }

    private async Task AddApprovalsAsync(List<DashboardTask> tasks)
    {
        var found = await remittances.GetListAsync(new GetRemittancesInput(ForMe: true, PageSize: 1), HttpContext.RequestAborted);
        Add(tasks, "ToApprove", found.TotalCount ?? 0, "rubber-stamp", "remittances?forMe=true");
    }

    // Only where signatures are in use: whoever has a certificate signs.
    private async Task AddSignaturesAsync(List<DashboardTask> tasks)
    {
        if ((await certificates.GetListAsync(HttpContext.RequestAborted)).Count == 0)
            return;
        var found = await remittances.GetListAsync(new GetRemittancesInput(ToSign: true, PageSize: 1), HttpContext.RequestAborted);
        Add(tasks, "ToSign", found.TotalCount ?? 0, "signature", "remittances?toSign=true");
    }

    private async Task AddHandOversAsync(List<DashboardTask> tasks)
    {
        var found = await remittances.GetListAsync(new GetRemittancesInput(ToHandOver: true, PageSize: 1), HttpContext.RequestAborted);
        Add(tasks, "ToHandOver", found.TotalCount ?? 0, "send", "remittances?toHandOver=true");
    }

    private async Task AddDraftsAsync(List<DashboardTask> tasks)
    {
        var found = await remittances.GetListAsync(new GetRemittancesInput(RemittanceStatus.Draft, PageSize: MostDrafts), HttpContext.RequestAborted);
        var wrong = found.Items.Where(r => r.ErrorCount > 0).ToList();
        Add(tasks, "DraftsWithErrors", wrong.Count, "alert-circle", wrong.Count == 1 ? $"remittances/{wrong[0].Id}?severity=Error" : "remittances?stage=Draft");
        Add(tasks, "OtherDrafts", (found.TotalCount ?? 0) - wrong.Count, "pencil", "remittances?stage=Draft");
    }

    private async Task AddImportsAsync(List<DashboardTask> tasks)
    {
        var found = await imports.GetListAsync(new GetImportsInput(ImportStatus.Staged, PageSize: 1), HttpContext.RequestAborted);
        Add(tasks, "Imports", found.TotalCount ?? 0, "file-import", found.TotalCount == 1 ? $"imports/{found.Items[0].Id}" : "imports?status=Staged");
    }

    private async Task AddWaitingAsync(List<DashboardTask> tasks)
    {
        var waiting = await collections.GetTotalAsync(new GetCollectionsInput(), HttpContext.RequestAborted);
        Add(tasks, "ToCollect", waiting.Count, "send", "remittances/new");
    }

    private void Add(List<DashboardTask> tasks, string key, long count, string icon, string path)
    {
        if (count > 0)
            tasks.Add(new DashboardTask(icon, texts.Count($"Dashboard:{key}", count), path));
    }

    private Task<bool> IsGrantedAsync(string permission) => permissions.IsGrantedAsync(permission, HttpContext.RequestAborted);
}
